import type { Query } from './query';
import { joined, negated } from './query-parts';
import { type Problem, termOf } from './terms';
import { type Token, tokensOf } from './tokens';

/** The filter in a text, and the places that were not understood. */
export interface Parsed {
  query: Query;
  problems: Problem[];
}

/** Deepest nesting of groups; deeper ones are read as if they were at this depth. */
const DEEPEST = 50;

/**
 * Parses a filter: words side by side must all match, with `OR` one of them, after a minus or `NOT` none; groups in
 * parentheses; `"quoted phrases"`; fields (`author:闫加伟`, `#tag`, `before:2021-01`, `is:unread`, `note:*`). Every text is
 * a filter: what is not understood is taken as plain words and reported in `problems`.
 */
export function parseQuery(text: string): Parsed {
  const reader = new Reader(text, tokensOf(text));
  const query = reader.all(0);
  return { query, problems: reader.problems };
}

class Reader {
  readonly problems: Problem[] = [];
  #at = 0;

  constructor(
    readonly text: string,
    readonly tokens: Token[],
  ) {}

  /** Up to the end; a parenthesis that closes nothing is skipped. */
  all(depth: number): Query {
    const parts: Query[] = [];
    while (this.#at < this.tokens.length) {
      parts.push(this.#either(depth));
      const token = this.tokens[this.#at];
      if (!token) break;
      this.#say('close', token);
      this.#at++;
    }
    return joined('and', parts.filter(isSomething));
  }

  #either(depth: number): Query {
    const choices = [this.#both(depth)];
    while (this.tokens[this.#at]?.kind === 'or') {
      const token = this.tokens[this.#at++];
      const next = this.#both(depth);
      if (token && (!isSomething(next) || !isSomething(choices.at(-1)))) this.#say('dangling', token);
      choices.push(next);
    }
    const said = choices.filter(isSomething);
    const [only] = said;
    return said.length === 1 && only ? only : joined('or', said);
  }

  #both(depth: number): Query {
    const parts: Query[] = [];
    for (let token = this.tokens[this.#at]; token; token = this.tokens[this.#at]) {
      if (token.kind === 'or' || token.kind === 'close') break;
      if (token.kind === 'and') this.#at++;
      else parts.push(this.#one(token, depth));
    }
    return joined('and', parts.filter(isSomething));
  }

  #one(token: Token, depth: number): Query {
    this.#at++;
    if (token.kind === 'not') return this.#not(token, depth);
    if (token.kind === 'open') return this.#group(token, depth);
    if (token.open) this.#say('quote', token, `${this.text.slice(token.from, token.to)}"`);
    const { term, problem } = termOf(token);
    if (problem) this.problems.push(problem);
    return term ?? { kind: 'text', text: this.text.slice(token.from, token.to) };
  }

  #not(token: Token, depth: number): Query {
    let isNot = true;
    for (; this.tokens[this.#at]?.kind === 'not'; this.#at++) isNot = !isNot;
    const next = this.tokens[this.#at];
    if (next?.kind === 'word' || next?.kind === 'open') {
      const query = this.#one(next, depth);
      return isNot && isSomething(query) ? negated(query) : query;
    }
    this.#say('dangling', token);
    return { kind: 'and', of: [] };
  }

  #group(token: Token, depth: number): Query {
    if (depth >= DEEPEST) return { kind: 'and', of: [] };
    const query = this.#either(depth + 1);
    if (this.tokens[this.#at]?.kind === 'close') this.#at++;
    else this.#say('open', token, `${this.text.trimEnd()})`);
    // A single tag in parentheses is an any-of group: chips begin one this way.
    return query.kind === 'tag' ? { kind: 'or', of: [query] } : query;
  }

  #say(kind: Problem['kind'], { from, to }: Token, suggestion?: string): void {
    this.problems.push({ kind, from, to, ...(suggestion !== undefined && { suggestion }) });
  }
}

/** Whether a query is more than an empty group. */
function isSomething(query: Query | undefined): query is Query {
  return query !== undefined && !((query.kind === 'and' || query.kind === 'or') && query.of.length === 0);
}
