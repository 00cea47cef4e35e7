import { withoutInvisible } from '../../domain/plain-text';

/** Not allowed in file names on Windows, or with a meaning in Obsidian's links. */
const FORBIDDEN = /[<>:"/\\|?*#^[\]\p{Cc}\p{Zl}\p{Zp}\ufffd]/gu;

/** Names of devices on Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$)/i;

/** Longest name in UTF-8 bytes, with number and extension: short enough for every file system. */
const LONGEST = 120;

/** Makes names valid on Windows, macOS and Linux, and unique even if letter case is ignored. */
export class FileNames {
  private readonly used = new Set<string>();
  private readonly doubles = new Map<string, number>();

  /** @param extension with its dot */
  constructor(private readonly extension: string) {}

  next(text: string): string {
    const base = cutToBytes(safe(text), LONGEST - this.extension.length - 10) || '_';
    const key = folded(base);
    let count = this.doubles.get(key) ?? 1;
    let name = base;
    for (; this.used.has(folded(name)); name = `${base} (${count})`) count++;
    this.doubles.set(key, count);
    this.used.add(folded(name));
    return name + this.extension;
  }
}

function safe(text: string): string {
  const bare = withoutInvisible(text.normalize('NFC').toWellFormed().replace(FORBIDDEN, ' '));
  const name = bare.replace(/\s+/g, ' ').trim();
  return name.replace(/^\.+/, '').replace(DEVICE, '_$&');
}

function folded(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}

function cutToBytes(text: string, limit: number): string {
  let end = 0;
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, 2 * limit))) {
    bytes += new TextEncoder().encode(segment).length;
    if (bytes > limit) break;
    end += segment.length;
  }
  return text.slice(0, end).replace(/[. ]+$/, '');
}
