/** Traditional signs, each with the simplified ones it may be: `㑯 㑔|㑳 㑇|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
