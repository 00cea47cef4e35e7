/** Made while building (`scripts/readings-plugin.ts`): what `decodePinyinTable` takes. */
declare module 'virtual:readings' {
  export const syllables: string;
  export const numbers: string;
}
