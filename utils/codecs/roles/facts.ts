import type { Role } from './role-names';

/** What an item says, by role: the values in the order of their names' places. */
export class Facts {
  readonly #values = new Map<Role, { place: number; value: unknown }[]>();

  add(role: Role, place: number, value: unknown): void {
    if (value === undefined || value === null || value === '') return;
    const values = this.#values.get(role) ?? [];
    if (values.length >= 50) return;
    values.push({ place, value });
    values.sort((a, b) => a.place - b.place);
    this.#values.set(role, values);
  }

  all(role: Role): unknown[] {
    return (this.#values.get(role) ?? []).map(({ value }) => value);
  }

  /** The first value that reads as something. */
  first<T>(role: Role, read: (value: unknown) => T | undefined): T | undefined {
    for (const value of this.all(role)) {
      const found = read(value);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
