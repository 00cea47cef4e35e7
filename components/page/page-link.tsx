import type { ComponentChildren } from 'preact';
import { canonicalUrl } from '../../utils/domain/url';

/** A link to an article; plain text if the address is no article of Caixin. */
export function PageLink({
  url,
  class: style,
  lang,
  children,
}: {
  url: string;
  class?: string | undefined;
  /** Language of its text, if not the page's. */
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
