/**
 * Words that tell a work from another document of the same author or about it. One that stands beside a name or a title,
 * and that the entry does not have, speaks of a document of its own: a press release, a reply, an executive summary.
 */

import {
  documentsBeside,
  documentsBesideInCapitals,
  givenBy,
  givenDocuments,
  otherDocuments,
  partsOfWork,
  translationWords,
  verbEndings,
  verbStems,
  wordsBeforePart,
  wordsGoingOn,
} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

// "press release", "replies", "evidence submitted"; of a text in lower case.
const DOCUMENT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${anyWord(otherDocuments)})(?:e?s)?|(?:${anyWord(givenDocuments)})\\s(?:${anyWord(givenBy)}))(?![\\p{L}\\p{N}])`,
  'gu',
);

// What an author says of a quotation: "Ames (1991), own translation".
const OF_THE_AUTHOR = /\b(?:own|my|our|author['’]?s)\stranslation\b/gu;

/** The documents named in a text, each in lower case as it stands there. */
export function documentsIn(text: string): readonly string[] {
  return [...text.toLowerCase().replace(OF_THE_AUTHOR, '').matchAll(DOCUMENT)].map(([found]) => found);
}

// Documents beside the work, behind its title: "(consultation draft)", ", press release", "Welsh translation". In lower case as typed:
// "Rural Review" is a journal.
const BEHIND = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${anyWord(documentsBeside)}|[A-Z]?[a-z]+ (?:${[...translationWords].join('|')}))(?![\\p{L}\\p{N}])`,
  'gu',
);
// The same in any letters, where nothing else is called so.
const BEHIND_IN_CAPITALS = new RegExp(`(?<!\\p{L})(?:${anyWord(documentsBesideInCapitals)})(?!\\p{L})`, 'gu');

/** The documents beside a work that the text behind its title names. */
export function documentsBehind(text: string): readonly string[] {
  return [...text.matchAll(BEHIND), ...text.toLowerCase().matchAll(BEHIND_IN_CAPITALS)].map(
    ([found]) => found,
  );
}

/** Parts of a work that are published apart, at the beginning of what follows its title: "executive summary", "annex". */
// "Technical annex", "Government response to", "an addendum"
const PART = new RegExp(
  `^(?:(?:${[...wordsBeforePart].join('|')})\\s){0,2}(?:${anyWord(partsOfWork)})(?!\\p{L})`,
  'u',
);

/** Whether the text behind a title names a part of the work or a reply to it. */
export function namesPart(text: string): boolean {
  return PART.test(text.toLowerCase());
}

// "argues", "has shown", "summarised"
const VERB = new RegExp(`^(?:${[...verbStems].join('|')})(?:${[...verbEndings].join('|')})?$`, 'u');
const ADVERB = /ly$/u;

/** Whether a word is a verb as sentences about an author have it: "argues", "notes". */
export function isPresentVerb(folded: string): boolean {
  return folded.endsWith('s') && VERB.test(folded);
}

/** Whether a word after a name and a year goes on with a sentence, and is not the beginning of a title. */
export function goesOnAsProse(folded: string): boolean {
  return wordsGoingOn.has(folded) || VERB.test(folded) || ADVERB.test(folded);
}

// "Donoghue v Stevenson", "R (Miller) v Prime Minister"
const CASE = /\p{L}[\p{L}).]*\sv\.?\s(?:\p{Lu}|the\s)/u;
// "Immigration Act 1971", "the Housing Order 1988"; in capitals, as they are cited
const STATUTE =
  /\b(?:Act|Bill|Regulations?|Order|Rules|Convention|Directive)\b[^.;]{0,30}\b(?:1[2-9]|20)\d\d\b/u;

/** Whether a text cites a case or an Act, which no person wrote. */
export function citesLaw(text: string): boolean {
  return CASE.test(text) || STATUTE.test(text);
}
