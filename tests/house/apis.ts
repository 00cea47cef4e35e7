/**
 * Runs in a page: every Web API it has, as it is named in code. `caches` and `crypto.randomUUID` are reached from
 * the global object, `Element#animate` on any object of that interface.
 */
export function apisOf(): string[] {
  const found = new Set<string>();
  const membersOf = (value: object) => {
    const names = new Set<string>();
    for (let one = value; one && one !== Object.prototype; one = Object.getPrototypeOf(one))
      for (const name of Object.getOwnPropertyNames(one)) names.add(name);
    return names;
  };
  for (const name of membersOf(window)) {
    const value: unknown = Reflect.get(window, name);
    found.add(name);
    const isInterface = typeof value === 'function' && value.prototype instanceof Object;
    if (isInterface)
      for (const own of Object.getOwnPropertyNames(value.prototype)) found.add(`${name}#${own}`);
    const isObject = typeof value === 'object' && value !== null && value !== window;
    if (isObject || isInterface) for (const own of membersOf(value)) found.add(`${name}.${own}`);
  }
  return [...found].filter((name) => !/\W(constructor|prototype|length|name)$/.test(name));
}

/** What pages on https have and pages on http lack; if a whole interface is missing, only its name. */
export function missingFrom(insecure: string[], secure: string[]): string[] {
  const open = new Set(insecure);
  const missing = new Set(secure.filter((name) => !open.has(name)));
  return [...missing].filter((name) => !missing.has(/^\w+(?=\W)/.exec(name)?.[0] ?? '')).sort();
}
