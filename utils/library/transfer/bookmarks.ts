import { browser } from 'wxt/browser';
import type { Read } from '../../codecs';
import { readOf } from '../../codecs/read-of';

/** The browser's own bookmarks, for an import: their folders become tags. Needs the permission. */
export async function readBookmarks(): Promise<Iterable<Read>> {
  const [root]: Node[] = await browser.bookmarks.getTree();
  // The first two levels are the browser's own: the root, and its bar, menu and other folders.
  const tops = root?.children ?? [];
  return walk(tops.flatMap((top) => (top.children ?? []).map((node) => ({ node, tags: [] }))));
}

/** The part of a bookmark or folder that is read. */
interface Node {
  title: string;
  url?: string | undefined;
  /** Epoch milliseconds. */
  dateAdded?: number | undefined;
  children?: Node[] | undefined;
}

interface Branch {
  node: Node;
  tags: string[];
}

function* walk(branches: Branch[]): Generator<Read> {
  let line = 0;
  for (let branch = branches.shift(); branch; branch = branches.shift()) {
    const { node, tags } = branch;
    if (node.url) {
      const raw = { url: node.url, title: node.title, tags, savedAt: node.dateAdded };
      yield readOf(++line, raw, node.url);
    }
    const inside = (node.children ?? []).map((child) => ({ node: child, tags: [...tags, node.title] }));
    branches.unshift(...inside);
  }
}
