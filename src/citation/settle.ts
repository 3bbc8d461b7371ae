import type {Cite, Resolution, UnresolvedReason} from './types.ts';
import type {Walk} from './walk.ts';

/** One work is meant, and everything typed agrees; it leans on the work's first full citation. */
export function resolved(cite: Cite, key: string, walk: Walk): Resolution {
  const antecedent = walk.fullBefore(key, cite) ?? walk.fullAnywhere(key);
  const locator = cite.form === 'loc-cit' ? (cite.locator ?? walk.lastOf(key)?.locator) : cite.locator;
  return {status: 'resolved', cite: {...cite, locator}, key, antecedent, differences: []};
}

/** One work is meant, but its full citation comes later or nowhere. */
export function withoutEarlierFull(cite: Cite, key: string, walk: Walk): Resolution {
  const antecedent = walk.fullAnywhere(key);
  const conflict = antecedent === undefined ? 'no-earlier-full-citation' : 'forward';
  return {status: 'conflict', cite, key, conflict, antecedent, differences: []};
}

/** Two or more works fit. */
export function ambiguous(cite: Cite, keys: readonly string[], walk: Walk): Resolution {
  return {status: 'ambiguous', cite, antecedent: undefined, candidates: lastCitedFirst(keys, walk)};
}

// The letter that parts two works of one year: "2001b".
export const LETTERED_YEAR: RegExp = /\d[a-z]$/u;

/**
 * Of two works of one year the full citations may carry letters, "2001a" and "2001b": then the letter decides.
 *
 * @returns the keys whose full citation before the cite, or whose entry, has the very year typed; where none has, those that have no
 *   letter. A "b" says that there is another work of the year, so that it is none for a single one without a letter.
 */
export function withSameLetter(cite: Cite, keys: readonly string[], walk: Walk): readonly string[] {
  const typed = cite.year?.text;
  if (typed === undefined || !LETTERED_YEAR.test(typed)) return keys;
  const yearOf = (key: string): string =>
    walk.fullBefore(key, cite)?.year?.text ??
    walk.index.get(key)?.entry.fields.get('year')?.raw.replace(/[{}"]/gu, '') ??
    '';
  const lettered = keys.filter(key => yearOf(key) === typed);
  if (lettered.length > 0) return lettered;
  const plain = keys.filter(key => !LETTERED_YEAR.test(yearOf(key)));
  return plain.length === 1 && !typed.endsWith('a') ? [] : plain;
}

/** No work fits. */
export function unresolved(cite: Cite, reason: UnresolvedReason, suggestions: readonly string[]): Resolution {
  return {status: 'unresolved', cite, antecedent: undefined, reason, suggestions};
}

/** Candidates as an author would look for them: the work cited last comes first (the classical reading of *op cit*). */
export function lastCitedFirst(keys: readonly string[], walk: Walk): readonly string[] {
  const rank = (key: string): number => walk.lastOf(key)?.id ?? 0;
  return [...new Set(keys)].sort((one, other) => rank(other) - rank(one) || (one < other ? -1 : 1));
}
