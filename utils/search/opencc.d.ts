declare module 'opencc-js/dict/TSCharacters' {
  /** `traditional simplified`, pairs apart by `|`. */
  const table: string;
  export default table;
}
