import type {TextMark} from '../manuscript/types.ts';
import {foldLetters, passageInLowerCase} from '../text/words.ts';
import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import {
  connectors,
  countedWords,
  followingWords,
  locatorLabels,
  months,
  partsOfDocument,
  throughoutWords,
} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

// A letter or digit: a place does not begin inside a word.
const IN_WORD = /[\p{L}\p{N}]/u;

// A page behind the brackets of a book's imprint: "(Bristol: Osier Press, 2006), 45."
const BARE_AFTER_IMPRINT = /\p{L}[^()]{0,80}\d{4}\),?\s(\d{1,4}(?:[–-]\d{1,4})?)[\s.]*$/u;

// A page behind the title: "Pollan, *Food Rules*, 12".
const BARE_AFTER_TITLE =
  /^[”’"»]?(?:,\s|\s(?=\d{1,4}[a-e]))(?!(?:1[5-9]|20)\d\d[\s.]*$)(\d{1,4}[a-e]?(?:[–-](?:\d{1,4}[a-e]?|[a-e]))?)[\s.]*$/u;

// The same behind the year: "*Clause 22* (1961), 14".
const BARE_AFTER_YEAR = /^\s\((?:1[5-9]|20)\d\d[a-z]?\),?\s(\d{1,4}(?:[–-]\d{1,4})?)[\s.]*$/u;

// The same behind a title in quotation marks with the American comma: "Obi, “Bread,” 141".
const BARE_AFTER_COMMA =
  /^[^“"‘]{2,60}[“"‘][^“”"‘]{2,200},[”"’]\s(?!(?:1[5-9]|20)\d\d[\s.]*$)(\d{1,4}(?:[–-]\d{1,4})?)[\s.]*$/u;

// Behind the first page of a report, the page meant: "(2015) 131 LQR 55, 61", "(2003) 27(2) MULR 523, 531", "437 U.S. 88, 90 (1978)".
const PAGE_OF_REPORT =
  /(?:\)\s|,\s)\d{1,4}(?:\(\d{1,3}(?:[–/-]\d{1,3})?\))?\s\p{Lu}[\p{L}.’'& ]{0,50}\s(?<first>\d{1,5}),\s(?<page>\d{1,5}(?:[–-]\d{1,5})?)(?:\s\((?:1[5-9]|20)\d\d\))?[\s.]*$/u;

// What may follow the last place of a reference: its year, stops and closing marks.
const ONLY_STOPS = /^(?:,\s(?:1[5-9]|20)\d\d[a-z]?)?[\s.,;)»”"]*$/u;

// Another year behind a place is that of another work, and a place behind it too: "2001, p. 4; 2005, p. 5".
const OTHER_YEAR = /^;\s(?:1[5-9]|20)\d\d[a-z]?(?![\p{L}\p{N}])/u;

/** A place in a work, as typed. */
export interface LocatorRange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const LABEL = new RegExp(`(?:${anyWord(locatorLabels)})(?![\\p{L}])`, 'uy');

// A number of a page, part or moment: "12", "12–14", "46-57", "1.5.1", "xii", "00:02:59", "12a", "¶ 4" has it after its label.
const NUMBER =
  /(?:\d{1,5}[ºª]?(?:[.:]\d{1,4}){0,3}(?:(?!f(?![\p{L}\p{N}]))[a-z](?![\p{L}\p{N}]))?(?!(?!ff?(?![\p{L}\p{N}]))[a-z\d])(?:\([a-z0-9]{1,4}\)){0,3}|[ivxlc]{1,7}(?![\p{L}\p{N}]))(?:\s{0,2}[–—-]\s{0,2}(?:\d{1,5}(?:[.:]\d{1,4}){0,3}(?:(?!f(?![\p{L}\p{N}]))[a-z](?![\p{L}\p{N}]))?(?!(?!ff?(?![\p{L}\p{N}]))[a-z\d])|[ivxlc]{1,7}(?![\p{L}\p{N}])|[a-e](?![\p{L}\p{N}])))?/uy;

// A moment of a recording, which nothing else looks like: "00:12:40".
const MOMENT = /\d{1,2}:\d{2}:\d{2}(?:[–-]\d{1,2}:\d{2}:\d{2})?(?!\d)/uy;

// A note of the work cited, which is a place only after another: "p 78 and n 4".
const NOTE_LABEL = /nn?\.?(?=\s{0,2}\d)/uy;

// A paragraph as law reports number them: "[20]", "[5.20]", "[64] to [66]"; a year in such brackets is that of the report.
const BRACKETED =
  /\[(?!(?:1[5-9]|20)\d\d\])\d{1,5}(?:\.\d{1,4}){0,2}\](?:\s{0,2}(?:to|and|–|-)\s{0,2}\[\d{1,5}(?:\.\d{1,4}){0,2}\])?/uy;

// How the tables and annexes of a work are numbered beside: "E8003", "TA1"; and "B" before a stop or the end.
const CODE = /[a-z]{1,3}[.-]?\d{1,5}(?:[.:-]\d{1,4}){0,2}(?![\p{L}\p{N}])/uy;
const LETTER = /[a-z](?=[.,;:)]|\s{0,2}$)/uy;
const WRITTEN_OUT = /^\p{L}{5,}$/u;

// Behind the number of an article its own parts, in Roman numbers: "art. 2º, I".
const PART_OF_ARTICLE = /,\s[ivxl]{1,6}(?=[.,;)]|\s{0,2}$)/uy;
const ARTICLE = /^art/u;

// A second place without a comma: "§ 4 Rn. 12"; "71 n.44" has a note of the work.
const WITHOUT_COMMA = /[\s~]{1,2}(?!at\s)(?=[\p{L}§¶])/uy;

// "OJ L 119": a series of a journal; lines are "l. 119".
const SERIES = /^L\.?\s\d/u;

// A year behind the pages of an article, "p. 210–225, 2010", and the longest page before which it is none.
const YEAR = /^(?:1[5-9]|20)\d\d(?!\d)/u;
const FEWEST_OF_YEAR = 1500;

// "10 February": a day.
const WORD_BEHIND = /^\s(\p{L}{3,})/u;

// "passim", "et seq.", "f.", "ff" after a number; "第12页" has its label on both sides.
const ALL_THROUGH = new RegExp(`(?:${anyWord(throughoutWords)})(?!\\p{L})`, 'uy');
const AND_FOLLOWING = new RegExp(`\\s{0,2}(?:${anyWord(followingWords)})(?![\\p{L}\\p{N}])`, 'uy');

// A heading given for a place: "Section 1.5.1 (Encapsulation), pp 26–34".
const GLOSS = /\s\([^()\d]{2,60}\)(?=\s?[,;]\s)/gu;
const GLOSS_AT = /\s\([^()\d]{2,60}\)(?=\s?[,;]\s)/uy;

// What joins two places: a comma, a semicolon, "and".
const JOIN = new RegExp(
  `\\s{0,3}(?:(?=\\[\\d)|[,;]\\s{0,3}(?:(?:${anyWord(connectors)}|at)\\s{1,2})?|(?:${anyWord(connectors)}|e|to|bis)\\s{1,3})`,
  'uy',
);

/**
 * The locator that begins at a place of a passage.
 *
 *     Smith, op cit, pp 4–9 and 12; ch 3.
 *                    ^^^^^^^^^^^^^^^^^^^
 *
 * A bare number is a locator only where nothing else could be meant, which the caller knows.
 *
 * @param passage the plain text
 * @param at where it may begin, white space already passed
 * @param end where the cite ends
 * @param allowsBare whether a number without a label counts ("op cit, 14")
 */
export function readLocator(
  passage: string,
  at: number,
  end: number,
  allowsBare: boolean,
): LocatorRange | undefined {
  const last = endOfPlaces(passageInLowerCase(passage), at, end, allowsBare);
  return last === undefined ? undefined : {start: at, end: last, text: textOf(passage, at, last)};
}

// "at 54": the word is no part of the place.
const AT = /^at\s{1,2}/u;

/** The places without the headings given for them. */
function textOf(passage: string, start: number, end: number): string {
  return passage.slice(start, end).replace(GLOSS, '');
}

/** Where the places that begin at `at` end; `lower` is the passage in lower case. */
function endOfPlaces(lower: string, at: number, end: number, allowsBare: boolean): number | undefined {
  let here = at;
  let last = at;
  let isFirst = true;
  let isApart = true;
  let beforeNote: number | undefined;
  while (here < end) {
    const next = readPlace(lower, here, end, {isFirst, allowsBare: isFirst ? allowsBare : isApart});
    if (next === undefined || (!isFirst && isYearBehind(lower, {start: at, end: last}, here))) break;
    // "p 4, and n 2, p 5": the note is one of this document, with a place in what it cites.
    if (beforeNote !== undefined && isApart && matchAt(LABEL, lower, here, end) !== undefined)
      return beforeNote;
    beforeNote =
      isApart && !isFirst && matchAt(NOTE_LABEL, lower, here, end) !== undefined ? last : undefined;
    last = next;
    isFirst = false;
    const join = matchAt(JOIN, lower, matchAt(GLOSS_AT, lower, next, end) ?? next, end);
    isApart = join !== undefined && join !== next;
    const further = isApart ? join : matchAt(WITHOUT_COMMA, lower, next, end);
    if (further === undefined) break;
    here = further;
  }
  return isFirst ? undefined : last;
}

/** Whether what stands behind some places is a year, and no page further on. */
function isYearBehind(
  lower: string,
  places: {readonly start: number; readonly end: number},
  at: number,
): boolean {
  if (!YEAR.test(lower.slice(at, at + 5))) return false;
  const numbers = lower.slice(places.start, places.end).match(/\d+/gu) ?? [];
  return numbers.every(number => Number(number) < FEWEST_OF_YEAR);
}

/** One place, such as "pp 4–9": where it ends. */
function readPlace(
  passage: string,
  at: number,
  end: number,
  {isFirst, allowsBare}: {readonly isFirst: boolean; readonly allowsBare: boolean},
): number | undefined {
  const through = matchAt(ALL_THROUGH, passage, at, end);
  if (through !== undefined) return through;
  const moment = matchAt(MOMENT, passage, at, end);
  if (moment !== undefined) return moment;
  const bracketed = matchAt(BRACKETED, passage, at, end);
  if (bracketed !== undefined) return bracketed;
  const label =
    matchAt(LABEL, passage, at, end) ?? (isFirst ? undefined : matchAt(NOTE_LABEL, passage, at, end));
  if (label === undefined && !allowsBare) return undefined;
  const from = skipSpace(passage, label ?? at, end);
  const typed = label === undefined ? '' : passage.slice(at, label);
  const isNumberFirst = label !== undefined || /\d/u.test(passage.charAt(from));
  const number = isNumberFirst ? matchAt(NUMBER, passage, from, end) : undefined;
  if (number === undefined) return label === undefined ? undefined : readCode(passage, from, end, typed);
  if (label === undefined && (isDay(passage.slice(number, end)) || isCounting(passage, number)))
    return undefined;
  if (ARTICLE.test(typed)) return matchAt(PART_OF_ARTICLE, passage, number, end) ?? number;
  return matchAt(AND_FOLLOWING, passage, number, end) ?? number;
}

/** A number with letters behind a label written out, which is nobody's initial: "table TA1", "policy H3", "annex B". */
function readCode(passage: string, at: number, end: number, label: string): number | undefined {
  const isPart = partsOfDocument.has(foldLetters(label));
  if (isPart || WRITTEN_OUT.test(label))
    return matchAt(CODE, passage, at, end) ?? (isPart ? matchAt(LETTER, passage, at, end) : undefined);
  return undefined;
}

const countedAt: PhraseMatcher = matcherOf(countedWords);

/** Whether a number counts something: "40 per cent", "300 pp." */
function isCounting(passage: string, at: number): boolean {
  return countedAt(passage, skipSpace(passage, at, passage.length)) !== undefined;
}

/** Whether a month stands behind a number. */
function isDay(behind: string): boolean {
  const word = WORD_BEHIND.exec(behind)?.[1];
  return word !== undefined && (months.has(word) || months.has(foldLetters(word)));
}

// "Policy 3:1", "Policy 3(1)", behind "Water ".
const VOLUME_AND_ISSUE = /^\p{Lu}\p{L}+\s\d{1,4}(?::|\()\d/u;
const CAPITAL_BEFORE = /\p{Lu}\p{L}*\s$/u;

/** Whether what looks like a label is the last word of a journal's name: "*Water Policy* 3:1". */
function endsJournal(passage: string, at: number): boolean {
  return (
    VOLUME_AND_ISSUE.test(passage.slice(at, at + 40)) &&
    CAPITAL_BEFORE.test(passage.slice(Math.max(0, at - 40), at))
  );
}

/**
 * Where a locator with a label begins at the end of a reference: "…, Pearson, 2021), Section 1.5, pp. 46–57."
 *
 * @param marks what is set off in the passage; behind the only title of a reference a bare number is a page
 * @returns the first place from which locators alone reach to the end, stops apart
 */
export function findTrailingLocator(
  passage: string,
  start: number,
  end: number,
  marks: readonly TextMark[] = [],
): LocatorRange | undefined {
  const bare = BARE_AFTER_IMPRINT.exec(passage.slice(start, end));
  if (bare !== null) {
    const text = bare[1] ?? '';
    const at = start + bare.index + bare[0].lastIndexOf(text);
    return {start: at, end: at + text.length, text};
  }
  const page = findPageAfterTitle(passage, start, end, marks) ?? findPageOfReport(passage, start, end);
  if (page !== undefined) return page;
  const lower = passageInLowerCase(passage);
  for (let at = start; at < end; at++) {
    if (at > start && IN_WORD.test(passage.charAt(at - 1))) continue;
    if (SERIES.test(passage.slice(at, at + 4)) || endsJournal(passage, at)) continue;
    const last = endOfPlaces(lower, at, end, false);
    // What begins inside these places ends where they end.
    if (last === undefined) continue;
    if (ONLY_STOPS.test(passage.slice(last, end))) {
      return {start: at, end: last, text: textOf(passage, at, last).replace(AT, '')};
    }
    if (OTHER_YEAR.test(passage.slice(last, end)))
      return {start: at, end, text: textOf(passage, at, last).replace(AT, '')};
    at = last - 1;
  }
  return undefined;
}

/** The second page of a report, or the page behind the American comma of a short title. */
function findPageOfReport(passage: string, start: number, end: number): LocatorRange | undefined {
  const text = passage.slice(start, end);
  const groups = PAGE_OF_REPORT.exec(text)?.groups;
  const page = groups?.['page'] ?? BARE_AFTER_COMMA.exec(text)?.[1];
  if (page === undefined || Number(groups?.['first'] ?? 0) > Number.parseInt(page, 10)) return undefined;
  const at = groups === undefined ? text.lastIndexOf(page) : text.lastIndexOf(`, ${page}`) + 2;
  return {start: start + at, end: start + at + page.length, text: page};
}

/** A bare number behind the one title of a reference; behind a second, that of a journal, it is a volume. */
function findPageAfterTitle(
  passage: string,
  start: number,
  end: number,
  marks: readonly TextMark[],
): LocatorRange | undefined {
  const [title, other] = marks.filter(
    mark => mark.kind === 'emphasis' && mark.start >= start && mark.end <= end,
  );
  if (title === undefined || other !== undefined || title.start === start) return undefined;
  if (/[“‘"'«]/u.test(passage.slice(start, title.start))) return undefined;
  const behind = passage.slice(title.end, end);
  const text = (BARE_AFTER_TITLE.exec(behind) ?? BARE_AFTER_YEAR.exec(behind))?.[1];
  if (text === undefined) return undefined;
  const at = passage.lastIndexOf(text, end);
  return {start: at, end: at + text.length, text};
}

function matchAt(pattern: RegExp, passage: string, at: number, end: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(passage);
  if (match === null) return undefined;
  const to = at + match[0].length;
  return to <= end ? to : undefined;
}

function skipSpace(passage: string, at: number, end: number): number {
  let here = at;
  while (here < end && /[\s~]/u.test(passage.charAt(here))) here += 1;
  return here;
}
