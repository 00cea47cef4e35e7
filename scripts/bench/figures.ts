import { writeFileSync } from 'node:fs';

/** One measured figure, with its goal if it has one. */
type Judged = 'x' | 'MB' | 'bytes' | '';

/** One measured figure, with the aim it is held against where it has one. */
export interface Figure {
  name: string;
  value: number;
  unit: Judged | 'ms';
  aim?: number;
}

/**
 * Collects figures: prints one `name: value` per line as they come, and writes all of them as JSON if a file is
 * named.
 */
export class Figures {
  readonly all: Figure[] = [];

  add(name: string, value: number, unit: Judged, aim?: number): void {
    this.#put({ name, value: round(value), unit, ...(aim !== undefined && { aim }) });
  }

  /** Milliseconds, for reading beside the ratios: the median of times, or another quantile. */
  time(name: string, times: number[], part = 0.5): void {
    this.#put({ name, value: round(part === 0.5 ? median(times) : quantile(times, part)), unit: 'ms' });
  }

  /** The median of times as a ratio to that of others taken in the same run. */
  pair(name: string, times: number[], others: number[], aim: number): void {
    this.add(name, median(times) / median(others), 'x', aim);
  }

  /** The figures that missed their goals. */
  get missed(): Figure[] {
    return this.all.filter(({ value, aim }) => aim !== undefined && !(value <= aim));
  }

  write(file: string): void {
    writeFileSync(file, `${JSON.stringify({ figures: this.all }, null, 2)}\n`);
  }

  #put(figure: Figure): void {
    this.all.push(figure);
    const { name, value, unit, aim } = figure;
    const verdict = aim === undefined ? '' : ` (aim ≤ ${withUnit(aim, unit)})`;
    process.stdout.write(`${name}: ${withUnit(value, unit)}${verdict}\n`);
  }
}

/** `1.5×`, `20 MB`, `3`. */
export function withUnit(value: number, unit: Figure['unit']): string {
  return unit === 'x' ? `${value}×` : `${value} ${unit}`.trim();
}

/** The middle value. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}

/** A quantile: the value that this share of all values does not exceed. */
export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}

function round(value: number): number {
  return Math.abs(value) < 100 ? Number(value.toPrecision(3)) : Math.round(value);
}
