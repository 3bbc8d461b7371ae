import {inLowerCase, type Word, wordsOf} from '../text/words.ts';
import type {Lead} from './lead.ts';
import {areNames, isWithinNames} from './name-run.ts';
import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import {
  articles,
  commentOpenings,
  credits,
  lawWords,
  unlistedOpenings,
  wordsOfSentence,
} from './vocabulary.ts';

// How a name or body ends at the beginning of a reference: ", ", " (", ": ", ". ", or a title in its marks.
const NAME_END = /^(?:[,.:]|\s?\(|[,.]?\s[“‘"'«])/u;
// "Directive 2009/12/EC", "Regulation (EU) 2016/679".
const EU_LAW =
  /^(?:Council\s|Commission\s)?(?:Directive|Regulation|Decision)\s(?:\([A-Z]{2,3}\)\s)?\d{1,4}\/\d{1,4}/u;

// "Field, 1989, personal communication": nothing that a bibliography lists.
const TALK =
  /\b(?:personal (?:communication|correspondence)|pers\.? comm|in conversation|by e-?mail|interview(?:ed)?)\b/iu;
// "12 May ", "May " before a year.
const DAY =
  /(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s$/u;

// "Sixth Report of Session 2003–04, HC 79-I": a paper of Parliament.
const OF_PARLIAMENT = /\bReport of Session (?:1[5-9]|20)\d\d|,\s(?:HC|HL Paper|Cmnd|Cmd|Cm)\.?\s\d{1,5}/u;

/** More words than this before a comma or bracket are no names. */
const MOST_WORDS = 14;

/**
 * Whether a text that fits no entry opens as references do, with names or a body, and then has a title, a year or a
 * place, without a word that only a sentence has. Such a text in a note is a reference, whatever it lacks.
 *
 *     Institute for Open Cities, Streets for people: five years on (2009)
 *     Beechcroft Inquiry, para 6.2
 *
 * @param hasLocator whether a place in a work was read behind the lead
 * @param isAlone whether nothing else stands in the note: "Vane (2001)" is a cite, "in France (1992)" is none
 */
export function opensLikeReference(
  lead: Lead,
  {hasLocator, isAlone}: {readonly hasLocator: boolean; readonly isAlone: boolean},
): boolean {
  const {text, words, years, markedTitle, addresses} = lead;
  if (EU_LAW.test(text)) return true;
  if (hasLocator && isLawOfYear(words)) return true;
  const first = words[0];
  if (first === undefined || TALK.test(text) || isOpening(first.folded) || holdsSentence(lead)) return false;
  if (isTitleBehindYear(lead)) return true;
  if (!opensWithNames(lead, hasLocator)) return false;
  if (hasLocator || markedTitle !== undefined || addresses.length > 0) return true;
  const year = years[0];
  if (year === undefined) return OF_PARLIAMENT.test(text);
  // Names and a year, and no more: "London, 2003" is a date, "Duarte (2001)" is a reference. "Westwater Council, Local Plan,
  // 2016" is a body and a title.
  const before = text
    .slice(0, year.start - lead.start)
    .replace(DAY, '')
    .replace(/[\s,(]+$/u, '');
  const isTitled = /\p{L}\s[^,]*,\s\p{L}+\s\p{L}/u.test(before);
  const isAll = words.at(-1) === year && areNames(before) && !isTitled;
  const isBracketed = /\($/u.test(text.slice(0, year.start - lead.start));
  return !isAll || (isBracketed && (words.length > 2 || isAlone));
}

// "bell hooks (1981) ", "von Braun, J (2001) ", "van der Geest, K., 2002, “": names and a year, up to a title set off.
const NAMES_THEN_YEAR =
  /^(?<names>\p{L}[\p{L}\s.,&’'-]{2,90}?),?\s(?:\((?:1[5-9]|20)\d\d[a-z]?\)|(?:1[5-9]|20)\d\d[a-z]?,)[.,:]?\s[“‘"'«]?$/u;

/** Whether a title set off stands behind a few words of any letters and a year: nobody writes a sentence so. */
function isTitleBehindYear({text, start, words, markedTitle}: Lead): boolean {
  if (markedTitle === undefined || articles.has(words[0]?.folded ?? '')) return false;
  const title = text.slice(markedTitle.start - start);
  const names = NAMES_THEN_YEAR.exec(text.slice(0, markedTitle.start - start))?.groups?.['names'];
  if (names === undefined || !/^[^\p{L}]*\p{Lu}/u.test(title)) return false;
  return wordsOf(names).length <= MOST_OF_NAMES;
}

/** Of a name in letters of any kind. */
const MOST_OF_NAMES = 6;

/** "1998 Act", "the 2014 Order": a year and a kind of law, and no more. */
function isLawOfYear(words: readonly Word[]): boolean {
  const [year, law, more] = articles.has(words[0]?.folded ?? '') ? words.slice(1) : words;
  if (year === undefined || law === undefined || more !== undefined) return false;
  return /^(?:1[5-9]|20)\d\d$/u.test(year.text) && lawWords.has(law.folded) && /^\p{Lu}/u.test(law.text);
}

function isOpening(folded: string): boolean {
  return commentOpenings.has(folded) || unlistedOpenings.has(folded);
}

/** Whether a word stands there, outside a title set off, that only a sentence has. */
export function holdsSentence(lead: Lead): boolean {
  return lead.words.some(word => isOfSentence(word, lead));
}

const creditAt: PhraseMatcher = matcherOf(credits);

/** Whether a text credits a picture or thanks somebody, and no title stands in it: "Photograph by Peter Kohl, 2010". */
export function opensWithCredit({text, markedTitle}: Lead): boolean {
  const end = creditAt(inLowerCase(text), 0);
  return end !== undefined && markedTitle === undefined && /^\s/u.test(text.slice(end));
}

/** Whether a text is a comment: a sentence, or one that opens as comments do. */
export function isComment(lead: Lead): boolean {
  return holdsSentence(lead) || commentOpenings.has(lead.words[0]?.folded ?? '');
}

function isOfSentence({text, folded, start}: Word, {markedTitle}: Lead): boolean {
  if (!/^\p{Ll}/u.test(text) || !wordsOfSentence.has(folded)) return false;
  return markedTitle === undefined || start < markedTitle.start || start >= markedTitle.end;
}

// "Ombudsman’" of "Ombudsman’s".
const APOSTROPHE = /[’']$/u;

/**
 * Whether capitals, initials, numbers and the small words of names reach to a comma, a bracket, a colon or a title; before a place
 * with a possessive too, "The Ombudsman’s Review, p. 3".
 */
function opensWithNames({text, start, words}: Lead, hasLocator: boolean): boolean {
  for (const [at, word] of words.slice(0, MOST_WORDS).entries()) {
    const isPossessive =
      hasLocator && word.text === 's' && APOSTROPHE.test(text.slice(0, word.start - start));
    const isSmall = at > 0 && (isWithinNames(word.folded) || isPossessive);
    if (!/^[\p{Lu}\d]/u.test(word.text) && !isSmall) return false;
    if (NAME_END.test(text.slice(word.end - start))) {
      // "Van de Meer, J": the stop behind an initial ends no name; a comma behind the first word may.
      return !/^\d/u.test(words[0]?.text ?? '');
    }
  }
  return words.length > 0 && words.length <= MOST_WORDS;
}
