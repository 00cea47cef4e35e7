import type { Plugin } from 'vite';

/** Where Preact makes markup of text; its minified names change from version to version. */
const MAKES_MARKUP = /\(\w+\.innerHTML=\w+\.__html\)/g;

/**
 * Takes out of Preact the one place that turns text into markup. Nothing here uses it, and what reviews the package
 * cannot know that; a component that does use it fails at once.
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
