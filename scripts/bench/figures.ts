import { writeFileSync } from 'node:fs';

/** One measured figure, with the aim it is held against where it has one. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  aim?: number;
}

/** Collects figures: one `name: value` a line as they come, and all of them as JSON where a file is named. */
export class Figures {
  readonly all: Figure[] = [];

  add(name: string, value: number, unit: string, aim?: number): void {
    const figure: Figure = { name, value: round(value), unit, ...(aim !== undefined && { aim }) };
    this.all.push(figure);
    const verdict = aim === undefined ? '' : ` (aim ≤ ${aim}${unit === 'x' ? 'x' : ` ${unit}`})`;
    process.stdout.write(`${name}: ${figure.value}${unit === 'x' ? 'x' : ` ${unit}`}${verdict}\n`);
  }

  /** The median of times in milliseconds. */
  time(name: string, times: number[], aim?: number): void {
    this.add(name, median(times), 'ms', aim);
  }

  /** The median of times against that of others taken in the same run. */
  pair(name: string, times: number[], others: number[], aim: number): void {
    this.add(name, median(times) / median(others), 'x', aim);
  }

  write(file: string): void {
    writeFileSync(file, `${JSON.stringify({ figures: this.all }, null, 2)}\n`);
  }
}

/** The middle value. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}

/** The value that this part of all are at most. */
export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}

function round(value: number): number {
  return Math.abs(value) < 100 ? Number(value.toPrecision(3)) : Math.round(value);
}
