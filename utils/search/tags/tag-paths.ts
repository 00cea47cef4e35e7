import { lineage } from '../../domain/tag-tree';

/** The slash in both widths: folded they are the same. */
const SLASH = /[/／]/;

/**
 * Tags as the filter finds them, each with all of its parents: `经济/宏观` is found by `经济` too, and `ＡＩ` by `ai`. Every such
 * path has a number, whether a tag of that name is in use or not.
 */
export class TagPaths {
  /** Folded, by number. */
  readonly names: string[] = [];
  /** How many steps a path has. */
  readonly steps: number[] = [];
  readonly #numbers = new Map<string, number>();
  /** For each tag, where its paths end in `#paths`; they begin where those of the tag before end. */
  readonly #ends: number[] = [];
  readonly #paths: number[] = [];
  #order: number[] = [];

  get size(): number {
    return this.names.length;
  }

  /** Adds the tags that are new among these folded ones. */
  follow(folded: readonly string[]): void {
    for (let tag = this.#ends.length; tag < folded.length; tag++) {
      for (const name of lineage(folded[tag] ?? '')) this.#paths.push(this.#take(name));
      this.#ends.push(this.#paths.length);
    }
  }

  #take(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.steps.push(name.split(SLASH).length);
      this.#numbers.set(name, number);
    }
    return number;
  }

  /** The number of a folded path. */
  numberOf(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  /** All numbers, sorted by name; sorted once, not for each count. */
  order(): readonly number[] {
    const { names } = this;
    if (this.#order.length !== names.length)
      this.#order = [...names.keys()].sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
    return this.#order;
  }

  /** Where the paths of a tag begin in `pathAt`, the nearest first. */
  startOf(tag: number): number {
    return this.#ends[tag - 1] ?? 0;
  }

  endOf(tag: number): number {
    return this.#ends[tag] ?? 0;
  }

  pathAt(place: number): number {
    return this.#paths[place] ?? 0;
  }

  /** A path as the reader wrote it in this tag; folded if its steps cannot be matched. */
  written(path: number, tag: number, value: string): string {
    const steps = value.split(SLASH);
    const isTold = steps.length === this.steps[this.pathAt(this.startOf(tag))];
    return isTold ? steps.slice(0, this.steps[path]).join('/') : (this.names[path] ?? '');
  }
}
