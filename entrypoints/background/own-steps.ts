import type { Asker } from '../../utils/messaging/transport';
import { sessionStore } from '../../utils/storage/local-store';
import { type StoredValue, storedValue } from '../../utils/storage/stored-value';

/** A step, by its number, and the page that made it. */
type OwnStep = readonly [page: string, step: number];

/** As many as can be taken back at all. */
const MOST = 300;

/** Which page made which step: kept until the browser closes, for the worker is stopped whenever it rests. */
const ownSteps: StoredValue<OwnStep[]> = storedValue<OwnStep[]>(
  'page:steps',
  {
    from: (value) => (Array.isArray(value) ? value.filter(isStep) : []),
    into: (all) => all.slice(-MOST),
  },
  sessionStore,
);

/** Notes that a page made a step. */
export function rememberStep(asker: Asker, step: number): Promise<void> {
  return ownSteps.change((all) => [...all, [pageOf(asker), step]]);
}

/** Whether this very page made the step with this number. */
export async function madeStep(asker: Asker, step: number): Promise<boolean> {
  const page = pageOf(asker);
  return (await ownSteps.read()).some(([by, made]) => by === page && made === step);
}

/** The document, which no other page ever is; where the browser does not tell, the tab and the site in it. */
function pageOf({ documentId, tabId, url }: Asker): string {
  return documentId ?? `${tabId} ${url && new URL(url).origin}`;
}

function isStep(value: unknown): value is OwnStep {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}
