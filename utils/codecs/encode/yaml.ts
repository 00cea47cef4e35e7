/** Characters that JSON leaves unescaped but YAML 1.2 does not allow (5.1), or YAML 1.1 reads as line breaks. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A string as YAML: double-quoted, with JSON's escapes (YAML 1.2, 7.3.1), so that nothing in it is markup. */
export function yamlString(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A list of strings, or undefined where there are none. */
export function yamlList(texts: string[]): string | undefined {
  return texts.length ? `[${texts.map(yamlString).join(', ')}]` : undefined;
}
