// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rememberFilter } from '../../utils/library/remember-filter';
import { readFilter, writeFilter } from '../../utils/storage/settings';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.useRealTimers());

async function remembered(first = '') {
  const end = new AbortController();
  const filter = signal(first);
  await rememberFilter({ filter }, 'popup', end.signal);
  return { filter, end };
}

describe('the filter of a surface', () => {
  test('is the one it was left with', async () => {
    await writeFilter('popup', '社区');
    const { filter, end } = await remembered();
    expect(filter.value).toBe('社区');
    end.abort();
  });

  test('is not the stored one if something was typed meanwhile', async () => {
    await writeFilter('popup', '社区');
    const filter = signal('');
    const end = new AbortController();
    const opening = rememberFilter({ filter }, 'popup', end.signal);
    filter.value = '经';
    await opening;
    expect(filter.value).toBe('经');
    end.abort();
  });

  test('is stored when typing pauses, not letter by letter', async () => {
    const { filter, end } = await remembered();
    const written: unknown[] = [];
    fakeBrowser.storage.onChanged.addListener((changes) => written.push(changes['filter:popup']?.newValue));
    filter.value = '经';
    filter.value = '经济';
    await vi.waitFor(async () => expect(await readFilter('popup')).toBe('经济'));
    expect(written).toEqual(['经济']);
    end.abort();
  });

  test('is stored at once when the page is left', async () => {
    vi.useFakeTimers();
    const { filter, end } = await remembered();
    filter.value = '经济';
    window.dispatchEvent(new Event('pagehide'));
    expect(await readFilter('popup')).toBe('经济');
    end.abort();
  });
});
