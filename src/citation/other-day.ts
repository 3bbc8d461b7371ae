import {wordsOf} from '../text/words.ts';
import type {IndexedEntry} from './index-entries.ts';
import type {Lead} from './lead.ts';
import {isWithin} from './range.ts';
import {months, shortMonths} from './vocabulary.ts';
import {findIdleDates} from './years.ts';

// Papers and magazines that appear by the day.
const BY_DAY: ReadonlySet<string> = new Set(['article', 'suppperiodical']);

/** The beginnings of months in English and the languages that write them alike; "mai" and "Dez." are in none and are not compared. */
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

// "2003-05-03" in a field, with its braces; "3", "{May}", "may", "05"
const FULL_DATE = /(?:1[5-9]|20)\d\d-(?<month>\d\d)-(?<day>\d\d)(?!\d)/u;
const DAY = /^(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?$/u;

interface Day {
  readonly month: number;
  readonly day: number | undefined;
}

/**
 * Whether an article typed is that of another day than the entry's: "*The Guardian*, 3 June 2003" beside that of 3 May. The day on
 * which a page was read is another matter.
 */
export function isOtherDay({text, addresses, start}: Lead, {entry}: IndexedEntry): boolean {
  if (!BY_DAY.has(entry.type) || entry.volume !== undefined) return false;
  const own = dayOf(entry.fields);
  if (own === undefined) return false;
  const days = daysIn(text).filter(
    range =>
      !addresses.some(address => isWithin({start: range.start + start, end: range.end + start}, address)),
  );
  const isSame = ({month, day}: Day): boolean =>
    month === own.month && (own.day === undefined || day === undefined || day === own.day);
  return days.length > 0 && !days.some(isSame);
}

function dayOf(fields: IndexedEntry['entry']['fields']): Day | undefined {
  const {month, day} = FULL_DATE.exec(fields.get('date')?.raw ?? '')?.groups ?? {};
  if (month !== undefined) return {month: Number(month), day: Number(day)};
  const [name] = wordsOf(fields.get('month')?.raw ?? '');
  if (name === undefined) return undefined;
  const number = /^\d{1,2}$/u.test(name.text) ? Number(name.text) : monthNumber(name.folded);
  const ownDay = /\d{1,2}/u.exec(fields.get('day')?.raw ?? '')?.[0];
  return number === undefined
    ? undefined
    : {month: number, day: ownDay === undefined ? undefined : Number(ownDay)};
}

interface TypedDay extends Day {
  readonly start: number;
  readonly end: number;
}

/** The days typed, each a number beside a month. */
function daysIn(text: string): readonly TypedDay[] {
  const words = wordsOf(text);
  const idle = findIdleDates(text).filter(
    ({start}) => !isDayOrMonth(wordsOf(text.slice(start))[0]?.folded ?? ''),
  );
  return words.flatMap((word, at) => {
    if (!months.has(word.folded) && !shortMonths.has(word.folded)) return [];
    const month = monthNumber(word.folded);
    const day = [words[at - 1], words[at + 1]].find(one => one !== undefined && DAY.test(one.text));
    if (month === undefined || day === undefined || idle.some(range => isWithin(word, range))) return [];
    return [{month, day: Number.parseInt(day.text, 10), start: word.start, end: word.end}];
  });
}

function isDayOrMonth(word: string): boolean {
  return DAY.test(word) || months.has(word) || shortMonths.has(word);
}

/** From 1. */
function monthNumber(folded: string): number | undefined {
  const at = MONTHS.indexOf(folded.slice(0, 3));
  return at === -1 ? undefined : at + 1;
}
