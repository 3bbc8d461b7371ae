import type {ValueIn} from './inherit.ts';
import {decodeLatex} from './latex.ts';
import {readYear} from './year.ts';

/** When a work was published, as far as the entry says: whole years, or with month and day. */
export interface WorkDate {
  /** The first day, month or year; `undefined` where a range is open before, or where no date is said. */
  readonly start: DateParts | undefined;
  /** The last one of a range; `'open'` for one that goes on. */
  readonly end: DateParts | 'open' | undefined;
  /** 1 to 4, from spring; of the start. */
  readonly season: number | undefined;
  readonly isCirca: boolean;
  readonly isUncertain: boolean;
  /** What is said in words, "n.d.", "forthcoming", "2003/04", where it is no date. */
  readonly words: string | undefined;
}

/** Year, month and day, as many as are known. */
export type DateParts = readonly number[];

/**
 * Reads the date of a work: EDTF (ISO 8601-2) as biblatex takes it (manual §2.3.8), or a year as authors write it.
 *
 * A decade, `199X`, is the range of its years, and a month with no day, `2004-04-XX`, that month, as biblatex reads them.
 *
 * @param valueIn of `date` and of `year`, which counts where `date` says no date
 * @returns `undefined` where neither says anything
 */
export function readWorkDate(valueIn: ValueIn): WorkDate | undefined {
  const [date, year] = ['date', 'year'].map(field => {
    const value = valueIn(field) ?? '';
    const text = decodeLatex(value).text;
    // The tilde of "1990~" is a blank to LaTeX
    return text === '' ? undefined : {edtf: readEdtf(value), text};
  });
  const said = date && (date.edtf ?? readRange(date.text) ?? readWords(date.text));
  // "2003-04" is April there and a year of account here
  const typed = year && (readRange(year.text) ?? year.edtf ?? readWords(year.text));
  const words = date?.text ?? year?.text;
  return said ?? typed ?? (words === undefined ? undefined : {...NO_DATE, words});
}

/** The years of a work as a note has them: "1998–2001", "c. 1908", "1990?", "1990–", "n.d.". */
export function yearsOf(date: WorkDate): string | undefined {
  const {start, end, isCirca, isUncertain, words} = date;
  if (words !== undefined) return words;
  const first = start?.[0] === undefined ? '' : writeYear(start[0]);
  const last = end === undefined || end === 'open' ? '' : writeYear(end[0] ?? 0);
  const isRange = end !== undefined && first !== last;
  const years = isRange ? `${first}–${last}` : first;
  if (years === '') return undefined;
  return `${isCirca ? 'c. ' : ''}${years}${isUncertain ? '?' : ''}`;
}

/** ISO 8601 counts from a year 0, so that -0044 is 45 BC. */
function writeYear(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

const NO_DATE: WorkDate = {
  start: undefined,
  end: undefined,
  season: undefined,
  isCirca: false,
  isUncertain: false,
  words: undefined,
};

interface Side {
  readonly first: DateParts;
  readonly last: DateParts;
  readonly season: number | undefined;
  readonly mark: string;
}

function readEdtf(text: string): WorkDate | undefined {
  const sides = text.trim().split('/');
  const [from = '', to] = sides;
  if (sides.length > 2) return undefined;
  const [start, end] = [readSide(from), to === undefined ? undefined : readSide(to)];
  if (start === undefined && !(isOpen(from) && end !== undefined)) return undefined;
  if (to !== undefined && end === undefined && !isOpen(to)) return undefined;
  if (endsBefore(start?.first, end?.last)) return {...NO_DATE, words: text.trim()};
  const marks = `${start?.mark ?? ''}${end?.mark ?? ''}`;
  const last = to === undefined ? start?.last : (end?.last ?? 'open');
  const isOne = to === undefined && start?.first[0] === start?.last[0];
  return {
    ...NO_DATE,
    start: start?.first,
    end: isOne ? undefined : last,
    season: start?.season,
    isCirca: /[~%]/u.test(marks),
    isUncertain: /[?%]/u.test(marks),
  };
}

/** "1990/1890": which of the two is wrong cannot be told, so that it stays as typed. */
function endsBefore(first: DateParts | undefined, last: DateParts | undefined): boolean {
  return (last?.[0] ?? Number.POSITIVE_INFINITY) < (first?.[0] ?? Number.NEGATIVE_INFINITY);
}

function isOpen(side: string): boolean {
  return side === '' || side === '..';
}

// `2003` · `-0044-03-15` · `2003-11-04T12:00:00Z` · `2003~` · `199X` · `2004-04-XX` · `2001-21`, a spring
const SIDE =
  /^(?<year>-?\d{4}|\d{1,3}[Xxu]{1,3})(?:-(?<month>\d\d|[Xxu]{2}))?(?:-(?<day>\d\d|[Xxu]{2}))?(?:T[\d:.+Z-]{1,20})?(?<mark>[~?%]?)$/u;
const UNSAID = /[Xxu]/gu;
const YEAR_LENGTH = 4;
const MONTHS = 12;
// The number of spring in EDTF
const SPRING = 21;

function readSide(side: string): Side | undefined {
  const {year = '', month, day, mark = ''} = SIDE.exec(side.trim())?.groups ?? {};
  if (year.replace('-', '').length !== YEAR_LENGTH) return undefined;
  const first = Number(year.replace(UNSAID, '0'));
  const last = Number(year.replace(UNSAID, '9'));
  if (first !== last) return {first: [first], last: [last], season: undefined, mark};
  const [monthNumber, dayNumber] = [month, day].map(part => Number(part));
  const hasMonth = monthNumber !== undefined && monthNumber >= 1 && monthNumber <= MONTHS;
  const hasDay = hasMonth && dayNumber !== undefined && dayNumber >= 1;
  const season = monthNumber === undefined ? Number.NaN : monthNumber - SPRING + 1;
  const parts = [first, ...(hasMonth ? [monthNumber] : []), ...(hasDay ? [dayNumber] : [])];
  return {first: parts, last: parts, season: season >= 1 && season <= 4 ? season : undefined, mark};
}

// "1998--2001", "1998–2001"
const YEARS = /^(?<first>\d{4})\s?(?:--?|–)\s?(?<last>\d{4})$/u;
// "c. 1908", "[c. 1908]", "ca 1908", "circa 1908"
const CIRCA = /^\[?c(?:a|irca)?\.?\s?(?<first>\d{4})\]?$/iu;
// "2003/04", "2003–04": a year of account
const SPLIT_YEAR = /^\d{4}\s?[/–-]\s?\d{2}$/u;

function readRange(text: string): WorkDate | undefined {
  const {first, last} = (YEARS.exec(text) ?? CIRCA.exec(text))?.groups ?? {};
  if (first !== undefined && endsBefore([Number(first)], last === undefined ? undefined : [Number(last)]))
    return {...NO_DATE, words: text};
  if (first !== undefined)
    return {
      ...NO_DATE,
      start: [Number(first)],
      end: last === undefined ? undefined : [Number(last)],
      isCirca: last === undefined,
    };
  return SPLIT_YEAR.test(text) ? {...NO_DATE, words: text} : undefined;
}

/** The year in words that are more than it, "12 May 2003", "[1908]", "2001a". */
function readWords(text: string): WorkDate | undefined {
  const year = readYear(text);
  return year === undefined ? undefined : {...NO_DATE, start: [year]};
}
