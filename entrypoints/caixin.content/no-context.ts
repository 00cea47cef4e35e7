/** Stands for WXT's context in the build of the content script, which has a lifetime of its own. See `wxt.config.ts`. */
export class ContentScriptContext {}
