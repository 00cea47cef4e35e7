/** A small generator of numbers below a limit that is the same every time (mulberry32). */
export function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const JUNK = [
  '\0',
  '\ufeff',
  '__proto__',
  '"__proto__":{"polluted":true},',
  'constructor',
  '"',
  "'",
  ',',
  ';',
  '\\',
  '\\u0000',
  '\\ud83d',
  '\n',
  '\r',
  '\r\n\r\n',
  '<',
  '>',
  '</DL>',
  '<DL>',
  '<A HREF="',
  '&#0;',
  '&',
  '{',
  '}',
  '[',
  ']',
  '[{',
  '}]',
  ':',
  'null',
  '-1',
  '1e999',
  '99999999999999999999',
  '2020-02-30',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'https://',
  'https://tangya.blog.caixin.com/archives/1',
  '[['.repeat(300),
  '{"a":'.repeat(300),
  '<DL>'.repeat(300),
  '{'.repeat(300),
  '"'.repeat(301),
  ' '.repeat(500),
  '\u202e',
  '\ud83d',
  '😀',
  'TY  - BLOG\n',
  'ER  - \n',
  '@online{x,\n',
  ' = {',
  '#',
  '=1+1',
].map((text) => Buffer.from(text));

/** GBK for 财新, half a character of UTF-8, and what is no text. */
const BYTES = [
  [0xb2, 0xc6, 0xd0, 0xc2],
  [0xe8, 0xb4],
  [0xff, 0xfe],
  [0x00, 0xd8],
  [0x89, 0x50, 0x4e, 0x47],
  [0x80],
].map((bytes) => Buffer.from(bytes));

type Random = (limit: number) => number;

/** Ways to damage a file. */
const WAYS: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => flipped(bytes, random),
  (bytes, random) => spliced(bytes, random, 0, part(bytes, random)),
  (bytes, random) => spliced(bytes, random, random(200), Buffer.alloc(0)),
  (bytes, random) => spliced(bytes, random, 0, JUNK[random(JUNK.length)] ?? Buffer.alloc(0)),
  (bytes, random) => spliced(bytes, random, random(3), JUNK[random(JUNK.length)] ?? Buffer.alloc(0)),
  (bytes, random) => spliced(bytes, random, 0, BYTES[random(BYTES.length)] ?? Buffer.alloc(0)),
];

/** A file with one to four defects. */
export function mutated(bytes: Buffer, random: Random): Buffer {
  let result = bytes;
  for (let left = 1 + random(4); left > 0; left--)
    result = WAYS[random(WAYS.length)]?.(result, random) ?? result;
  return result;
}

function flipped(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  for (let left = 1 + random(8); left > 0 && copy.length > 0; left--) copy[random(copy.length)] = random(256);
  return copy;
}

function part(bytes: Buffer, random: Random): Buffer {
  const start = random(bytes.length + 1);
  return bytes.subarray(start, start + random(500));
}

function spliced(bytes: Buffer, random: Random, drop: number, insert: Buffer): Buffer {
  const at = random(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + drop)]);
}
