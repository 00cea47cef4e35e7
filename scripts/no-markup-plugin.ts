import type { Plugin } from 'vite';

/** Where Preact turns text into markup; its minified names change from version to version. */
const MAKES_MARKUP = /\(\w+\.innerHTML=\w+\.__html\)/g;

/**
 * Removes the one place in Preact that turns text into markup. Nothing here uses it, which a review of the package
 * cannot know; a component that used it would fail at once.
 */
export function noMarkup(): Plugin {
  return {
    name: 'no-markup',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('/preact/dist/preact.mjs')) return undefined;
      const places = code.match(MAKES_MARKUP)?.length ?? 0;
      if (places !== 1) this.error(`Preact has ${places} places that make markup of text, and not one.`);
      return code.replace(MAKES_MARKUP, '(()=>{throw Error("no markup from text")})()');
    },
  };
}
