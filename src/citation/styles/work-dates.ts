import type {Entry, EntryValues} from '../../bibliography/types.ts';
import {BRITISH_MONTHS} from '../../text/months.ts';

/** What an entry says of the state of an unfinished work, by BibLaTeX's keys (manual, "pubstate"). */
const STATES: Readonly<Record<string, string>> = {
  inpreparation: 'in preparation',
  inpress: 'in press',
  prepublished: 'pre-published',
};

// "2003a", "2001–2002", "2001/02": as the author wants it
const OWN_YEAR = /^\d{4}(?:[a-z]|\s?[–/-]\s?\d{2,4}[a-z]?)$/u;
// "2003a": the same in a field in which "2001-02" is a month
const LETTERED_YEAR = /^\d{4}[a-z]$/u;
// "2003-03-12", "2003-03"
const ISO = /^(-?\d{4})-(\d{2})(?:-(\d{2}))?(?:T.*)?[~?%]?$/u;

/**
 * The year of a work as a list prints it: "2003", "2003a", "1998–2000", "forthcoming".
 *
 * @returns `undefined` where the entry says nothing of it
 */
export function yearOf({dated, year}: Entry, values: EntryValues): string | undefined {
  const date = values.text('date');
  const typed = date ?? values.text('year');
  if (typed !== undefined && (date === undefined ? OWN_YEAR : LETTERED_YEAR).test(typed))
    return typed.replace(/\s?[–-]\s?/u, '–');
  return dated ?? (year === undefined ? (typed ?? stateOf(values)) : String(year));
}

/** "in press", where the year does not say it. */
export function stateOf(values: EntryValues): string | undefined {
  const state = values.text('pubstate');
  return state === undefined ? undefined : (STATES[state.toLowerCase()] ?? state);
}

/** A day or a month of publication, "12 March"; `undefined` where the entry has only a year. */
export function dayAndMonthOf(values: EntryValues): string | undefined {
  const [, , month, day] = ISO.exec(values.text('date') ?? '') ?? [];
  if (month !== undefined) return dayAndMonth(month, day);
  const typed = values.text('month');
  return typed === undefined ? undefined : (dayAndMonth(typed, values.text('day')) ?? typed);
}

/** A date of a field, "12 March 2003", "3 March–5 May 2003"; as typed where it is no date of ISO 8601. */
export function writeDate(typed: string): string {
  const [first = '', last] = typed.split('/');
  if (last === undefined || last === '') return wholeDate(first);
  const [from, to] = [wholeDate(first), wholeDate(last)];
  const year = / \d{4}$/u.exec(to)?.[0] ?? '';
  const start = year !== '' && from.endsWith(year) ? from.slice(0, -year.length) : from;
  const month = / \p{L}+$/u.exec(start)?.[0] ?? '';
  const isSameMonth = month !== '' && to === `${to.split(' ')[0]}${month}${year}`;
  return isSameMonth ? `${start.slice(0, -month.length)}–${to}` : `${start} to ${to}`;
}

function wholeDate(typed: string): string {
  const [, year, month, day] = ISO.exec(typed.trim()) ?? [];
  const name = month === undefined ? undefined : dayAndMonth(month, day);
  return name === undefined ? typed.trim() : `${name} ${year}`;
}

function dayAndMonth(month: string, day: string | undefined): string | undefined {
  const short = month.toLowerCase().replace('.', '');
  const name = /^\d{1,2}$/u.test(month)
    ? BRITISH_MONTHS[Number(month) - 1]
    : BRITISH_MONTHS.find(one => short.length > 2 && one.toLowerCase().startsWith(short));
  if (name === undefined) return undefined;
  return day === undefined ? name : `${Number(day) || day} ${name}`;
}
