import type { ComponentChildren } from 'preact';
import { canonicalUrl } from '../utils/url';

/** A link to an article, opened as the browser opens links; text alone where the address is no article of Caixin. */
export function PageLink({
  url,
  class: style,
  children,
}: {
  url: string;
  class?: string | undefined;
  children: ComponentChildren;
}) {
  const address = canonicalUrl(url);
  if (!address) return <span class={style}>{children}</span>;
  return (
    <a class={style} href={address} target="_blank" rel="noopener noreferrer" data-key="Enter">
      {children}
    </a>
  );
}
