import { i18n } from '#i18n';
import type { Draft } from '../../utils/domain/draft';
import type { Post, TagCount } from '../../utils/domain/entry';
import { type Failure, failureOf } from '../../utils/domain/errors';
import { invert, range, type Ticked, toggle } from '../../utils/domain/selection';
import { splitTags, uniqueTags } from '../../utils/domain/tag';
import { background } from '../../utils/messaging/background';
import type { Reading } from '../../utils/sites/site';
import type { PagePosts } from '../caixin.content/page-posts';
import { Announcement, type Turn } from './announcement';
import { PageDraft } from './page-draft';

/** What is shown on the page. */
export interface View {
  /** The posts that have controls; none on a page that is no list. */
  posts: Post[];
  places: Reading['places'];
  draft: Draft;
  ticked: Ticked;
  known: TagCount[];
  said: string;
  /** Whether what was said can be undone or redone. */
  turn: Turn;
  failure: Failure | undefined;
  busy: boolean;
}

/** What the reader does on a list page: its posts, what is ticked, what was saved last. */
export class Session {
  readonly #draft = new PageDraft(() => this.render(false));
  readonly #announcement: Announcement;
  #listed: Pick<View, 'posts' | 'places'> = { posts: [], places: new Map() };
  #known: TagCount[] = [];
  #failure: Failure | undefined;
  #busy = false;
  /** The address whose page was last said to be read perhaps not whole. */
  #doubted = '';
  /** The post ticked last. */
  #last: string | undefined;
  /** Step of the last save. */
  #step = 0;

  constructor(
    private readonly page: PagePosts,
    private readonly render: (isNew: boolean) => void,
    private readonly signal: AbortSignal,
  ) {
    this.#announcement = new Announcement(() => render(false), signal);
  }

  get view(): View {
    const { now: draft, ticked } = this.#draft;
    const { said, turn } = this.#announcement;
    const { posts, places } = this.#listed;
    return {
      ...{ posts, places, draft, ticked, said, turn },
      ...{ known: this.#known, failure: this.#failure, busy: this.#busy },
    };
  }

  /** Reads the page again, and shows it. */
  refresh(): Promise<void> {
    this.page.reader.forget();
    return this.show();
  }

  /** The page was read again: shows its posts, and asks for the marks of new ones. */
  async show(): Promise<void> {
    this.#listed = this.page.listed();
    const isList = this.#listed.posts.length > 0;
    // Nothing is awaited if the address is the same, so that the time of the work can be measured.
    if (isList && !this.#draft.isHere()) await this.#attempt(() => this.#draft.follow());
    this.render(true);
    if (isList) this.#doubt();
    await this.#attempt(async () => {
      if (await this.page.learn()) this.render(false);
      if (isList && this.#known.length === 0) await this.#learnTags();
      await this.page.tell();
    });
  }

  /** Says once for each address that the page may not have been read whole; popup and panel say why. */
  #doubt(): void {
    const { address, page } = this.page.state();
    if (page.doubts.length === 0 || address === this.#doubted) return;
    this.#doubted = address;
    this.say(i18n.t('doubts.onPage'));
  }

  /** Entries changed somewhere; without addresses, anything may have changed. */
  async changed(urls?: string[]): Promise<void> {
    if (!urls) await this.draftChanged();
    await this.#attempt(async () => {
      const came = await this.page.marks.renew(urls);
      if (this.#listed.posts.length > 0) await this.#learnTags();
      if (came) this.render(false);
      await this.page.tell();
    });
  }

  /** The draft may have been changed elsewhere. */
  async draftChanged(): Promise<void> {
    await this.#attempt(() => this.#draft.renew());
  }

  /** Ticks or unticks a post; reads the page again first if its address changed. */
  async tick(url: string, isRange: boolean): Promise<void> {
    if (!this.#draft.isHere()) await this.show();
    const urls = this.#urls();
    const { ticked } = this.#draft;
    if (!urls.includes(url)) return;
    this.#setTicked(isRange && this.#last ? range(ticked, urls, this.#last, url) : toggle(ticked, url));
    this.#last = url;
  }

  select(which: 'all' | 'none' | 'new' | 'invert'): void {
    const urls = this.#urls();
    const here = new Set(urls);
    const { ticked } = this.#draft;
    if (which === 'all') this.#setTicked(ticked.union(here));
    else if (which === 'none') this.#setTicked(ticked.difference(here));
    else if (which === 'invert') this.#setTicked(invert(ticked, urls));
    else this.#setTicked(new Set(urls.filter((url) => !this.page.marks.get(url))));
  }

  #urls(): string[] {
    return this.#listed.posts.map((post) => post.url);
  }

  #setTicked(ticked: Ticked): void {
    this.setDraft({ ticked: [...ticked] });
  }

  /** Changes the draft, here and in every surface that shows this page. */
  setDraft(change: Partial<Draft>): void {
    // The address changed since the page was read: there it has another draft.
    if (!this.#draft.isHere()) return void this.show();
    void this.#attempt(() => this.#draft.set(change));
    this.#announcement.pass();
    this.render(false);
  }

  /** Saves what is ticked, with the tags chosen and typed. */
  async save(queue: boolean): Promise<void> {
    const posts = this.ticked();
    if (this.#busy) return;
    if (posts.length === 0) return this.say(i18n.t('page.nothingTicked'));
    this.#busy = true;
    const slow = setTimeout(() => this.say(i18n.t('page.saving')), 1000);
    const { tags: chosen, typed } = this.#draft.now;
    const tags = uniqueTags([...chosen, ...splitTags(typed)]);
    const result = await this.#attempt(() => background.savePosts(posts, { tags, queue }));
    clearTimeout(slow);
    this.#busy = false;
    if (!result) return;
    const done = new Set(posts.map((post) => post.url));
    const left = [...this.#draft.ticked].filter((url) => !done.has(url));
    this.setDraft({ ticked: left, tags: [], typed: '' });
    this.#step = result.step ?? 0;
    const words = i18n.t(queue ? 'page.queuedCount' : 'page.savedCount', [String(posts.length)]);
    this.say(words, result.step ? 'undo' : undefined);
  }

  /** Undoes or redoes what the bar shows. */
  async turn(way: Turn = this.#announcement.turn): Promise<void> {
    if (!way || way !== this.#announcement.turn) return;
    const isUndo = way === 'undo';
    const turned = await this.#attempt(() =>
      isUndo ? background.undo(this.#step) : background.redo(this.#step),
    );
    if (turned) this.say(i18n.t(isUndo ? 'page.undone' : 'page.redone'), isUndo ? 'redo' : 'undo');
    else if (turned === false) this.say(i18n.t('page.notUndone'));
  }

  /** The ticked posts of this page, in its order. */
  ticked(): Post[] {
    return this.#listed.posts.filter((post) => this.#draft.ticked.has(post.url));
  }

  /** Shows a message for a while. */
  say(words: string, turn?: Turn): void {
    this.#announcement.say(words, turn);
  }

  async #learnTags(): Promise<void> {
    const { author, category } = this.page.reader.read().page;
    this.#known = await background.tags({ author, category });
  }

  /** Does work that may fail and shows the failure. */
  async #attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const value = await work();
      if (this.#failure) this.#show(undefined);
      return value;
    } catch (error) {
      if (!this.signal.aborted) this.#show(failureOf(error));
      return undefined;
    }
  }

  #show(failure: Failure | undefined): void {
    this.#failure = failure;
    this.render(false);
  }
}
