import type { Figures } from '../figures';
import { median, quantile } from '../figures';
import { type AtSize, type Large, NOTHING } from '../large';
import type { Computed } from './compute';

/**
 * Milliseconds from a key to its rows at each size, in browsers that do not wait for a display. Sizes alternate
 * word by word, so that other load on the machine affects all of them alike.
 */
export function tellLarge({ sizes, bulk, computed }: Large, figures: Figures): void {
  const [few = NOTHING()] = sizes;
  const many = sizes.at(-1) ?? NOTHING();
  const middle = sizes.find(({ size }) => size === 20_000);
  const of = many.size.toLocaleString('en');
  figures.pair(`popup: open to first rows, ${of} against 100`, many.popup, few.popup, 1.3);
  figures.pair(`panel: open to first rows, ${of} against 100`, many.panel, few.panel, 1.5);
  figures.pair(`panel: open to all rows known, ${of} against 100`, many.ready, few.ready, 5);
  figures.time(`panel: open to all rows known, ${of}`, many.ready);
  if (middle) tellKeys(middle, few, 1.5, figures);
  tellKeys(many, few, 2.5, figures);
  tellTasks(many, few, figures);
  tellComputed(computed, of, figures);
  figures.pair('tagging 10,000 entries against bare puts', bulk.ours, bulk.bare, 1.5);
  figures.add(`memory of the panel, ${of}, opened`, many.use.memory / 1e6, 'MB', 200);
  figures.add(`memory of the panel, ${of}, after 100 searches`, many.use.memoryAfter / 1e6, 'MB', 200);
  const grown = many.use.memoryAfter / many.use.memoryUsed;
  figures.add('memory after 100 searches against before', grown, 'x', 1.1);
}

function tellKeys({ size, painted, use }: AtSize, few: AtSize, aim: number, figures: Figures): void {
  const of = size.toLocaleString('en');
  const name = 'search: key to painted rows';
  figures.add(
    `${name}, p95, ${of} against 100`,
    quantile(painted, 0.95) / quantile(few.painted, 0.95),
    'x',
    aim,
  );
  figures.pair(`${name}, median, ${of} against 100`, painted, few.painted, aim);
  figures.time(`${name}, p95, ${of}`, painted, 0.95);
  figures.time(`search: key to rows on a display of 60 Hz, p95, ${of}`, use.displayed, 0.95);
}

/**
 * Reports what was measured: ratios to the smallest library of the same run have goals, milliseconds are shown
 * beside them.
 */
function tellTasks(many: AtSize, few: AtSize, figures: Figures): void {
  const of = many.size.toLocaleString('en');
  const tell = (what: string, longest: number, against: number, aim: number) => {
    figures.add(`longest task while ${what}, ${of} against 100`, longest / against, 'x', aim);
    figures.time(`longest task while ${what}, ${of}`, [longest]);
  };
  tell('opening, median of all openings', median(many.longest), median(few.longest), 1.5);
  tell('typing', many.use.longestTyping, few.use.longestTyping, 1.5);
  tell('scrolling', many.use.longestScrolling, few.use.longestScrolling, 1.5);
}

function tellComputed(
  { compared, tagFilters, suggestions, tags }: Computed,
  of: string,
  figures: Figures,
): void {
  const [ours] = compared;
  for (const { name, times, built, recall, precision } of compared) {
    figures.time(`query alone, ${of}, ${name} (built in ${(built / 1000).toFixed(1)} s)`, times);
    if (ours && name !== ours.name)
      figures.pair(`query alone, ${of}, ours against ${name}`, ours.times, times, 1);
    figures.add(`query alone, ${of}, ${name}, recall`, recall, '');
    figures.add(`query alone, ${of}, ${name}, precision`, precision, '');
  }
  const many = tags.toLocaleString('en');
  figures.pair(
    'filter of three tags against a look at the tags of all entries',
    tagFilters.ours,
    tagFilters.bare,
    1,
  );
  figures.time(`filter of three tags, ${many} tags`, tagFilters.ours);
  figures.pair(
    'tag suggestions for a letter against a look at all tags',
    suggestions.ours,
    suggestions.bare,
    1,
  );
  figures.time(`tag suggestions for a letter, ${many} tags`, suggestions.ours);
}
