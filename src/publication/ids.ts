/**
 * Gives each part of a publication an id of its own: the base itself, then `base-2`, `base-3` and so on.
 *
 *     para-12, para-12 → para-12, para-12-2
 */
export function allocateIds(): (base: string) => string {
  const taken = new Set<string>();
  return base => {
    let id = base;
    for (let next = 2; taken.has(id); next++) id = `${base}-${next}`;
    taken.add(id);
    return id;
  };
}
