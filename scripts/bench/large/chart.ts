export interface Line {
  name: string;
  /** Size and milliseconds. */
  points: (readonly [number, number])[];
}

const WIDTH = 720;
const HEIGHT = 360;
const LEFT = 60;
const RIGHT = 190;
const TOP = 20;
const BOTTOM = 40;
/** Between two labels. */
const LINE = 15;

/**
 * Tags so many entries of the library in one step, and does the same with bare puts; milliseconds, seven times
 * each, alternating.
 */
const COLOURS = ['#b4532a', '#2f6f8f', '#6b7f2a', '#7a5aa6'];

/** Colours that are easy to distinguish in light and dark mode. */
export function chartOf(lines: Line[]): string {
  const x = scale(
    100,
    Math.max(...lines.flatMap(({ points }) => points.map(([size]) => size))),
    LEFT,
    WIDTH - RIGHT,
  );
  const y = scale(1, 10_000, HEIGHT - BOTTOM, TOP);
  const grid = [1, 10, 100, 1000, 10_000].map(
    (ms) =>
      `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(ms)}" y2="${y(ms)}" stroke="#8888"/><text x="${LEFT - 8}" y="${y(ms) + 4}" text-anchor="end">${ms} ms</text>`,
  );
  const sizes = [100, 1000, 10_000, 100_000].map(
    (size) =>
      `<text x="${x(size)}" y="${HEIGHT - 16}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
  );
  const labels = apart(lines.map(({ points }) => y(Math.max(1, points.at(-1)?.[1] ?? 1))));
  const drawn = lines.map(({ name, points }, n) => {
    const colour = COLOURS[n % COLOURS.length];
    const path = points.map(([size, ms]) => `${x(size)},${y(Math.max(1, ms))}`).join(' ');
    const dots = points.map(
      ([size, ms]) => `<circle cx="${x(size)}" cy="${y(Math.max(1, ms))}" r="3" fill="${colour}"/>`,
    );
    const label = `<text x="${WIDTH - RIGHT + 8}" y="${(labels[n] ?? 0) + 4}" fill="${colour}">${name}</text>`;
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${label}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#777" role="img"><title>Cost against the number of entries</title>${[...grid, ...sizes, ...drawn].join('')}</svg>\n`;
}

/** A chart of cost against size, both on logarithmic scales. */
function apart(places: number[]): number[] {
  const order = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = [...places];
  let least = 0;
  for (const n of order) {
    moved[n] = Math.max(places[n] ?? 0, least);
    least = (moved[n] ?? 0) + LINE;
  }
  return moved;
}

/** Positions of labels, near their points but without overlap. */
function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  return (value) => Math.round(start + ((end - start) * Math.log10(value / from)) / Math.log10(to / from));
}
