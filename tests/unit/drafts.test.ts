import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, type Draft, NO_DRAFT } from '../../utils/domain/draft';
import { type DraftStore, SyncedDraft } from '../../utils/domain/synced-draft';
import { urlOf } from './a-library';

const aDraft = (more: Partial<Draft> = {}): Draft => ({
  ticked: [urlOf(1)],
  tags: ['治理'],
  typed: '组',
  ...more,
});

/** A store whose answers come when the test says so. */
function aStore() {
  const kept: { now: Draft } = { now: NO_DRAFT };
  const asked: { say: string; answer: () => void; fail: (error: Error) => void }[] = [];
  const turn = <T>(say: string, work: () => T) => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    asked.push({ say, answer: () => resolve(work()), fail: reject });
    return promise;
  };
  const store: DraftStore = {
    read: () => turn('read', () => kept.now),
    change: (change) =>
      turn(JSON.stringify(change), () => {
        kept.now = applied(kept.now, change);
      }),
  };
  return { kept, asked, store };
}

/** What a store does with a change, as a plain model. */
function applied(draft: Draft, { tick = [], untick = [], tag = [], untag = [], typed }: Changed): Draft {
  return {
    ticked: [...new Set([...draft.ticked.filter((url) => !untick.includes(url)), ...tick])],
    tags: [...new Set([...draft.tags.filter((one) => !untag.includes(one)), ...tag])],
    typed: typed ?? draft.typed,
  };
}

type Changed = ReturnType<typeof changeBetween>;

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a change between two drafts', () => {
  it('contains what was added and removed, and nothing that stayed', () => {
    const now = aDraft({ ticked: [urlOf(2), urlOf(1)], tags: [], typed: '组织' });
    expect(changeBetween([aDraft()], now)).toEqual({ tick: [urlOf(2)], untag: ['治理'], typed: '组织' });
    expect(changeBetween([now], aDraft())).toEqual({ untick: [urlOf(2)], tag: ['治理'], typed: '组' });
    expect(changeBetween([now], now)).toEqual({});
  });

  it('leads from any draft to any other, as a set of ticks and tags', () => {
    const draft = fc.record({
      ticked: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')),
      tags: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
      typed: fc.constantFrom('', '组', '组织'),
    });
    const asSets = ({ ticked, tags, typed }: Draft) => [new Set(ticked), new Set(tags), typed];
    fc.assert(
      fc.property(draft, draft, (one, two) => {
        expect(asSets(applied(one, changeBetween([one], two)))).toEqual(asSets(two));
      }),
    );
  });
});

describe('a draft while a reader is typing', () => {
  it('ends as it was last, whenever earlier messages are answered, and whichever of them are lost', async () => {
    const draft = fc.record({
      ticked: fc.uniqueArray(fc.constantFrom('a', 'b')),
      tags: fc.uniqueArray(fc.constantFrom('x', 'y')),
      typed: fc.constantFrom('', '组', '组织'),
    });
    const step = fc.record({ draft, isLost: fc.boolean(), isAnswered: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (steps, slowly) => {
          const store = { now: NO_DRAFT, read: async () => store.now, change: async (_: Changed) => {} };
          const answers: (() => void)[] = [];
          const followed = new SyncedDraft(store, () => {});
          for (const [n, { draft: next, isLost, isAnswered }] of steps.entries()) {
            // Changes arrive in the order they were sent; a lost one is lost again when it is repeated.
            store.change = (change) => {
              if (isLost && n < steps.length - 1) return Promise.reject(new Error('lost'));
              store.now = applied(store.now, change);
              return isAnswered ? Promise.resolve() : new Promise((resolve) => answers.push(resolve));
            };
            void followed.set(next).catch(() => {});
            if (slowly) await settled();
          }
          for (const answer of answers.reverse()) answer();
          await settled();
          const asSets = ({ ticked, tags, typed }: Draft) => [new Set(ticked), new Set(tags), typed];
          expect(asSets(store.now)).toEqual(asSets(followed.now));
        },
      ),
    );
  });

  it('is sent letter by letter, each time with everything not known to be stored', async () => {
    const { asked, store } = aStore();
    const draft = new SyncedDraft(store, () => {});
    void draft.set({ typed: '组' });
    void draft.set({ ticked: [urlOf(1)] });
    expect(draft.now).toEqual({ ticked: [urlOf(1)], tags: [], typed: '组' });
    expect(asked.map(({ say }) => JSON.parse(say))).toEqual([
      { typed: '组' },
      { tick: [urlOf(1)], typed: '组' },
    ]);
    for (const { answer } of asked) answer();
    await settled();
    void draft.set({ typed: '' });
    expect(JSON.parse(asked[2]?.say ?? '')).toEqual({ typed: '' });
  });

  it('is not reset by what was stored a letter ago', async () => {
    const { asked, store } = aStore();
    const taken: Draft[] = [];
    const draft = new SyncedDraft(store, (now) => taken.push(now));
    void draft.set({ typed: '组' });
    asked[0]?.answer();
    await settled();
    void draft.renew();
    void draft.set({ typed: '组织' });
    asked[1]?.answer();
    await settled();
    expect([draft.now.typed, taken]).toEqual(['组织', []]);
    asked[2]?.answer();
    await settled();
    asked[3]?.answer();
    await settled();
    expect(taken.map(({ typed }) => typed)).toEqual(['组织']);
  });

  it('of which a message was lost is sent again, but not over what came after it', async () => {
    const { asked, kept, store } = aStore();
    const draft = new SyncedDraft(store, () => {});
    const first = draft.set({ typed: '组' });
    const second = draft.set({ typed: '组织' });
    asked[1]?.answer();
    asked[0]?.fail(new Error('The message port closed before a response was received.'));
    await Promise.all([first, second]);
    expect([asked.length, kept.now.typed]).toEqual([2, '组织']);
    const third = draft.set({ typed: '组织部' });
    asked[2]?.fail(new Error('The message port closed before a response was received.'));
    await settled();
    asked[3]?.answer();
    await third;
    expect(kept.now.typed).toBe('组织部');
  });

  it('that cannot be stored reports that, and the next change includes it', async () => {
    const { asked, kept, store } = aStore();
    const draft = new SyncedDraft(store, () => {});
    const failed = draft.set({ tags: ['治理'] });
    asked[0]?.fail(new Error('full'));
    await settled();
    asked[1]?.fail(new Error('full'));
    await expect(failed).rejects.toThrow('full');
    expect(draft.now.tags).toEqual(['治理']);
    void draft.set({ typed: '组' });
    asked[2]?.answer();
    await settled();
    expect(kept.now).toEqual({ ticked: [], tags: ['治理'], typed: '组' });
  });

  it('ends the same on all surfaces, in whatever order messages arrive', async () => {
    const step = fc.record({
      who: fc.nat({ max: 2 }),
      what: fc.oneof(
        fc.constantFrom('a', 'b', 'c').map((url) => ({ url })),
        fc.constantFrom('x', 'y').map((tag) => ({ tag })),
        fc.string({ maxLength: 3 }).map((typed) => ({ typed })),
      ),
    });
    const toggled = (all: string[], one: string) =>
      all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.scheduler(), async (steps, scheduler) => {
        let kept = NO_DRAFT;
        const surfaces: SyncedDraft[] = [];
        const store: DraftStore = {
          read: scheduler.scheduleFunction(async () => kept),
          async change(change) {
            await scheduler.schedule(Promise.resolve());
            kept = applied(kept, change);
            for (const one of surfaces) void scheduler.schedule(Promise.resolve()).then(() => one.renew());
          },
        };
        for (let n = 0; n < 3; n++) surfaces.push(new SyncedDraft(store, () => {}));
        scheduler.scheduleSequence(
          steps.map(({ who, what }) => async () => {
            const one = surfaces[who];
            if (!one) return;
            const { ticked, tags } = one.now;
            if ('url' in what) void one.set({ ticked: toggled(ticked, what.url) });
            else if ('tag' in what) void one.set({ tags: toggled(tags, what.tag) });
            else void one.set(what);
          }),
        );
        await scheduler.waitIdle();
        for (const one of surfaces) {
          const { ticked, tags, typed } = one.now;
          expect([new Set(ticked), new Set(tags), typed]).toEqual([
            new Set(kept.ticked),
            new Set(kept.tags),
            kept.typed,
          ]);
        }
      }),
    );
  });
});
