/**
 * Which element each row of a long list is drawn in. A row that leaves gives its element to one that comes in its place: to
 * write into an element costs less than to make one. Elements never change their order, for moving the one that has the
 * focus would scroll; and one the reader is busy with is given to nobody.
 */
export class Slots {
  /** In the order of the list. */
  #rows: { key: string; slot: number }[] = [];
  #count = 0;

  /**
   * Gives each row, in their order, the number of its element.
   * @param isAnew the list begins anew: elements go by their order alone
   * @param busy the elements that stay with their rows, or go with them
   */
  assign(keys: string[], isAnew: boolean, busy: ReadonlySet<number>): number[] {
    const old = this.#rows;
    const wanted = new Set(keys);
    const stays = ({ key, slot }: { key: string; slot: number }) =>
      wanted.has(key) && (!isAnew || busy.has(slot));
    const kept = new Map(old.flatMap((row, place) => (stays(row) ? [[row.key, place]] : [])));
    const free = old.map((row) => !stays(row) && !busy.has(row.slot));
    const limits = limitsOf(keys, kept, old.length);
    let next = 0;
    this.#rows = keys.map((key, n) => {
      let place = kept.get(key);
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

/** For each row the place that the next one that stays has: elements for it are found before that. */
function limitsOf(keys: string[], kept: ReadonlyMap<string, number>, end: number): number[] {
  let limit = end;
  return keys
    .toReversed()
    .map((key) => {
      limit = kept.get(key) ?? limit;
      return limit;
    })
    .reverse();
}
