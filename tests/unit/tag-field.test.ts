// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TagField } from '../../components/tag-field/tag-field';
import { suggestTags } from '../../utils/domain/counted-tags';
import { speak } from './a-browser';

const KNOWN = [
  { tag: '治理', count: 9 },
  { tag: '社区', count: 5 },
  { tag: '社区团购', count: 2 },
];

/** A field whose owner stores what it reports, as every owner does. */
function aField() {
  const field = new TagField();
  const onSubmit = vi.fn();
  const state = { tags: [] as string[], typed: '' };
  const show = () =>
    field.update({
      ...state,
      offer: (typed, chosen) => suggestTags(KNOWN, typed, chosen, 8),
      colour: (tag) => (tag === '治理' ? 'red' : undefined),
      label: '标签',
      onTags: (tags) => {
        state.tags = tags;
        show();
      },
      onTyped: (typed) => {
        state.typed = typed;
        show();
      },
      onSubmit,
    });
  show();
  document.body.replaceChildren(field.element);
  const input = document.querySelector('input');
  if (!input) throw new Error('the field has no input');
  input.focus();
  return {
    state,
    input,
    onSubmit,
    type(text: string) {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    press(key: string, more: KeyboardEventInit = {}) {
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
    },
    offered: () => [...document.querySelectorAll('[role=option]')].map((one) => one.getAttribute('data-tag')),
    chosen: () => document.querySelector('[aria-selected=true]')?.getAttribute('data-tag'),
  };
}

beforeEach(async () => {
  document.body.replaceChildren();
  await speak('zh_CN');
});

describe('the tag field', () => {
  it('offers the reader’s own tags, those that begin with what is typed first', () => {
    const field = aField();
    expect(field.offered()).toEqual(['治理', '社区', '社区团购']);
    field.type('社');
    expect(field.offered()).toEqual(['社区', '社区团购']);
  });

  it('takes what is typed with Enter or a separator of either script', () => {
    const field = aField();
    field.type('组织');
    field.press('Enter');
    field.type('物业，');
    field.type('宏观、产业');
    expect(field.state).toEqual({ tags: ['组织', '物业', '宏观'], typed: '产业' });
  });

  it('accepts an offered tag with the arrows and Enter, and then no longer offers it', () => {
    const field = aField();
    field.press('ArrowDown');
    field.press('ArrowDown');
    expect(field.chosen()).toBe('社区');
    expect(field.input.getAttribute('aria-activedescendant')).toBe(
      document.querySelector('[aria-selected=true]')?.id,
    );
    field.press('Enter');
    expect(field.state.tags).toEqual(['社区']);
    expect(field.offered()).not.toContain('社区');
  });

  it('leaves Enter to an input method that is still composing', () => {
    const field = aField();
    field.type('zhili');
    field.press('Enter', { isComposing: true });
    expect(field.state.tags).toEqual([]);
  });

  it('drops the last tag with Backspace in an empty field', () => {
    const field = aField();
    field.type('一,二,');
    field.press('Backspace');
    expect(field.state.tags).toEqual(['一']);
  });

  it('submits with Enter when nothing is typed', () => {
    const field = aField();
    field.type('一');
    field.press('Enter');
    expect(field.onSubmit).not.toHaveBeenCalled();
    field.press('Enter');
    expect(field.onSubmit).toHaveBeenCalledOnce();
  });

  it('closes its suggestions with Escape, and keeps the text', () => {
    const field = aField();
    field.type('社');
    field.press('Escape');
    expect(field.offered()).toEqual([]);
    expect(field.state.typed).toBe('社');
  });

  it('shows how often a tag is used, and its colour where it has one, chosen or offered', () => {
    const field = aField();
    const [first, second] = document.querySelectorAll('[role=option]');
    expect(first?.textContent).toBe('治理9');
    expect(first?.querySelector('[data-colour]')?.getAttribute('data-colour')).toBe('red');
    expect(second?.querySelector('[data-colour]')).toBeNull();
    field.type('治理,社区,');
    const chosen = [...document.querySelectorAll('.tag-field-tag')];
    expect(chosen.map((one) => one.querySelector('[data-colour]')?.textContent)).toEqual(['治理', undefined]);
  });

  it('opens again with an arrow after Escape, on the first or the last suggestion', () => {
    const field = aField();
    field.press('Escape');
    field.press('ArrowUp');
    expect(field.chosen()).toBe('社区团购');
    field.press('ArrowDown');
    expect(field.chosen()).toBe('治理');
  });

  it('shows a tag as text, never as markup', () => {
    const field = aField();
    field.type('<img src=x>');
    field.press('Enter');
    expect(document.querySelector('img')).toBeNull();
    expect(document.querySelector('.tag-field-tag')?.textContent).toBe('<img src=x>×');
  });
});
