/** A map whose values are made when they are asked for, each once. */
export function lazyMap<From, To>(
  from: ReadonlyMap<string, From>,
  make: (value: From) => To,
): ReadonlyMap<string, To> {
  const made = new Map<string, To>();
  const get = (key: string): To | undefined => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = from.get(key);
    if (value === undefined) return undefined;
    const fresh = make(value);
    made.set(key, fresh);
    return fresh;
  };
  function* entries(): Generator<[string, To], undefined> {
    for (const key of from.keys()) {
      const value = get(key);
      if (value !== undefined) yield [key, value];
    }
    return undefined;
  }
  function* values(): Generator<To, undefined> {
    for (const [, value] of entries()) yield value;
    return undefined;
  }
  const map: ReadonlyMap<string, To> = {
    size: from.size,
    get,
    has: key => from.has(key),
    keys: () => from.keys(),
    values,
    entries,
    forEach(callback) {
      for (const [key, value] of entries()) callback(value, key, map);
    },
    [Symbol.iterator]: entries,
  };
  return map;
}
