// @vitest-environment happy-dom
import { h, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EntryEditor } from '../../components/library/entry-editor';
import { speak } from './a-browser';
import { anEntry } from './a-library';

describe('the editor of an entry', () => {
  const place = document.createElement('div');

  beforeEach(async () => {
    await speak('zh_CN');
    document.body.append(place);
  });

  afterEach(() => {
    render(null, place);
    place.remove();
  });

  it('focuses the tag field as soon as it is there: a reader who has gone on to the note stays there', () => {
    const editor = h(EntryEditor, {
      entry: anEntry(1),
      known: [],
      onShelve: async () => true,
      onNote: async () => '',
      onClose() {},
    });
    render(editor, place);
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
  });
});
