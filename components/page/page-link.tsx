import type { ComponentChildren } from 'preact';
import { canonicalUrl } from '../../utils/domain/url';

/** A link to an article, opened as the browser opens links; text alone where the address is no article of Caixin. */
export function PageLink({
  url,
  class: style,
  lang,
  children,
}: {
  url: string;
  class?: string | undefined;
  /** Of its text, where that is not the page's. */
  lang?: string | undefined;
  children: ComponentChildren;
}) {
  const address = canonicalUrl(url);
  if (!address)
    return (
      <span class={style} lang={lang}>
        {children}
      </span>
    );
  return (
    <a class={style} lang={lang} href={address} target="_blank" rel="noopener noreferrer" data-key="Enter">
      {children}
    </a>
  );
}
