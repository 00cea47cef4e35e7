/** Replaces WXT's context in the content script, which manages its own lifetime. See `wxt.config.ts`. */
export class ContentScriptContext {}
