/** What instrumented sources read and write (`@stryker-mutator/instrumenter`). */
export interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

/** The switches of this process. */
export function switches(): Switches {
  // The name is Stryker's own; its value has the shape above.
  const world = globalThis as { __stryker__?: Switches };
  world.__stryker__ ??= {};
  return world.__stryker__;
}
