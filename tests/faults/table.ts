import { isBad, OUTCOMES } from './judge';
import type { Result } from './run';

/** The outcomes of every fault in every task, as a table in Markdown. */
export function tableOf(results: Result[]): string {
  const tasks = [...new Set(results.map(({ task }) => task))].sort();
  const faults = [...new Set(results.map(({ fault }) => fault))].sort();
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const lines = faults.map((fault) =>
    row([
      fault,
      ...tasks.map((task) => cell(results.filter((one) => one.fault === fault && one.task === task))),
    ]),
  );
  return [row(['', ...tasks]), row(['---', ...tasks.map(() => '---')]), ...lines].join('\n');
}

/** `3 all, 1 nothing`. */
function cell(results: Result[]): string {
  return OUTCOMES.flatMap((outcome) => {
    const count = results.filter((one) => one.outcome === outcome).length;
    return count > 0 ? [`${count} ${outcome}`] : [];
  }).join(', ');
}

/** How many runs there were, how many ended badly, and how often the browser crashed by itself. */
export function summaryOf(results: Result[]): string {
  const bad = results.filter(({ outcome }) => isBad(outcome));
  const vanished = results.filter((one) => one.vanished).length;
  const parts = results.reduce((sum, { reported }) => sum + reported, 0);
  return [
    `${results.length} runs, ${parts} changes reported as done, ${bad.length} ended badly, the browser vanished in ${vanished}`,
    ...bad.map(
      ({ number, fault, task, outcome, cause }) => `#${number} ${fault} × ${task}: ${outcome} ${cause ?? ''}`,
    ),
  ].join('\n');
}
