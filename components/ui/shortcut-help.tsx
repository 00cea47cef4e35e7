import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from './icon';
import styles from './shortcut-help.module.css';

const KEYS = ['/', 'j k', 'x', 's', 'q', 't', 'e', 'z', 'Z', 'alt', '?'] as const;
const NAMES = {
  '/': 'search',
  'j k': 'move',
  x: 'tick',
  s: 'save',
  q: 'queue',
  t: 'tags',
  e: 'read',
  z: 'undo',
  Z: 'redo',
  alt: 'reorder',
  '?': 'list',
} as const;

/** The keys and what they do. */
export function KeyList() {
  return (
    <dl class={styles.keys}>
      {KEYS.map((key) => (
        <div key={key}>
          <dt>
            <kbd>{key === 'alt' ? 'Alt ↑ ↓' : key}</kbd>
          </dt>
          <dd>{i18n.t(`common.keys.${NAMES[key]}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Examples of filters, and what they find: in the reader's language, as every field has a name in both. */
const EXAMPLES = {
  both: ['社区 团购', '社区 团购'],
  phrase: ['"社区团购"', '"社区团购"'],
  either: ['物业 OR 电梯', '物业 OR 电梯'],
  not: ['-团购', '-团购'],
  tag: ['标签:治理', 'tag:治理'],
  author: ['作者:闫', 'author:闫'],
  state: ['状态:未读', 'is:unread'],
  before: ['之前:2021-06', 'before:2021-06'],
  note: ['备注:*', 'note:*'],
  pinyin: ['shequ', 'shequ'],
} as const;

/** How to write a filter. */
function SearchHelp() {
  const own = document.documentElement.lang.startsWith('zh') ? 0 : 1;
  return (
    <dl class={styles.keys}>
      {Object.entries(EXAMPLES).map(([name, examples]) => (
        <div key={name}>
          <dt>
            <kbd>{examples[own]}</kbd>
          </dt>
          {/* The cast: the names of the examples are keys of their texts. */}
          <dd>{i18n.t(`common.search.${name as keyof typeof EXAMPLES}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The keys and how to search, in a dialog. */
export function Help({ onClose }: { onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class={styles.dialog} aria-label={i18n.t('common.keys.title')} onClose={onClose}>
      <form method="dialog" class={styles.head}>
        <h2>{i18n.t('common.keys.title')}</h2>
        <button type="submit" aria-label={i18n.t('common.dismiss')}>
          <Icon name="close" />
        </button>
      </form>
      <KeyList />
      <h2>{i18n.t('common.search.title')}</h2>
      <SearchHelp />
    </dialog>
  );
}
