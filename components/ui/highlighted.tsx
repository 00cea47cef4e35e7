import { type ComponentChild, Fragment } from 'preact';
import { type Highlight, hitsIn } from '../../utils/search/highlight';

/** A text with search words highlighted. Not a component: a list has many, and most are plain text. */
export function marked(text: string, highlight: Highlight | undefined): ComponentChild {
  const hits = highlight ? hitsIn(text, highlight) : [];
  if (hits.length === 0) return text;
  const ends = [0, ...hits.map(([, to]) => to)];
  return (
    <>
      {hits.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(ends[index], from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
