import { cleanTag } from '../domain/tag';
import { COLOURS, type TagColour, type TagColours } from '../domain/tag-colours';
import { storedValue } from './stored-value';

/** Most colours stored; the oldest are dropped. */
const MOST = 2000;

/** The stored colours, shared by all surfaces. */
export const tagColours = storedValue<TagColours>('tag:colours', {
  from: coloursFrom,
  into: (all) => [...all].slice(-MOST),
});

function coloursFrom(value: unknown): TagColours {
  const pairs = Array.isArray(value) ? value.slice(-MOST) : [];
  return new Map(
    pairs.flatMap((pair: unknown): [string, TagColour][] => {
      const [tag, name] = Array.isArray(pair) ? (pair as unknown[]) : [];
      const colour = COLOURS.find((one) => one === name);
      return typeof tag === 'string' && cleanTag(tag) === tag && colour ? [[tag, colour]] : [];
    }),
  );
}
