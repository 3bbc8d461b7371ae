import type {Lead} from './lead.ts';
import {areNames} from './name-run.ts';
import {holdsSentence, opensLikeReference} from './opens-like-reference.ts';
import type {ReferenceReading} from './reading.ts';
import {commonWords, wordsOfReference} from './vocabulary.ts';

// "Tacoli, C", "Benjamin, S and", "Lavigne, P et al": an inverted name.
const INVERTED_NAME = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?,\s{0,2}(?:\p{Lu}\.?\s?){1,4}(?![\p{Ll}])/u;
// "10:1", "vol. 65", "27(3)", "no. 47".
const VOLUME = /(?<!\d)\d{1,4}\s?(?::\s?\d{1,4}|\(\d{1,3}\))|\b(?:vol|no|nr|issue)\.?\s?\d{1,4}/iu;
// "Human Rights Act 1998".
const STATUTE = /\b(?:Act|Regulations?|Order|Bill)\b[^.;]{0,40}\b(?:1[5-9]|20)\d\d\b/u;
// "HC 218-I", "Cm 4018", "HL Paper 12", "CP (2003) 41": a paper's number in its series.
const PAPER = /\b(?:HC|HL(?:\sPaper)?|Cmnd|Cmd|Cm|CP|SI|COM|Ev)\.?\s\(?\d{1,5}/u;
// "HC 218-I", "Cm 4018", "HL Paper 12-II": nothing but the number.
const ONLY_PAPER =
  /^(?:(?<names>[^()\d]{2,80}),\s)?(?:HC|HL(?:\sPaper)?|Cmnd|Cmd|Cm|CP|COM)\.?\s\(?\d{1,5}\)?(?:\s\d{1,5})?(?:[-–]?[IVXivx]{1,4})?[\s,.]*$/u;
// "Third Report of Session 2001–02".
const SESSION = /\bSession\s(?:1[5-9]|20)\d\d/u;
// "Donoghue v Stevenson [1932]", "Perre v Apand Pty Ltd (1999)", "R (Miller) v Prime Minister [2019]".
const CASE = /\p{Lu}[^;]{0,80}\sv\.?\s\p{Lu}[^;]{0,80}[[(](?:1[5-9]|20)\d\d[\])]/u;
const ADDRESS = /https?:\/\/|\bdoi:|\bISBN\b/iu;
const ET_AL = /\bet al\b/iu;

// A part of this document: "Annex A", "Table 3".
const PART =
  /^(?:Annex|Appendix|Box|Chapter|Figure|Map|Paragraph|Part|Section|Table)\s(?:\d|\p{Lu}{1,3}(?!\p{L}))/u;

// What a reference scores before it counts as one.
const ENOUGH = 3;

// "Canal and Harbour Trust (2003)": names, then a year in brackets.
const NAMES_AND_YEAR = /^\p{Lu}[^().]{1,100}\((?:1[5-9]|20)\d\d[a-z]?\)/u;

function startsLikeReference(text: string): boolean {
  return INVERTED_NAME.test(text) || NAMES_AND_YEAR.test(text);
}

/** How many words of a sentence stand in a lead, its title apart. */
export function proseWords({words, markedTitle}: Lead): number {
  return words.filter(
    ({text, folded, start}) =>
      /^\p{Ll}/u.test(text) &&
      !commonWords.has(folded) &&
      !wordsOfReference.has(folded) &&
      !(markedTitle !== undefined && markedTitle.start <= start && start < markedTitle.end),
  ).length;
}

/**
 * Whether a text that fits no entry is a reference all the same. It needs several marks of one: a year, a title set
 * off, an inverted name, a volume, an address; prose that has many small words needs more of them.
 */
export function looksLikeReference({lead, hasSignal, locator, passage, range}: ReferenceReading): boolean {
  const {text, words, years, markedTitle} = lead;
  if (PART.test(text)) return false;
  const isAlone = range.start === 0 && /^[\s.]*$/u.test(passage.text.value.slice(range.end));
  if (opensLikeReference(lead, {hasLocator: locator !== undefined, isAlone})) return true;
  if (words.length < 2) return false;
  const capitals = words.filter(word => /^[\p{Lu}\d]/u.test(word.text)).length / words.length;
  const score =
    (years.length > 0 ? 2 : 0) +
    (markedTitle !== undefined &&
    /\s/u.test(text.slice(markedTitle.start - lead.start, markedTitle.end - lead.start))
      ? 2
      : 0) +
    (INVERTED_NAME.test(text) ? 2 : 0) +
    (ET_AL.test(text) ? 1 : 0) +
    (VOLUME.test(text) ? 1 : 0) +
    (STATUTE.test(text) ? 1 : 0) +
    (PAPER.test(text) ? (isPaperAlone(text) ? ENOUGH : 1) : 0) +
    (SESSION.test(text) ? 1 : 0) +
    (CASE.test(text) ? 2 : 0) +
    (ADDRESS.test(text) ? 1 : 0) +
    (hasSignal && capitals > 0.7 ? 3 : 0) -
    (holdsSentence(lead) ? 1 : 0) -
    (startsLikeReference(text) ? 0 : 2 * Math.min(2, Math.floor(proseWords(lead) / 2)));
  return score >= ENOUGH;
}

/** A paper named by its number and no more, perhaps behind who made it: "HC 218-I". */
function isPaperAlone(text: string): boolean {
  const match = ONLY_PAPER.exec(text);
  if (match === null) return false;
  const names = match.groups?.['names'];
  return names === undefined || areNames(names);
}
