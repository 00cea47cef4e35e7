import { describe, expect, it } from 'vitest';
import { planRuns } from '../faults/plan';
import { random } from '../faults/random';
import { choose } from '../soak/choose';
import { type Action, Model } from '../soak/model';

describe('a plan of faults', () => {
  it('is the same for the same seed, and every fault meets every task before any does twice', () => {
    const names = (seed: number) =>
      planRuns({ runs: 118, seed, canFill: true }).map(({ fault, task }) => `${fault.name} × ${task.name}`);
    expect(names(3)).toEqual(names(3));
    expect(names(3)).not.toEqual(names(4));
    expect(new Set(names(3)).size).toBe(118);
  });

  it('repeats one run by its number', () => {
    const all = planRuns({ runs: 300, seed: 9, canFill: true });
    expect(planRuns({ runs: 1, seed: 9, canFill: true, only: '#250' })).toEqual([all[250]]);
  });
});

describe('random actions of a reader', () => {
  const actions = (seed: number, count: number) => {
    const next = random(seed);
    const model = new Model();
    return Array.from({ length: count }).reduce<Action[]>((past) => {
      const action = choose(next, model, past.at(-1));
      model.do(action);
      return [...past, action];
    }, []);
  };

  it('are the same for the same seed, and of every kind', () => {
    expect(actions(1, 200)).toEqual(actions(1, 200));
    const kinds = new Set(actions(1, 600).map(({ kind }) => kind));
    expect(kinds.size).toBe(20);
  });
});

describe('the plain model', () => {
  it('undoes and redoes, including what was removed', () => {
    const model = new Model();
    model.do({ kind: 'save', where: 'page', ns: [1, 2], tags: ['甲'], queue: true });
    const saved = structuredClone(model.state);
    model.do({ kind: 'remove', where: 'panel', n: 1 });
    expect([Object.keys(model.state.saved), model.state.queue, Object.keys(model.trash)]).toEqual([
      ['2'],
      [2],
      ['1'],
    ]);
    model.do({ kind: 'undo', where: 'panel' });
    expect([model.state, model.trash]).toEqual([saved, {}]);
    model.do({ kind: 'redo', where: 'popup' });
    expect(Object.keys(model.trash)).toEqual(['1']);
  });
});
