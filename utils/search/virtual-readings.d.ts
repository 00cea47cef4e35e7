/** Made while building (`scripts/readings-plugin.ts`): what `decodeReadings` takes. */
declare module 'virtual:readings' {
  export const syllables: string;
  export const numbers: string;
}
