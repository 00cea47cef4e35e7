import { i18n } from '#i18n';
import type { TagCount } from '../../utils/domain/entry';
import { SEPARATOR, splitTags, uniqueTags } from '../../utils/domain/tag';
import { keyOf } from '../ui/key-of';
import { element, setAttributes } from './element';

export interface TagFieldProps {
  tags: string[];
  /** Text typed and not yet a tag. */
  typed: string;
  /** Tags to choose from, for what is typed and chosen. */
  offer(typed: string, chosen: string[]): TagCount[];
  /** The colour of a tag, where it has one. */
  colour?(tag: string): string | undefined;
  label: string;
  placeholder?: string;
  /** Opens suggestions above the field, for a field at the bottom. */
  upward?: boolean;
  /** Shown if there are no suggestions; with it the list stays while the field is open. */
  none?: string;
  onTags(tags: string[]): void;
  onTyped(text: string): void;
  /** Enter in an empty field. */
  onSubmit?(): void;
}

let count = 0;

/**
 * The chosen tags, and a field that offers the reader's own (ARIA combobox). Without a framework, as the content script
 * must stay small.
 */
export class TagField {
  readonly #id = `tags-${count++}`;
  readonly #chips = element('span', { class: 'tag-field-tags' });
  readonly #input = element('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    enterkeyhint: 'done',
    'aria-autocomplete': 'list',
    'aria-controls': this.#id,
  });
  readonly #list = element('div', { class: 'tag-field-list', role: 'listbox', id: this.#id });
  readonly element = element('div', { class: 'tag-field' }, this.#chips, this.#input, this.#list);
  #props: TagFieldProps = { tags: [], typed: '', label: '', offer: () => [], onTags() {}, onTyped() {} };
  #open = false;
  #at = -1;
  #look = '';
  #composing = false;
  #offered: TagCount[] = [];

  constructor() {
    this.#input.addEventListener('input', (event) => {
      this.#composing = (event as InputEvent).isComposing;
      this.#type();
    });
    this.#input.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#type();
    });
    this.#input.addEventListener('beforeinput', (event) => this.#paste(event));
    this.#input.addEventListener('focus', () => this.#show(true));
    this.#input.addEventListener('blur', () => this.#show(false));
    this.#input.addEventListener('keydown', (event) => {
      if (!this.#press(keyOf(event))) return;
      event.preventDefault();
      event.stopPropagation();
    });
    // A press on the list must not take the focus from the field.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#pick(event.target));
    this.#chips.addEventListener('click', (event) => this.#drop(event.target));
  }

  /** Shows these tags, this text, these suggestions. */
  update(props: TagFieldProps): void {
    this.#props = props;
    this.element.classList.toggle('tag-field-upward', props.upward === true);
    this.#input.placeholder = props.tags.length > 0 ? '' : (props.placeholder ?? props.label);
    setAttributes(this.#input, { 'aria-label': props.label });
    setAttributes(this.#list, { 'aria-label': props.label });
    // While composing, the input method owns the text.
    if (!this.#composing && this.#input.value !== props.typed) this.#input.value = props.typed;
    const look = props.tags.map((tag) => tag + props.colour?.(tag)).join('\n');
    // Rendered only if something changed, so that a focused button stays.
    if (this.#look !== look) this.#chips.replaceChildren(...props.tags.map((tag) => this.#chip(tag)));
    // Scrolls to the newest.
    if (this.#look !== look) this.#chips.scrollLeft = this.#chips.scrollWidth;
    this.#look = look;
    this.#offer();
  }

  #show(open: boolean): void {
    this.#open = open;
    this.#at = -1;
    this.#offer();
  }

  #offer(): void {
    const { offer, typed, tags, colour, none } = this.#props;
    this.#offered = this.#open ? offer(typed, tags) : [];
    const options = this.#offered.map(({ tag, count: used }, index) =>
      element(
        'div',
        {
          role: 'option',
          id: `${this.#id}-${index}`,
          'data-tag': tag,
          'aria-selected': String(index === this.#at),
        },
        element('span', { 'data-colour': colour?.(tag) }, tag),
        element('span', { class: 'tag-field-count' }, String(used || '')),
      ),
    );
    if (options.length === 0 && none && this.#open)
      options.push(element('div', { role: 'option', 'aria-disabled': 'true' }, none));
    this.#list.hidden = options.length === 0;
    this.#list.replaceChildren(...options);
    setAttributes(this.#input, {
      'aria-expanded': String(options.length > 0),
      'aria-activedescendant': options[this.#at]?.id,
    });
  }

  #type(): void {
    const parts = this.#composing ? [this.#input.value] : this.#input.value.split(SEPARATOR);
    const { tags, onTags, onTyped } = this.#props;
    this.#open = true;
    this.#at = -1;
    onTyped(parts.at(-1) ?? '');
    if (parts.length > 1) onTags(uniqueTags([...tags, ...parts.slice(0, -1)]));
    else this.#offer();
  }

  /** Takes pasted or dropped text before the browser joins its lines: a list becomes several tags. */
  #paste(event: InputEvent): void {
    const { data, inputType } = event;
    if (!data || !/^insertFrom/.test(inputType)) return;
    const pasted = splitTags(data);
    if (pasted.length < 2 && pasted[0] === data) return;
    event.preventDefault();
    this.#add(pasted);
  }

  #add(more: string[], typed = this.#props.typed): void {
    const { tags, onTags, onTyped } = this.#props;
    this.#at = -1;
    onTyped(typed);
    onTags(uniqueTags([...tags, ...more]));
  }

  #pick(target: EventTarget | null): void {
    const chosen =
      target instanceof Element ? target.closest<HTMLElement>('[role=option]')?.dataset.tag : undefined;
    if (chosen !== undefined) this.#add([chosen], '');
  }

  #drop(target: EventTarget | null): void {
    const dropped =
      target instanceof Element ? target.closest<HTMLElement>('button')?.dataset.tag : undefined;
    if (dropped === undefined) return;
    this.#props.onTags(this.#props.tags.filter((tag) => tag !== dropped));
    this.#input.focus();
  }

  /** Handles a key; false if it is left to the browser. */
  #press(key: string): boolean {
    const { tags, typed, onTags, onSubmit } = this.#props;
    const chosen = this.#offered[this.#at]?.tag;
    if (key === 'ArrowDown' || key === 'ArrowUp') this.#move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && chosen !== undefined) this.#add([chosen], '');
    else if (key === 'Enter' && typed.trim()) this.#add(splitTags(typed), '');
    else if (key === 'Enter') onSubmit?.();
    else if (key === 'Escape' && !this.#list.hidden) this.#show(false);
    else if (key === 'Backspace' && this.#input.value === '' && tags.length > 0) onTags(tags.slice(0, -1));
    else return false;
    return true;
  }

  #move(step: number): void {
    if (!this.#open) this.#show(true);
    const { length } = this.#offered;
    if (length > 0) this.#at = this.#at < 0 && step < 0 ? length - 1 : (this.#at + step + length) % length;
    this.#offer();
  }

  #chip(tag: string): Node {
    return element(
      'span',
      { class: 'tag-field-tag' },
      element('span', { 'data-colour': this.#props.colour?.(tag) }, tag),
      element(
        'button',
        { type: 'button', 'aria-label': i18n.t('common.removeTag', [tag]), 'data-tag': tag },
        '×',
      ),
    );
  }
}
