/**
 * Assigns DOM elements to the rows of a long list. A new row reuses the element of one that left, which is cheaper than
 * creating one. Elements never change their order, as moving the one with the focus would scroll; an element the reader is
 * busy with is not reused.
 */
export class Slots {
  /** In the order of the list. */
  #rows: { key: string; slot: number }[] = [];
  #count = 0;

  /**
   * Returns the element number of each row, in order.
   * @param isAnew the list starts again: elements are assigned by order only
   * @param busy the elements that stay with their rows, or leave with them
   */
  assign(keys: string[], isAnew: boolean, busy: ReadonlySet<number>): number[] {
    const old = this.#rows;
    const wanted = new Set(keys);
    const stays = ({ key, slot }: { key: string; slot: number }) =>
      wanted.has(key) && (!isAnew || busy.has(slot));
    const stayed = new Map(old.flatMap((row, place) => (stays(row) ? [[row.key, place]] : [])));
    const free = old.map((row) => !stays(row) && !busy.has(row.slot));
    const limits = limitsOf(keys, stayed, old.length);
    let next = 0;
    this.#rows = keys.map((key, n) => {
      let place = stayed.get(key);
      if (place === undefined) {
        place = free.indexOf(true, next);
        if (place < 0 || place >= (limits[n] ?? 0)) return { key, slot: this.#count++ };
      }
      next = Math.max(next, place + 1);
      return { key, slot: old[place]?.slot ?? this.#count++ };
    });
    return this.#rows.map(({ slot }) => slot);
  }
}

/** For each row, the place of the next row that stays: its element must come before that. */
function limitsOf(keys: string[], stayed: ReadonlyMap<string, number>, end: number): number[] {
  let limit = end;
  return keys
    .toReversed()
    .map((key) => {
      limit = stayed.get(key) ?? limit;
      return limit;
    })
    .reverse();
}
