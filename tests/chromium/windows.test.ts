import { describe, expect } from 'vitest';
import { bundle } from '../../scripts/bench/bundle';
import { test } from '../browsers/chromium-test';
import type { Action } from '../faults/library-bundle';
import type { Bundled } from '../faults/rig';

/** A library as plain data: posts by number with their shelving, and the queue as a list. */
class Model {
  readonly posts = new Map<number, { tags: string[]; read: boolean; archived: boolean }>();
  queue: number[] = [];

  do(action: Action): void {
    const { n } = action;
    const post = this.posts.get(n);
    if (action.kind === 'save') this.#save(action, post?.tags ?? []);
    else if (!post) return;
    else if (action.kind === 'remove') this.#remove(n);
    else if (action.kind === 'tag') {
      const kept = post.tags.filter((tag) => !action.drop.includes(tag));
      post.tags = [...new Set([...kept, ...action.add])];
    } else if (action.kind === 'move') this.#move(n, action.before);
    else if (action.kind === 'read') post.read = action.on;
    else if (action.kind === 'queued') this.#queue(n, action.on);
    else {
      post.archived = action.on;
      if (action.on) this.#queue(n, false);
    }
  }

  #save({ n, tags, queue }: Action & { kind: 'save' }, old: string[]): void {
    const { read = false, archived = false } = this.posts.get(n) ?? {};
    this.posts.set(n, { tags: [...new Set([...old, ...tags])], read, archived });
    if (queue) this.#queue(n, true);
  }

  #queue(n: number, on: boolean): void {
    if (!on) this.queue = this.queue.filter((one) => one !== n);
    else if (!this.queue.includes(n)) {
      this.queue.push(n);
      const post = this.posts.get(n);
      if (post) post.archived = false;
    }
  }

  #move(n: number, before: number): void {
    if (!this.queue.includes(n) || n === before) return;
    const rest = this.queue.filter((one) => one !== n);
    this.queue = rest.toSpliced(rest.includes(before) ? rest.indexOf(before) : rest.length, 0, n);
  }

  #remove(n: number): void {
    this.posts.delete(n);
    this.#queue(n, false);
  }
}

/** Left in a page by the bundle. */
interface WithViews {
  views: typeof import('../../utils/storage/saved-views');
}

describe('two windows at once', () => {
  test('save eighty views between them, and all eighty are there', async ({ browser }) => {
    const code = await bundle('utils/storage/saved-views.ts', 'views');
    const open = async () => {
      const page = await browser.open(browser.address('manifest.json'));
      await page.evaluate(code);
      return page;
    };
    const windows = [await open(), await open()] as const;
    await Promise.all(
      windows.map((page, window) =>
        page.evaluate((name) => {
          const { views } = globalThis as unknown as WithViews;
          const names = Array.from({ length: 40 }, (_, n) => `${name} ${n}`);
          return Promise.all(names.map((one) => views.saveView({ name: one, filter: '' })));
        }, window),
      ),
    );
    const kept = await windows[0].evaluate(() => {
      const { views } = globalThis as unknown as WithViews;
      return views.readViews();
    });
    expect(new Set(kept.map(({ name }) => name)).size).toBe(80);
  });

  test('a thousand changes end in a state that some order of them explains', async ({ browser }) => {
    const code = await bundle('tests/faults/library-bundle.ts', 'keeping');
    const open = async () => {
      const page = await browser.open(browser.address('manifest.json'));
      await page.evaluate(code);
      return page;
    };
    const windows = [await open(), await open()] as const;
    const done = await Promise.all(
      windows.map((page, index) =>
        page.evaluate((seed) => {
          // Left in the page by the bundle.
          const { keeping } = globalThis as unknown as Bundled;
          return keeping.act(seed, 500);
        }, index + 1),
      ),
    );
    const order = done.flat().sort((a, b) => a.step - b.step);
    const isOf = (index: number) => new Set(done[index]?.map(({ step }) => step));
    const changes = order.filter(
      ({ step }, n) => n > 0 && isOf(0).has(step) !== isOf(0).has(order[n - 1]?.step ?? 0),
    );
    expect(order.length).toBeGreaterThan(300);
    expect(changes.length).toBeGreaterThan(100);
    const model = new Model();
    for (const { action } of order) model.do(action);
    const kept = await windows[0].evaluate(async () => {
      const { keeping } = globalThis as unknown as Bundled;
      const library = keeping.library();
      const [all, queue, check] = [await library.all(), await library.queue(), await library.check()];
      return { all, queue: queue.map(({ url }) => Number(url.slice(-6)) - 100_000), check };
    });
    expect(kept.queue).toEqual(model.queue);
    const plain = kept.all.map(({ url, tags, readAt, archivedAt }) => [
      Number(url.slice(-6)) - 100_000,
      { tags, read: readAt !== undefined, archived: archivedAt !== undefined },
    ]);
    expect(plain).toEqual([...model.posts].sort(([a], [b]) => a - b));
    expect(kept.check.faults).toEqual({});
  });
});
