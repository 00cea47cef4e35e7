import { isDue } from '../runtime/due';
import type { Step, StepChange, TurnedStep } from './step';
import type { UnitOfWork } from './unit-of-work';

/** How many steps can be undone. */
export const MOST_STEPS = 300;

/** How long typing in one note counts as one step, in milliseconds. */
const ONE_NOTE = 60_000;

/** Records a step as the newest: what was undone can no longer be redone. Returns its number. */
export async function recordStep(unit: UnitOfWork, step: Step): Promise<number> {
  const { steps } = unit;
  const [undone, last] = await Promise.all([
    steps.index('undone').getAllKeys(),
    step.what === 'note' ? steps.openCursor(null, 'prev') : null,
  ]);
  for (const id of undone) unit.ignoreFailure(steps.delete(id));
  if (last && isSameNote(last.value, step)) return last.primaryKey;
  const id = await steps.add(step);
  unit.step = id;
  await dropOldest(unit);
  return id;
}

/** Counted, as not every number belongs to a step. */
async function dropOldest({ steps, ignoreFailure }: UnitOfWork): Promise<void> {
  const surplus = (await steps.count()) - MOST_STEPS;
  if (surplus <= 0) return;
  for (const id of await steps.getAllKeys(null, surplus)) ignoreFailure(steps.delete(id));
}

/** Whether a step is more typing in the same note and session: then both are one step. Only notes have a session. */
function isSameNote(last: Step, { at, changes, session }: Step): boolean {
  const isSame = last.undone === undefined && last.session === session;
  const urls = new Set([...last.changes, ...changes].map(({ url }) => url));
  return isSame && urls.size === 1 && !isDue(last.at, at, ONE_NOTE);
}

/** The step to undo: the newest that is not undone, or the one asked for if no newer step touched its entries. */
export async function findUndo({ steps }: UnitOfWork, id?: number): Promise<Step | undefined> {
  const newer = new Set<string>();
  for (let at = await steps.openCursor(null, 'prev'); at; at = await at.continue()) {
    const step = at.value;
    if (step.undone !== undefined) continue;
    if (id === undefined || step.id === id) {
      return step.changes.some(({ url }) => newer.has(url)) ? undefined : step;
    }
    for (const { url } of step.changes) newer.add(url);
  }
  return undefined;
}

/** The step to redo: the one undone last, if it is the one asked for. */
export async function findRedo({ steps }: UnitOfWork, id?: number): Promise<Step | undefined> {
  const last = (await steps.index('undone').openCursor(null, 'prev'))?.value;
  return id === undefined || last?.id === id ? last : undefined;
}

/** Undoes or redoes a step: puts its entries in place, and stores the current ones in the step for the way back. */
export async function turnStep(unit: UnitOfWork, step: Step): Promise<TurnedStep> {
  const urls = step.changes.map(({ url }) => url);
  const here = await unit.getAll(urls);
  const changes: StepChange[] = [];
  for (const [index, { url, other }] of step.changes.entries()) {
    const now = here[index];
    changes.push({ url, ...(now && { other: now }) });
    if (other) unit.put(other, now);
    else if (now) unit.remove(now);
    if (other && !now) unit.ignoreFailure(unit.trash.delete(url));
  }
  const { undone, ...rest } = step;
  const last = await unit.steps.index('undone').openKeyCursor(null, 'prev');
  const turned = undone === undefined ? { undone: (last?.key ?? 0) + 1 } : {};
  unit.ignoreFailure(unit.steps.put({ ...rest, changes, ...turned }));
  const [first, ...more] = step.changes.map(({ other }, index) => other ?? here[index]);
  return { what: step.what, urls, ...(first && more.length === 0 && { title: first.title }) };
}
