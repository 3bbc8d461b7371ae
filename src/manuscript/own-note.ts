/** What stands around "note 3", in lower case. */
export interface Surroundings {
  /** The word for the part, as matched: "note", "footnotes", "n". */
  readonly word: string;
  readonly before: string;
  readonly after: string;
  /** What stands between the reference found before in the same text and this one; `undefined` for the first. */
  readonly sinceReference: string | undefined;
}

const CUE_AFTER = /^\s*,?\s*(?:above|below|supra|infra)\b/u;

// What makes "n 3" a reference, and "note 3" whatever follows: "see note 3", "(note 3", "in note 3".
const CUE_BEFORE = /(?:\b(?:see(?: also)?|cf\.?|at|in|from|per|under|with|vide)|[([])\s*$/u;
const LOOSE_CUE_BEFORE = /\b(?:and|to)\s*$/u;

// What may stand before a note that is meant, "as note 7 says", "“note 12”"; a subject makes a verb of it, "we note 3
// farmers", a noun the name of a series, "Briefing Note 3".
const MAY_STAND_BEFORE =
  /(?:^|[.;:?!()[\]"'“”‘’«»–—-]|\b(?:as|and|or|to|of|by|than|that|but|because|since|when|where|while|whereas|if|though|although|like|unlike|after|before|on|for|the|both|compare|contrast))\s*$/u;

// "Smith's footnote 3", "their footnote 3": of another text.
const OF_SOMEBODY = /(?:\p{L}['’]s?|\b(?:his|her|its|their|your))\s*$/u;

const COMMA_BEFORE = /,\s*$/u;

// What joins a note to the reference before it: "paragraph 12, note 4", "note 4, footnote 5, and note 6".
const JOINT = /^\s*(?:[,;&]|and|or)(?:\s*(?:and|or|&))?\s*$/u;

// What can follow a note that is meant, against the object of a verb, "note 3 things": a mark or the end, or one of these
// words, "note 7 says".
const NO_WORD_AFTER = /^(?!\s*[\p{L}\p{N}])/u;
const VERB_AFTER =
  /^\s+(?:is|are|was|were|has|have|had|does|do|did|can|could|may|might|must|should|will|would|says?|said|shows?|showed|gives?|gave|explains?|explained|states?|stated|sets?|lists?|listed|describes?|described|refers?|makes?|defines?|defined|discusses|discuss|covers?|deals?|cites?|quotes?|tells?|contains?|notes?|adds?|names?|records?|reports?|applies|apply|concerns?|summari[sz]es?|points?)\b/u;
const SMALL_WORD_AFTER =
  /^\s+(?:and|or|to|of|in|on|at|for|by|with|from|also|which|that|where|as|but|if|when|because|while|though|although|since|so|then|than|again)\b/u;

/** Whether "above" or "below" stands behind a part, which is then one of the document's own. */
export function hasCueAfter({after}: Surroundings): boolean {
  return CUE_AFTER.test(after);
}

/** Whether "note 3" inside a note or a source line is the document's own: works that are cited have notes too. */
export function isOwnNoteInNote({before}: Surroundings): boolean {
  return CUE_BEFORE.test(before) || LOOSE_CUE_BEFORE.test(before);
}

/**
 * Whether "note 3" in running text is a note of the document itself: no verb with its object ("we note 3 problems"), no
 * name of a series ("Briefing Note 3"), and no place in a work just cited ("Smith 2010, p 4, note 3").
 */
export function isOwnNote({word, before, after, sinceReference}: Surroundings): boolean {
  if (CUE_BEFORE.test(before)) return true;
  if (sinceReference !== undefined && JOINT.test(sinceReference)) return true;
  if (word.startsWith('n') && !word.startsWith('note')) return LOOSE_CUE_BEFORE.test(before);
  if (COMMA_BEFORE.test(before)) return VERB_AFTER.test(after);
  if (word.startsWith('foot')) return !OF_SOMEBODY.test(before);
  if (!MAY_STAND_BEFORE.test(before)) return false;
  return NO_WORD_AFTER.test(after) || VERB_AFTER.test(after) || SMALL_WORD_AFTER.test(after);
}
