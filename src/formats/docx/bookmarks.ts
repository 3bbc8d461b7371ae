// Word: letters, digits and underscores, the first a letter, 40 characters at most; case does not tell names apart.
const LONGEST_NAME = 40;
// "h-about-us": the characters that a bookmark's name may not have
const NOT_IN_NAME = /[^A-Za-z0-9_]+/gu;
// "para_12"
const STARTS_WITH_LETTER = /^[A-Za-z]/u;

/**
 * Names for bookmarks, one for each id, that Word accepts and keeps apart.
 *
 * @param ids in the order in which they take the names they would like; the same order gives the same names
 * @param longestSuffix how many characters a caller still puts behind a name
 */
export function nameBookmarks(ids: Iterable<string>, longestSuffix = 0): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids) {
    if (names.has(id)) continue;
    const name = freeName(wishedName(id), LONGEST_NAME - longestSuffix, taken);
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}

function wishedName(id: string): string {
  const name = id.replace(NOT_IN_NAME, '_');
  return STARTS_WITH_LETTER.test(name) ? name : `part_${name}`;
}

function freeName(wish: string, longest: number, taken: ReadonlySet<string>): string {
  const plain = wish.slice(0, longest);
  if (!taken.has(plain.toLowerCase())) return plain;
  for (let count = 2; ; count++) {
    const ending = `_${count}`;
    const name = wish.slice(0, longest - ending.length) + ending;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
