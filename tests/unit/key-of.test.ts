import { describe, expect, it } from 'vitest';
import { isLetter, keyOf, letterOf, type Press } from '../../components/ui/key-of';
import { readSources } from '../house/source';

const sources = readSources();

const press = (key: string, code = '', more: Partial<Press> = {}): Press => ({
  key,
  code,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});

describe('a pressed key', () => {
  it('is ignored during a composition, also if that ended just before', () => {
    expect(keyOf(press('Escape'))).toBe('Escape');
    expect(keyOf(press('Escape', 'Escape', { isComposing: true }))).toBe('');
    expect(keyOf(press('Enter', 'Enter', { keyCode: 229 }))).toBe('');
    expect(letterOf(press('j', 'KeyJ', { keyCode: 229 }))).toBe('');
  });
});

describe('a single key', () => {
  it.each([
    ['on our own layout', press('j', 'KeyJ'), 'j'],
    ['with Caps Lock', press('J', 'KeyJ'), 'j'],
    ['on Dvorak: what it types', press('j', 'KeyC'), 'j'],
    ['on Dvorak: a sign in the place of a letter', press(';', 'KeyZ'), ';'],
    ['on AZERTY: what it types', press('q', 'KeyA'), 'q'],
    ['on AZERTY: the question mark in the place of a letter', press('?', 'KeyM', { shiftKey: true }), '?'],
    ['on QWERTZ: the slash with Shift', press('/', 'Digit7', { shiftKey: true }), '/'],
    ['in Russian', press('о', 'KeyJ'), 'j'],
    ['in Russian with Shift', press('Я', 'KeyZ', { shiftKey: true }), 'z'],
    ['in Russian, the key of the slash', press('.', 'Slash'), '/'],
    ['in Russian, the key of the question mark', press(',', 'Slash', { shiftKey: true }), '?'],
    ['in Greek', press('κ', 'KeyK'), 'k'],
    ['in Greek, the semicolon on Q', press(';', 'KeyQ'), 'q'],
    ['in Hebrew', press('ח', 'KeyJ'), 'j'],
    ['in Hebrew, the slash on Q', press('/', 'KeyQ'), 'q'],
    ['in Arabic, the question mark', press('؟', 'Slash', { shiftKey: true }), '?'],
    ['with Chinese signs: full width', press('？', 'Slash', { shiftKey: true }), '?'],
    ['with Chinese signs: the slash', press('／', 'Slash'), '/'],
    ['with Chinese signs: the pause in its place', press('、', 'Slash'), '/'],
    ['in full-width letters', press('ｚ', 'KeyZ'), 'z'],
    ['in Korean', press('ㅓ', 'KeyJ'), 'j'],
  ])('%s', (_where, pressed, letter) => {
    expect(letterOf(pressed)).toBe(letter);
  });

  it('with AltGr or Alt types its own character and is no shortcut', () => {
    expect(letterOf(press('ś', 'KeyS', { getModifierState: (name) => name === 'AltGraph' }))).toBe('');
    expect(letterOf(press('ß', 'KeyS', { altKey: true }))).toBe('');
  });

  it('is a letter by what it types, and by its position in another script', () => {
    expect(isLetter(press('Z', 'KeyZ'), 'z')).toBe(true);
    expect(isLetter(press('я', 'KeyZ'), 'z')).toBe(true);
    expect(isLetter(press('z', 'KeyY'), 'z')).toBe(true);
    expect(isLetter(press('y', 'KeyZ'), 'z')).toBe(false);
    expect(isLetter(press('z', 'KeyZ', { isComposing: true }), 'z')).toBe(false);
  });
});

it('nothing that listens for keys reads an event’s key, code or composition by itself', () => {
  const own =
    /\bevent\.(?:key|code|keyCode|which|isComposing)\b|\{[^}\n]*\b(?:key|code|isComposing)\b[^}\n]*\}: KeyboardEvent/;
  const wrong = sources.filter(
    ({ path, code }) =>
      !/key-of\.ts$/.test(path) && own.test(code.replace(/event as InputEvent\)\.isComposing/g, '')),
  );
  expect(
    wrong.map(({ path }) => path),
    'use `keyOf`, `isLetter` or `letterOf` (components/ui/key-of.ts) in these files',
  ).toEqual([]);
  const deaf = sources.filter(
    ({ code }) =>
      /onKey(?:Down|Up|Press)=|addEventListener\('key/.test(code) && !/from '[./a-z]*\/key-of'/.test(code),
  );
  expect(
    deaf.map(({ path }) => path),
    'these files listen for keys: name the key with `keyOf` (components/ui/key-of.ts)',
  ).toEqual([]);
});
