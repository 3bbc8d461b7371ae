import type {ReferenceConclusion} from './conclude-reference.ts';
import type {Explanation} from './explain.ts';
import {lastCitedFirst, unresolved, withoutEarlierFull, withSameLetter} from './settle.ts';
import {isOneOfMore, sharesTitle, strangerBefore} from './strangers.ts';
import type {Cite, Resolution} from './types.ts';
import type {Walk} from './walk.ts';

/** A full citation is what it says; typed again it is still one, and leans on nothing. */
export function concludeFull(
  cite: Cite,
  conclusion: Exclude<ReferenceConclusion, {readonly kind: 'prose' | 'short'}>,
  walk: Walk,
): Resolution {
  switch (conclusion.kind) {
    case 'full': {
      const {key, conflict, differences} = conclusion;
      if (conflict === undefined) return {status: 'resolved', cite, key, antecedent: undefined, differences};
      return {status: 'conflict', cite, key, conflict, antecedent: undefined, differences};
    }
    case 'ambiguous':
      return {
        status: 'ambiguous',
        cite,
        antecedent: undefined,
        candidates: lastCitedFirst(conclusion.keys, walk),
      };
    case 'unknown':
      return {
        status: 'unresolved',
        cite,
        antecedent: undefined,
        reason: 'not-in-bibliography',
        suggestions: conclusion.suggestions,
      };
  }
}

/**
 * Names with a year, or with a short title, and no word such as *op cit*: the work by these names (Harvard and
 * author–title forms in notes). It leans on the full citation before it, if there is one; with a year it can stand
 * alone, as the bibliography has the rest. Without a year a shortened title claims that the reader has met the work.
 */
export function concludeShort(cite: Cite, fits: readonly Explanation[], walk: Walk): Resolution {
  const keys = withSameLetter(
    cite,
    fits.map(({indexed}) => indexed.entry.key),
    walk,
  );
  const [key, other] = keys;
  if (key === undefined) {
    return unresolved(cite, 'not-in-bibliography', []);
  }
  const [exact, another] = fits.filter(({names}) => names.verdict === 'exact' && names.count > 1);
  if (
    other !== undefined &&
    exact !== undefined &&
    another === undefined &&
    keys.includes(exact.indexed.entry.key)
  ) {
    // All its names and no more: "Abbot and Bryce (2011)" is not Abbot, Bryce and Cole.
    const exactKey = exact.indexed.entry.key;
    return {
      status: 'resolved',
      cite,
      key: exactKey,
      antecedent: walk.fullBefore(exactKey, cite),
      differences: [],
    };
  }
  if (other !== undefined) {
    const cited = keys.filter(one => walk.fullBefore(one, cite) !== undefined);
    const [only] = cited;
    // Two works fit. That one of them was cited before decides only between a title and its neighbours, never between years.
    // One cited before without its full citation, another volume of the same title, may be meant as well.
    const isMet = keys.some(
      one => !cited.includes(one) && (walk.lastOf(one) !== undefined || walk.suggested.has(one)),
    );
    if (cited.length !== 1 || only === undefined || isMet || cite.year !== undefined) {
      return {status: 'ambiguous', cite, antecedent: undefined, candidates: lastCitedFirst(keys, walk)};
    }
    return {status: 'resolved', cite, key: only, antecedent: walk.fullBefore(only, cite), differences: []};
  }
  const stranger = strangerBefore(cite, fits, walk);
  const [first] = fits;
  const isDoubtful =
    first !== undefined && (sharesTitle(first, cite, walk) || isOneOfMore(cite, first, walk));
  if (stranger !== undefined || isDoubtful) {
    return {
      status: 'unresolved',
      cite,
      antecedent: stranger,
      reason: 'not-in-bibliography',
      suggestions: [key],
    };
  }
  const antecedent = walk.fullBefore(key, cite);
  if (antecedent !== undefined || cite.year !== undefined)
    return {status: 'resolved', cite, key, antecedent, differences: []};
  return withoutEarlierFull(cite, key, walk);
}
