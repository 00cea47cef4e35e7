import { hitsIn } from '../utils/search/hits';

/** A text with the words it was found by marked. */
export function Marked({ text, words }: { text: string; words: string[] }) {
  const hits = hitsIn(text, words);
  if (hits.length === 0) return <>{text}</>;
  const ends = [0, ...hits.map(([, to]) => to)];
  return (
    <>
      {hits.map(([from, to], index) => (
        <span key={from}>
          {text.slice(ends[index], from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
