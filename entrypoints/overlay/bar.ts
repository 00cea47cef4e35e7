import { i18n } from '#i18n';
import { element, setAttributes } from '../../components/tag-field/element';
import { TagField } from '../../components/tag-field/tag-field';
import { suggestTags } from '../../utils/domain/counted-tags';
import type { Draft } from '../../utils/domain/draft';
import type { TagCount } from '../../utils/domain/entry';
import type { Failure } from '../../utils/domain/errors';

interface BarProps {
  counts: { posts: number; saved: number; ticked: number };
  draft: Draft;
  known: TagCount[];
  /** What happened last, also for screen readers. */
  said: string;
  /** Whether it can be undone or redone. */
  turn: 'undo' | 'redo' | undefined;
  failure: Failure | undefined;
  busy: boolean;
  hidden: boolean;
  /** Position of the list, in pixels of the viewport. */
  column: { left: number; width: number };
}

interface BarActions {
  onSelect(which: 'all' | 'none' | 'new' | 'invert'): void;
  onDraft(change: Partial<Draft>): void;
  onSave(queue: boolean): void;
  onTurn(): void;
  onHide(hidden: boolean): void;
}

/** Most tags offered at a time. */
const MOST = 8;

/** Narrowest bar with all buttons in one row, in pixels (see overlay.css); in narrower windows it takes the full width. */
const NARROW = 860;

/** The bar at the bottom of the list's column, and the button that stays when it is hidden. */
export class Bar {
  readonly #counts = element('span', { class: 'counts' });
  readonly #tags = new TagField();
  readonly #save = button('', 'primary', () => this.actions.onSave(false));
  readonly #queue = button(i18n.t('page.queue'), '', () => this.actions.onSave(true));
  readonly #status = element('div', { role: 'status' });
  readonly #alert = element('div', { role: 'alert', class: 'trouble' });
  readonly #turn = button('', 'undo', () => this.actions.onTurn());
  readonly #said = element('div', { class: 'said' }, this.#status, this.#turn, this.#alert);
  /** In a narrow window it shows the select buttons above it while it, or one of them, has the focus. */
  readonly #more = element('button', { type: 'button', class: 'more', tabindex: '0' }, i18n.t('page.choose'));
  readonly #all = button(i18n.t('page.select.all'), '', () => this.actions.onSelect('all'));
  readonly element = element('section', { class: 'bar', 'aria-label': i18n.t('page.bar') });
  readonly #pill = button(i18n.t('page.show'), 'pill', () => this.#toggle(false));

  constructor(
    parent: Element,
    private readonly actions: BarActions,
  ) {
    const others = (['none', 'new', 'invert'] as const).map((which) =>
      button(i18n.t(`page.select.${which}`), '', () => actions.onSelect(which)),
    );
    const tags = element('div', { class: 'fill' }, this.#tags.element);
    const hide = button(i18n.t('page.hide'), 'hide', () => this.#toggle(true));
    const verbs = element('span', { class: 'verbs' }, this.#save, this.#queue, hide);
    const select = element('span', { class: 'select' }, this.#all, ...others);
    this.element.append(this.#counts, this.#said, this.#more, select, tags, verbs);
    parent.append(this.element, this.#pill);
  }

  /** Hides or shows the bar, and moves the focus to what remains. */
  #toggle(hidden: boolean): void {
    this.actions.onHide(hidden);
    if (hidden) this.#pill.focus();
    else this.#save.focus();
  }

  show({ counts, draft, known, said, turn, failure, busy, hidden, column }: BarProps): void {
    const { posts, saved, ticked } = counts;
    this.element.hidden = hidden;
    this.#pill.hidden = !hidden;
    this.#stand(column);
    put(this.#counts, countsOf(posts, saved, ticked));
    this.#more.title = this.#counts.textContent;
    this.#all.title = i18n.t('page.allCount', [String(posts)]);
    setAttributes(this.#counts, { 'data-widest': countsOf(posts, posts, posts) });
    setAttributes(this.#save, { 'data-widest': i18n.t('page.saveCount', [String(posts)]) });
    put(this.#save, ticked > 0 ? i18n.t('page.saveCount', [String(ticked)]) : i18n.t('page.save'));
    put(this.#status, said);
    put(this.#alert, failure ? i18n.t(`trouble.${failure.kind}`) : '');
    put(this.#turn, turn ? i18n.t(`common.${turn}`) : '');
    this.#turn.hidden = !turn;
    this.#alert.hidden = !failure;
    this.#said.hidden = !said && !failure;
    for (const verb of [this.#save, this.#queue]) {
      setAttributes(verb, {
        'aria-disabled': String(ticked === 0 || busy),
        title: ticked === 0 ? i18n.t('page.nothingTicked') : undefined,
      });
    }
    const { onDraft, onSave } = this.actions;
    this.#tags.update({
      ...draft,
      offer: (typed, chosen) => suggestTags(known, typed, chosen, MOST),
      label: i18n.t('common.tags'),
      placeholder: i18n.t('common.addTags'),
      upward: true,
      none: i18n.t('page.noTag'),
      onTags: (tags) => onDraft({ tags }),
      onTyped: (typed) => onDraft({ typed }),
      onSubmit: () => onSave(false),
    });
  }

  #stand({ left, width }: BarProps['column']): void {
    const available = document.documentElement.clientWidth;
    const wide = Math.min(available, Math.max(width, NARROW));
    const start = `${Math.max(0, Math.min(left - (wide - width) / 2, available - wide))}px`;
    Object.assign(this.element.style, { left: start, width: `${wide}px` });
    this.#pill.style.left = start;
  }
}

function button(label: string, style: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', ...(style && { class: style }) }, label);
  made.addEventListener('click', onClick);
  return made;
}

function countsOf(posts: number, saved: number, ticked: number): string {
  return i18n.t('page.counts', [String(posts), String(saved), String(ticked)]);
}

/** Sets a text only if it changed: a live region speaks whenever its text is set. */
function put(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
