import {rememberLast} from '../text/remember-last.ts';
import {inLowerCase, passageInLowerCase, type Word} from '../text/words.ts';
import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import {isWithin, type Range} from './range.ts';
import {accessedApart, accessedWords, months, pageLabels, printedWords, shortMonths} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

// A year of publication, with the letter that parts two works of one year: "2003", "1998b".
const YEAR = /^(?:1[5-9]|20)\d\d[a-z]?$/u;

const accessedAt: PhraseMatcher = matcherOf(accessedWords);
const accessedApartAt: PhraseMatcher = matcherOf(accessedApart);
// Before a word that must stand apart: a bracket, a comma, a stop, a dash.
const APART = /[([,;.–—-]\s{0,2}$/u;
// Behind such words, up to the year: " on 3 May 2021", " 03/05/2021".
const DAY_OF_ACCESS = /(?:\s(?:on|in|at))?:?\s[^()[\];]{0,24}?(?:1[5-9]|20)\d\d(?!\d)/uy;
// A word, roughly: classes of letters take long to compile.
const WORD = /[^\s\d.,;:()[\]–—"“”‘’'/-]+/g;

// A year of another printing: "reprinted 1998", "first published 1985", "originally published in 1961".
const OTHER_PRINTING = new RegExp(
  `(?<!\\p{L})(?:${anyWord(printedWords)})(?:\\s(?:in|by|of))?,?\\s(?:1[5-9]|20)\\d\\d(?!\\d)`,
  'gu',
);

// What makes the number after it no year of publication: "Session 2003–04", "HC 1905", "Cm 2003", "pp 1901–1950", "12: 1901".
const BEFORE_OTHER_NUMBER = new RegExp(
  `(?:(?<!\\p{L})(?:sessions?(?:\\sof)?|cmnd|cmd|cm|cp|hc|hl|${anyWord(pageLabels)}|paras?|paragraphs?|cols?|columns?|vol|vols|volume|nos?|nr|n[°º]|number|issue|art|doc|ref)\\.?\\s{1,2}(?:\\d{1,5}\\s?[–—-]\\s?)?|[\\d)]:\\s?(?:\\d{1,5}\\s?[–—-]\\s?)?|\\p{L}\\/|#)$`,
  'u',
);

// A day and month inside the brackets of a date: "(2 March 2003)", "(March 2003)", "(3. März 2003)".
const DATE_IN_BRACKETS =
  /[([]((?:\d{1,2}(?:st|nd|rd|th|er|\.)?\s(?:de\s)?)?([^\s\d.,;:()[\]]{3,12})\.?\s(?:de\s)?)(?:1[5-9]|20)\d\d[)\]]/gu;

// The same the American way: "(2020, April 3)".
const DATE_BEHIND_YEAR = /[([](?:1[5-9]|20)\d\d[a-z]?(,\s([^\s\d.,;:()[\]]{3,12})\.?(?:\s\d{1,2})?)[)\]]/gu;

// A month with which a sentence begins: "In May 1992 prices rose".
const MONTH_IN_SENTENCE =
  /(?:^|[.;]\s)(?:in|since|by|until|during|before|after|from)\s(([^\s\d.,;:()[\]]{3,12})\s(?:1[5-9]|20)\d\d)(?=,?\s[^\s\d])/gu;

/**
 * The parts of a passage that date something else than the work, or say of its date no more than the year does: days of
 * access, the day and month in the brackets of a date, the month with which a sentence begins.
 */
export const findIdleDates: (passage: string) => readonly Range[] = rememberLast(passage => {
  if (!/\d{4}/u.test(passage)) return [];
  const lower = inLowerCase(passage);
  const days = [...lower.matchAll(DATE_IN_BRACKETS)]
    .filter(({2: month}) => isMonth(month))
    .map(match => ({start: match.index + 1, end: match.index + 1 + (match[1] ?? '').length}));
  const behind = [...lower.matchAll(DATE_BEHIND_YEAR)]
    .filter(({2: month}) => isMonth(month))
    .map(match => {
      const end = match.index + match[0].length - 1;
      return {start: end - (match[1] ?? '').length, end};
    });
  const sentences = [...lower.matchAll(MONTH_IN_SENTENCE)]
    .filter(({2: month}) => months.has(month ?? ''))
    .map(match => {
      const end = match.index + match[0].length;
      return {start: end - (match[1] ?? '').length, end};
    });
  return [...findDaysOfAccess(lower), ...days, ...behind, ...sentences];
});

function isMonth(word: string | undefined): boolean {
  return word !== undefined && (months.has(word) || shortMonths.has(word));
}

/** The days on which addresses were read: "(accessed 3 May 2021)", "[last viewed 2021]", "accessed on 03/05/2021". */
function findDaysOfAccess(lower: string): readonly Range[] {
  const found: Range[] = [];
  for (const {index} of lower.matchAll(WORD)) {
    const apart = accessedApartAt(lower, index);
    const words =
      accessedAt(lower, index) ??
      (apart !== undefined && APART.test(lower.slice(Math.max(0, index - 3), index)) ? apart : undefined);
    if (words === undefined) continue;
    DAY_OF_ACCESS.lastIndex = words;
    const day = DAY_OF_ACCESS.exec(lower);
    if (day !== null) found.push({start: index, end: words + day[0].length});
  }
  return found;
}

/**
 * The words that are years of publication, in order. A number of a page, a session, a span of years or a reprint is none; where a year
 * stands in brackets outside a title, those outside them are none either: "Bond (1985), 1990".
 *
 * @param passage the plain text that the words have their places in
 * @param titles ranges set off as titles, whose brackets are their own
 */
export function publicationYears(
  passage: string,
  words: readonly Word[],
  titles: readonly Range[],
): readonly Word[] {
  const years = yearsOfWorks(passage, words, titles);
  const bracketed = years.filter(
    word => !titles.some(range => isWithin(word, range)) && isInBrackets(passage, word),
  );
  return bracketed.length > 0 ? bracketed : years;
}

/** The words that may be the year of some work, whatever brackets they stand in. */
export function yearsOfWorks(
  passage: string,
  words: readonly Word[],
  titles: readonly Range[],
): readonly Word[] {
  const candidates = words.filter(({text}) => YEAR.test(text));
  if (candidates.length === 0) return [];
  const lower = passageInLowerCase(passage);
  const printings = findPrintings(lower);
  return candidates.filter(
    word =>
      !printings.some(range => isWithin(word, range)) &&
      (titles.some(range => isWithin(word, range)) ||
        (!IN_RANGE_BEHIND.test(lower.slice(word.end, word.end + 12)) &&
          !IN_RANGE_BEFORE.test(lower.slice(Math.max(0, word.start - 12), word.start)) &&
          !BEFORE_OTHER_NUMBER.test(lower.slice(Math.max(0, word.start - 24), word.start)))),
  );
}

const findPrintings: (lower: string) => readonly Range[] = rememberLast(lower =>
  [...lower.matchAll(OTHER_PRINTING)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  })),
);

// "2010–11", "1991–1997", "2001/02", "2001 to 2005": a span of years is no year of publication.
const IN_RANGE_BEHIND = /^(?:[–—/-]\d{2,4}|\s(?:to|until|bis|à|a)\s\d{4})(?!\d)/u;
const IN_RANGE_BEFORE = /\d{4}(?:[–—/-]|\s(?:to|until|bis|à|a)\s)$/u;

// An opening bracket with no closing one behind it, at the end of what stands before a word.
const OPEN_BRACKET = /[([][^()[\]]{0,120}$/u;
const CLOSING_BRACKET = /^[^()[\]]{0,120}[)\]]/u;

function isInBrackets(passage: string, {start, end}: Word): boolean {
  return (
    OPEN_BRACKET.test(passage.slice(Math.max(0, start - 130), start)) &&
    CLOSING_BRACKET.test(passage.slice(end, end + 130))
  );
}
