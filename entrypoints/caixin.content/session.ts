import { i18n } from '#i18n';
import { type Draft, NO_DRAFT, SyncedDraft } from '../../utils/domain/draft';
import type { Post, TagCount } from '../../utils/domain/entry';
import { type Failure, failureOf } from '../../utils/domain/errors';
import { invert, range, type Ticked, toggle } from '../../utils/domain/selection';
import { splitTags, uniqueTags } from '../../utils/domain/tag';
import { pageAddress } from '../../utils/domain/url';
import type { PageState } from '../../utils/messaging/contract';
import { background } from '../../utils/messaging/transport';
import type { Reading } from '../../utils/sites/site';
import { Marks } from './marks';
import { PageReader } from './page-reader';

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
  turn: 'undo' | 'redo' | undefined;
  failure: Failure | undefined;
  busy: boolean;
}

/** How long the bar shows what was done, in milliseconds. */
const STAY = 6000;

/** How long the bar offers an undo, in milliseconds. */
const UNDO = 10_000;

/** The state of a list page: its posts, what is ticked, what is saved, what was done last. */
export class Session {
  readonly marks = new Marks();
  readonly reader = new PageReader();
  readonly view: View = {
    posts: [],
    places: new Map(),
    draft: NO_DRAFT,
    ticked: new Set(),
    known: [],
    said: '',
    turn: undefined,
    failure: undefined,
    busy: false,
  };
  #address = '';
  #draft: SyncedDraft | undefined;
  #last: string | undefined;
  #told = '';
  /** Step of the last save. */
  #step = 0;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly render: (isNew: boolean) => void,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.#silence));
  }

  /** The page as plain data, read now if it changed. */
  state(): PageState {
    return { address: pageAddress(location.href), page: this.reader.read().page };
  }

  /** The page changed: reads it again, and asks for the marks of new posts. */
  async refresh(): Promise<void> {
    this.reader.forget();
    const { page, places } = this.reader.read();
    const isList = page.kind === 'list';
    this.view.posts = isList ? page.posts : [];
    this.view.places = places;
    const address = pageAddress(location.href);
    // Nothing is awaited if the address is the same, so that the time of the work can be measured.
    if (isList && address !== this.#address) await this.#follow(address);
    this.render(true);
    await this.attempt(async () => {
      const urls = page.posts.map((post) => post.url);
      if (await this.marks.learn(urls)) this.render(false);
      if (isList && this.view.known.length === 0) await this.#learnTags();
      await this.#tell();
    });
  }

  async #learnTags(): Promise<void> {
    const { author, category } = this.reader.read().page;
    this.view.known = await background.tags({ author, category });
  }

  /** Entries changed somewhere; without addresses, anything may have changed. */
  async changed(urls?: string[]): Promise<void> {
    if (!urls) {
      this.#told = '';
      await this.draftChanged();
    }
    await this.attempt(async () => {
      const came = urls ? await this.marks.renew(urls) : await this.marks.renewAll();
      if (this.view.posts.length > 0) await this.#learnTags();
      if (came) this.render(false);
      await this.#tell();
    });
  }

  /** The draft may have been changed elsewhere. */
  async draftChanged(): Promise<void> {
    await this.attempt(async () => this.#draft?.renew());
  }

  /** Ticks or unticks a post; reads the page again first if its address changed. */
  async tick(url: string, isRange: boolean): Promise<void> {
    if (!this.#isHere()) await this.refresh();
    const { posts, ticked } = this.view;
    const urls = posts.map((post) => post.url);
    if (!urls.includes(url)) return;
    this.setTicked(isRange && this.#last ? range(ticked, urls, this.#last, url) : toggle(ticked, url));
    this.#last = url;
  }

  select(which: 'all' | 'none' | 'new' | 'invert'): void {
    const { posts, ticked } = this.view;
    const urls = posts.map((post) => post.url);
    const here = new Set(urls);
    if (which === 'all') this.setTicked(ticked.union(here));
    else if (which === 'none') this.setTicked(ticked.difference(here));
    else if (which === 'invert') this.setTicked(invert(ticked, urls));
    else this.setTicked(new Set(urls.filter((url) => !this.marks.get(url))));
  }

  private setTicked(ticked: Ticked): void {
    this.setDraft({ ticked: [...ticked] });
  }

  /** Changes the draft, here and in every surface that shows this page. */
  setDraft(change: Partial<Draft>): void {
    const draft = this.#draft;
    // The address changed since the page was read: there it has another draft.
    if (!draft || !this.#isHere()) return void this.refresh();
    void this.attempt(() => draft.set(change));
    this.#take(draft.now);
    if (!this.view.turn) this.view.said = '';
    this.render(false);
  }

  /** Saves what is ticked, with the tags chosen and typed. */
  async save(queue: boolean): Promise<void> {
    const posts = this.ticked();
    if (this.view.busy) return;
    if (posts.length === 0) return this.say(i18n.t('page.nothingTicked'));
    this.view.busy = true;
    const slow = setTimeout(() => this.say(i18n.t('page.saving')), 1000);
    const { draft } = this.view;
    const tags = uniqueTags([...draft.tags, ...splitTags(draft.typed)]);
    const result = await this.attempt(() => background.savePosts(posts, { tags, queue }));
    clearTimeout(slow);
    this.view.busy = false;
    if (!result) return;
    const done = new Set(posts.map((post) => post.url));
    this.setDraft({ ticked: [...this.view.ticked].filter((url) => !done.has(url)), tags: [], typed: '' });
    this.#step = result.step ?? 0;
    this.say(
      i18n.t(queue ? 'page.queuedCount' : 'page.savedCount', [String(posts.length)]),
      result.step && 'undo',
    );
  }

  /** Undoes or redoes what the bar shows. */
  async turn(way = this.view.turn): Promise<void> {
    if (!way || way !== this.view.turn) return;
    const isUndo = way === 'undo';
    const turned = await this.attempt(() =>
      isUndo ? background.undo(this.#step) : background.redo(this.#step),
    );
    if (turned) this.say(i18n.t(isUndo ? 'page.undone' : 'page.redone'), isUndo ? 'redo' : 'undo');
    else if (turned === false) this.say(i18n.t('page.notUndone'));
  }

  /** The ticked posts of this page, in its order. */
  ticked(): Post[] {
    return this.view.posts.filter((post) => this.view.ticked.has(post.url));
  }

  saved(): number {
    return this.view.posts.filter((post) => this.marks.get(post.url)).length;
  }

  /** Shows a message for a while. */
  say(words: string, turn?: View['turn'] | 0): void {
    Object.assign(this.view, { said: words, turn });
    this.render(false);
    clearTimeout(this.#silence);
    if (words) this.#silence = setTimeout(() => this.say(''), turn ? UNDO : STAY);
  }

  /** Whether the page is still at the address it was read at. */
  #isHere(): boolean {
    return pageAddress(location.href) === this.#address;
  }

  #take(draft: Draft): void {
    this.view.draft = draft;
    this.view.ticked = new Set(draft.ticked);
  }

  /** Follows the draft of an address from now on. */
  async #follow(address: string): Promise<void> {
    this.#address = address;
    const draft = new SyncedDraft({ read: background.draft, change: background.changeDraft }, (now) => {
      if (this.#draft !== draft) return;
      this.#take(now);
      this.render(false);
    });
    this.#draft = draft;
    this.#take(NO_DRAFT);
    await this.draftChanged();
  }

  /** Tells the background how many posts are here and how many of them are saved, when that changed. */
  async #tell(): Promise<void> {
    const { posts } = this.view;
    const counts = { posts: posts.length, saved: this.saved() };
    const told = `${location.href} ${counts.posts} ${counts.saved}`;
    if (told === this.#told || (this.#told === '' && posts.length === 0)) return;
    await background.pageRead(counts);
    this.#told = told;
  }

  /** Does work that may fail and shows the failure. */
  private async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const value = await work();
      if (this.view.failure) this.#clear();
      return value;
    } catch (error) {
      if (this.signal.aborted) return undefined;
      this.view.failure = failureOf(error);
      this.render(false);
      return undefined;
    }
  }

  #clear(): void {
    this.view.failure = undefined;
    this.render(false);
  }
}
