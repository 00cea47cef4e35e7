import { describe, expect, it } from 'vitest';
import { secureOnlyIn } from '../house/secure-only';

// @vitest-environment node

const NAMES = ['caches', 'crypto.randomUUID', 'navigator.storage', 'PointerEvent#getCoalescedEvents'];
const found = (code: string) =>
  secureOnlyIn(code, 'x.ts', NAMES).map((name) => name.replace(/ \(line \d+\)$/, ''));

describe('what pages on http lack', () => {
  it.each([
    ['crypto.randomUUID()', 'crypto.randomUUID'],
    ['globalThis.crypto.randomUUID()', 'crypto.randomUUID'],
    ['crypto?.randomUUID?.()', 'crypto.randomUUID'],
    ["crypto['randomUUID']()", 'crypto.randomUUID'],
    ['const { randomUUID } = crypto;', 'crypto.randomUUID'],
    ['const { randomUUID: make } = window.crypto;', 'crypto.randomUUID'],
    ['(navigator as Navigator).storage.persist()', 'navigator.storage'],
    ['navigator!.storage', 'navigator.storage'],
    ['await caches.open("x")', 'caches'],
    ['window.caches', 'window.caches'],
    ['f({ caches })', 'caches'],
    ['event.getCoalescedEvents()', 'event.getCoalescedEvents'],
  ])('is found in %s', (code, name) => {
    expect(found(code)).toEqual([name]);
  });

  it.each([
    'browser.storage.local.get(key)',
    'crypto.getRandomValues(bytes)',
    'const caches = new Map(); caches.get(1)',
    'function f(caches: number) { return caches; }',
    'const all = { caches: 1 }; all.caches',
    'let x: caches;',
    "import type { caches } from './x'",
  ])('is not found in %s', (code) => {
    expect(found(code)).toEqual([]);
  });
});
