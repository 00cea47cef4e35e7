import { filesOf, type Target, zipOf } from '../../scripts/package';

export const TARGETS: Target[] = ['chrome', 'firefox'];

/** The files of a package that are text, by name. */
export function textsOf(target: Target): [name: string, text: string][] {
  const decoder = new TextDecoder();
  return [...filesOf(zipOf(target))]
    .filter(([name]) => !name.endsWith('.png'))
    .map(([name, content]) => [name, decoder.decode(content)]);
}

/** The manifest of a package. */
export function manifestOf(target: Target): Record<string, unknown> {
  return JSON.parse(textsOf(target).find(([name]) => name === 'manifest.json')?.[1] ?? '');
}
