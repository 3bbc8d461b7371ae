import {wordsOf} from '../text/words.ts';
import {alignTitle, isWhole} from './align-title.ts';
import type {IndexedEntry} from './index-entries.ts';
import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import type {Range} from './range.ts';
import {issueNumberWords, pageLabels, volumeKinds} from './vocabulary.ts';

/** A number as typed, with its place in the text that was read. */
export interface TypedNumber extends Range {
  readonly text: string;
}

/** What an author typed of where an article stands in its journal. */
export interface JournalNumbers {
  readonly volume: TypedNumber | undefined;
  readonly issue: TypedNumber | undefined;
  /** Pages, or ranges of them, in the order typed. */
  readonly pages: readonly TypedNumber[];
}

// A volume and an issue: "10:1", "27(3)", "13(3): 45", but not the "13:45–67" of volume and pages, nor a verse.
const VOLUME_AND_ISSUE =
  /(?<![\d:])(\d{1,4})\s?(?::\s?(\d{1,4})(?!\s?[–-]\d)|\((?!(?:1[5-9]|20)\d\d\))(\d{1,4})\))(?![\d]|:\d)/u;

/**
 * The numbers of an article around its journal's name; where that is typed otherwise, those that can be nothing else.
 *
 * @param rest what stands behind the title
 */
export function articleNumbers(rest: string, {entry, container}: IndexedEntry): JournalNumbers {
  const isInJournal = ['article', 'suppperiodical'].includes(entry.type);
  const journal = isInJournal ? alignTitle(wordsOf(rest), container, container.length) : undefined;
  if (journal !== undefined && isWhole(journal))
    return readJournalNumbers(rest, {start: journal.startOffset, end: journal.endOffset});
  const match = VOLUME_AND_ISSUE.exec(rest);
  if (match === null) return NOTHING;
  const [whole, volume = '', afterColon, inBrackets] = match;
  const issue = afterColon ?? inBrackets ?? '';
  const at = match.index + whole.lastIndexOf(issue);
  return {
    volume: {text: volume, start: match.index, end: match.index + volume.length},
    issue: {text: issue, start: at, end: at + issue.length},
    pages: [],
  };
}

const volumeWord = matcherOf(volumeKinds[0] ?? []);
const issueWord = matcherOf(issueNumberWords);
const pageWord = matcherOf(pageLabels);

/**
 * Reads the numbers around a journal's name.
 *
 *     *World Development* 13(3): 45–67        vol 22, no 3, pp 45–67        22, 45–67        38:310
 *     (2010) 33(3) *UNSW Law Journal* 629, 631
 *
 * @param text what stands behind the title of an article
 * @param journal where in it the journal's name stands
 */
export function readJournalNumbers(text: string, journal: Range): JournalNumbers {
  const before = NUMBERS_BEFORE.exec(text.slice(0, journal.start));
  const lower = text.toLowerCase();
  if (before !== null && lower.length === text.length) {
    const [whole = '', volume = '', issue] = before;
    const start = before.index + whole.indexOf(volume);
    const at = issue === undefined ? 0 : before.index + whole.lastIndexOf(issue);
    return {
      volume: {text: volume, start, end: start + volume.length},
      issue: issue === undefined ? undefined : {text: issue, start: at, end: at + issue.length},
      pages: readPages(lower, skip(lower, journal.end, BEHIND_NAME)),
    };
  }
  return lower.length === text.length ? readBehind(lower, journal.end) : NOTHING;
}

const NOTHING: JournalNumbers = {volume: undefined, issue: undefined, pages: []};

// "(2010) 33(3) ", "[2010] 2 " and ", 92 " before a journal
const NUMBERS_BEFORE =
  /(?:[([](?:1[5-9]|20)\d\d[)\]],?|^[”’"»*_]{0,3}[,.]?[”’"»*_]{0,3})\s(\d{1,4})(?:\s?\((\d{1,3}(?:[–/-]\d{1,3})?)\))?\s$/u;

// The end of emphasis, a comma or stop
const BEHIND_NAME = /[\s,.;:*_”’"»)]{0,4}/uy;
// "(2010), ", "2010, "
const YEAR = /(?:\((?:1[5-9]|20)\d\d[a-z]?\)|(?:1[5-9]|20)\d\d[a-z]?(?=,))[\s,:]{0,3}/uy;
// "13", not the 2010 of a year or the 10 of "10.1000/1"
const VOLUME = /(?!(?:1[5-9]|20)\d\d(?!\d))(\d{1,4})(?![\d\p{L}])(?!\.\d{3})/uy;
const ISSUE = /(\d{1,3}(?:[–/-]\d{1,3})?)(?!\d)/uy;
const PAGES = /(\d{1,5}(?:\s?[–—-]{1,2}\s?\d{1,5})?)(?![\d(:\p{L}])/uy;
const SPACE = /\s{0,2}/uy;
const COMMA = /\s?[,;:.]?\s{0,2}/uy;
// Between a volume and its issue: "13(3", "13:3", "13/3", "13.3"
const OPENING = /\s?\(\s?/uy;
const JOINT = /\s?[:/]\s?|\.(?=\d)/uy;
const RANGE_BEHIND = /\s?[–—-]/uy;

function readBehind(lower: string, from: number): JournalNumbers {
  const start = skip(lower, skip(lower, from, BEHIND_NAME), YEAR);
  const named = afterWord(lower, start, volumeWord);
  const volume = numberAt(lower, named ?? start, VOLUME);
  if (volume === undefined) return NOTHING;
  const issue = readIssue(lower, volume.end) ?? issueBehindYear(lower, volume.end);
  const closed = issue === undefined ? volume.end : skip(lower, issue.end, /\)?/uy);
  const rest = skip(lower, skip(lower, closed, COMMA), YEAR);
  const pages = readPages(lower, rest);
  // A bare number behind a name may be anything: "*The Guardian* 12 May".
  if (named === undefined && issue === undefined && pages.length === 0) {
    const end = skip(lower, volume.end, COMMA);
    if (
      end < lower.length &&
      skip(lower, skip(lower, volume.end, SPACE), YEAR) === skip(lower, volume.end, SPACE)
    )
      return NOTHING;
  }
  return {volume, issue, pages};
}

function readIssue(lower: string, at: number): TypedNumber | undefined {
  const opened = skip(lower, at, OPENING);
  if (opened > at) {
    const issue = numberAt(lower, afterWord(lower, opened, issueWord) ?? opened, ISSUE);
    return issue !== undefined && lower.charAt(issue.end) === ')' ? issue : undefined;
  }
  const word = afterWord(lower, skip(lower, at, COMMA), issueWord);
  if (word !== undefined) return numberAt(lower, word, ISSUE);
  const joined = skip(lower, at, JOINT);
  const issue = joined === at ? undefined : numberAt(lower, joined, /(\d{1,3})(?!\d)/uy);
  // "38: 310–320": pages
  return issue === undefined || skip(lower, issue.end, RANGE_BEHIND) > issue.end ? undefined : issue;
}

/** "12 (2001), H. 3" */
function issueBehindYear(lower: string, at: number): TypedNumber | undefined {
  const behind = skip(lower, at, SPACE);
  const year = skip(lower, behind, YEAR);
  const word = year === behind ? undefined : afterWord(lower, year, issueWord);
  return word === undefined ? undefined : numberAt(lower, word, ISSUE);
}

/** "pp 45–67", "45–67, 50": behind a word for pages, or directly behind the numbers. */
function readPages(lower: string, from: number): readonly TypedNumber[] {
  const pages: TypedNumber[] = [];
  for (let at = from; ; ) {
    const page = numberAt(lower, afterWord(lower, at, pageWord) ?? at, PAGES);
    if (page === undefined || isYear(page.text)) return pages;
    pages.push(page);
    at = skip(lower, page.end, COMMA);
    if (at === page.end) return pages;
  }
}

function isYear(text: string): boolean {
  return /^(?:1[5-9]|20)\d\d$/u.test(text);
}

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function afterWord(lower: string, at: number, word: PhraseMatcher): number | undefined {
  const end = word(lower, at);
  return end === undefined ? undefined : skip(lower, end, SPACE);
}

function numberAt(lower: string, at: number, pattern: RegExp): TypedNumber | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(lower);
  const [, text] = match ?? [];
  return text === undefined ? undefined : {text, start: at, end: at + text.length};
}
