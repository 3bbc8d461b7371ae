import type {Passage} from '../manuscript/types.ts';
import {inLowerCase} from '../text/words.ts';
import {readLead} from './lead.ts';
import {type LocatorRange, readLocator} from './locator.ts';
import {endOfNames, startOfLastNames} from './name-run.ts';
import type {Range} from './range.ts';
import type {ReferenceReading} from './reading.ts';
import {workConsulted} from './segment.ts';
import {endOfSignals} from './signals.ts';
import {months, shortMonths} from './vocabulary.ts';

const YEAR = '(?:1[5-9]|20)\\d\\d[a-z]?';

// What follows the names: "(1991)", ", 1991", " 1991", "(1991, 1992)", "(1991 and 1992)", "(1991: 14".
const YEARS = new RegExp(
  `^[.,]?\\s{1,2}(?<open>\\(?)(?<years>${YEAR}(?:(?:[,;]|,?\\sand|\\s&)\\s${YEAR}(?![\\p{L}\\p{N}]|[–-]\\d)){0,5})(?![\\p{L}\\p{N}]|[–-]\\d)`,
  'u',
);
const ONE_YEAR = new RegExp(YEAR, 'gu');

// The year of the first printing behind that of the work: "(2010 [2008])".
const FIRST_PRINTED = /^\s\[(?:1[5-9]|20)\d\d\]/u;

// What stands between the year and a place: ": 14", ", 14", "), p 14".
const BEFORE_PLACE = /^(?:\)\s?)?(?:[:,]\s?(?:at\s)?)?/u;
const AT_END = /^[)\s.]*$/u;

/**
 * Reads names and years and no more, the short citation of the Harvard style, perhaps with a place behind it.
 *
 *     Lee, 1991, p 4     May and Kay (1992: 14)     Lee (1991, 1998)
 *
 * @returns one reading for each year; empty where anything else stands there
 */
export function readAuthorYear(
  passage: Passage,
  range: Range,
  hasSignal: boolean,
): readonly ReferenceReading[] {
  const text = passage.text.value;
  const typed = text.slice(range.start, range.end);
  const names = endOfNames(typed);
  if (names === 0) return [];
  const match = YEARS.exec(typed.slice(names));
  const list = match?.groups?.['years'];
  if (match === null || list === undefined) return [];
  const [first] = typed.slice(0, names).toLowerCase().split(' ');
  const isDate =
    names === first?.length &&
    (months.has(first) || shortMonths.has(first)) &&
    match[0].startsWith(' ') &&
    match.groups?.['open'] === '';
  if (isDate) return [];

  const from = range.start + names + match[0].length - list.length;
  const years = [...list.matchAll(ONE_YEAR)].map(({index, 0: year}) => ({
    start: from + index,
    end: from + index + year.length,
  }));
  const printed = FIRST_PRINTED.exec(typed.slice(names + match[0].length))?.[0].length ?? 0;
  const yearsEnd = range.start + names + match[0].length + printed;
  const place = yearsEnd + (BEFORE_PLACE.exec(text.slice(yearsEnd, range.end))?.[0].length ?? 0);
  const locator = place > yearsEnd ? readLocator(text, place, range.end, true) : undefined;
  if (!AT_END.test(text.slice(locator?.end ?? yearsEnd, range.end))) return [];
  // "Bond (1985), 1990": a second year behind the brackets is no page.
  const isPlace = locator !== undefined && !new RegExp(`^${YEAR}$`, 'u').test(locator.text);
  return years.map((year, order) =>
    makeReading(
      passage,
      {names: {start: range.start, end: range.start + names}, year, range},
      {
        isFirst: order === 0,
        hasSignal,
        locator: isPlace && order === years.length - 1 ? locator : undefined,
        isOnly: years.length === 1,
      },
    ),
  );
}

// "(1991)" behind names, and how a sentence goes on: " shows", ", and so does".
const DATE_IN_BRACKETS = new RegExp(`\\(${YEAR}\\)`, 'gu');
const PROSE_BEHIND = /^,?\s\p{Ll}/u;

// Behind the place of a short citation: ". A useful", ", based on", " is a survey".
const GOES_ON = /^(?:\)?[.,;:]?\s{1,2})(?=\p{L})/u;

/** Parts names, a year and a place from a sentence that goes on behind them: "Lee 1991, p 4. The figures are elsewhere". */
export function partBehindPlace(
  {text: {value}}: Passage,
  range: Range,
  closed: readonly Range[],
): readonly Range[] {
  const consulted = workConsulted(value, range, closed);
  if (consulted.start !== range.start || consulted.end !== range.end) return [range];
  const typed = value.slice(range.start, range.end);
  const signal = endOfSignals(inLowerCase(typed), typed, 0, 4);
  const names = endOfNames(typed.slice(signal));
  const match = names === 0 ? null : YEARS.exec(typed.slice(signal + names));
  if (match === null) return [range];
  const year = signal + names + match[0].length;
  const gap = BEFORE_PLACE.exec(typed.slice(year))?.[0] ?? '';
  // "(1974) 1120 UNTS 33": a volume.
  const locator = /[:,]/u.test(gap)
    ? readLocator(value, range.start + year + gap.length, range.end, true)
    : undefined;
  if (locator === undefined) return [range];
  const joint = GOES_ON.exec(value.slice(locator.end, range.end))?.[0].length ?? 0;
  if (joint === 0) return [range];
  const end = locator.end + (value.charAt(locator.end) === ')' ? 1 : 0);
  return [
    {start: range.start, end},
    {start: locator.end + joint, end: range.end},
  ];
}

/**
 * Reads a sentence that names two works or more: "Lee (1991) shows this, as does Kay (1988)". Behind the year of a reference
 * comes its title, so that "Lee, A (1991) A Commentary on Kay (1988)" is none.
 *
 * @param closed ranges that are titles, quotations, addresses
 * @returns empty where fewer than two are named
 */
export function readSentence(
  passage: Passage,
  range: Range,
  closed: readonly Range[],
): readonly ReferenceReading[] {
  const text = passage.text.value;
  const found: Range[] = [];
  let from = range.start;
  for (const match of text.slice(range.start, range.end).matchAll(DATE_IN_BRACKETS)) {
    const at = range.start + match.index;
    const before = text.slice(from, at);
    const names = startOfLastNames(before);
    if (names === before.length || closed.some(one => one.start <= at && at < one.end)) return [];
    found.push({start: from + names, end: at + match[0].length});
    from = at + match[0].length;
  }
  const [first, ...others] = found;
  if (first === undefined || others.length === 0 || !PROSE_BEHIND.test(text.slice(first.end, range.end)))
    return [];
  if (/,\s\p{Lu}\.?\s?$/u.test(text.slice(first.start, text.indexOf('(', first.start)))) return [];
  return found.flatMap(one => readAuthorYear(passage, one, false));
}

function makeReading(
  passage: Passage,
  {names, year, range}: {readonly names: Range; readonly year: Range; readonly range: Range},
  {
    isFirst,
    isOnly,
    hasSignal,
    locator,
  }: {
    readonly isFirst: boolean;
    readonly isOnly: boolean;
    readonly hasSignal: boolean;
    readonly locator: LocatorRange | undefined;
  },
): ReferenceReading {
  const {value, marks} = passage.text;
  const end = isOnly ? withoutStop(value, range) : (locator?.end ?? year.end);
  return {
    kind: 'reference',
    passage,
    range: {start: isFirst ? range.start : year.start, end},
    lead: isFirst
      ? readLead(value, marks, range.start, year.end)
      : readLead(value, marks, names.start, names.end, [year]),
    hasSignal,
    locator,
    bracket: undefined,
  };
}

function withoutStop(text: string, {start, end}: Range): number {
  return text.charAt(end - 1) === '.' && end - 1 > start ? end - 1 : end;
}
