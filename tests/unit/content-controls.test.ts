// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Controls } from '../../entrypoints/overlay/controls';
import { aPost, urlOf } from './a-library';

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('words');
});

const state = () => ({ ticked: false });

function shown(controls: Controls): (string | undefined)[] {
  return [...controls.group.children].map((one) =>
    one instanceof HTMLElement ? one.dataset.url : undefined,
  );
}

function someControls(...numbers: number[]): Controls {
  const controls = new Controls(document.body, document.body, () => {});
  show(controls, ...numbers);
  return controls;
}

function show(controls: Controls, ...numbers: number[]): void {
  controls.show(
    numbers.map((n) => aPost(n)),
    new Map(),
    state,
  );
}

describe('the controls of a page', () => {
  it('are in the order of its posts, whatever comes, goes and changes places', () => {
    const controls = someControls(1, 2, 3);
    for (const now of [[3, 1, 2], [2], [5, 2, 4], [], [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]]) {
      show(controls, ...now);
      expect(shown(controls)).toEqual(now.map(urlOf));
    }
  });

  it('that stay are not touched when one before them comes or goes', () => {
    const controls = someControls(1, 2, 3);
    const moved = vi.spyOn(controls.group, 'insertBefore');
    show(controls, 9, 1, 2, 3);
    show(controls, 1, 2, 3);
    expect(moved.mock.calls.map(([one]) => one instanceof HTMLElement && one.dataset.url)).toEqual([
      urlOf(9),
    ]);
  });
});
