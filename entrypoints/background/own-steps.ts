import type { Caller } from '../../utils/messaging/answer';
import { sessionStore } from '../../utils/storage/local-store';
import { type StoredValue, storedValue } from '../../utils/storage/stored-value';

/** A step, by its number, and the page that made it. */
type OwnStep = readonly [page: string, step: number];

/** As many as can be undone at all. */
const MOST = 300;

/** Which page made which step; stored until the browser closes, as the worker may be stopped at any time. */
const ownSteps: StoredValue<OwnStep[]> = storedValue<OwnStep[]>(
  'page:steps',
  {
    from: (value) => (Array.isArray(value) ? value.filter(isStep) : []),
    into: (all) => all.slice(-MOST),
  },
  sessionStore,
);

/** Remembers that a page made a step. */
export function rememberStep(caller: Caller, step: number): Promise<void> {
  return ownSteps.change((all) => [...all, [pageOf(caller), step]]);
}

/** Whether this page made the step with this number. */
export async function madeStep(caller: Caller, step: number): Promise<boolean> {
  const page = pageOf(caller);
  return (await ownSteps.read()).some(([by, made]) => by === page && made === step);
}

/** A key of the document; if the browser does not identify it, tab and site. */
function pageOf({ documentId, tabId, url }: Caller): string {
  return documentId ?? `${tabId} ${url && new URL(url).origin}`;
}

function isStep(value: unknown): value is OwnStep {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}
