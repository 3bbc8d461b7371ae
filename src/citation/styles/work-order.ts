import type {Entry, EntryValues} from '../../bibliography/types.ts';
import {surnameOf} from './plain-names.ts';
import {yearOf} from './work-dates.ts';

/** An entry with all its values. */
export interface ListedWork {
  readonly entry: Entry;
  readonly values: EntryValues;
}

/** What a list of works is ordered by. */
interface Rank {
  /** Each name, surname first; the title where nobody is named. */
  readonly names: readonly string[];
  /** With its letter, "2003a"; a work without a year comes last. */
  readonly year: string;
  readonly title: string;
}

/**
 * Works in the order of a list: by names, one after the other, so that what an author wrote alone comes before what he wrote with
 * others; then by year, then by title. An article before a title or the name of a body does not count.
 */
export function inListOrder(works: readonly ListedWork[]): readonly ListedWork[] {
  return works
    .map(work => ({work, rank: rankOf(work)}))
    .sort((one, other) => compare(one.rank, other.rank))
    .map(({work}) => work);
}

// "The World Bank", "A Reader"
const ARTICLE = /^(?:the|an?)\s(?=\S)/iu;
// “Rights”: marks before the first letter
const MARKS = /^[^\p{L}\p{N}]+/u;

function rankOf({entry, values}: ListedWork): Rank {
  const {names, hasOthers, title = ''} = entry;
  const sorted = bare(title);
  const written = names.map(name =>
    name.kind === 'body' ? bare(name.literal) : [surnameOf(name), name.given ?? ''].join(' ').trim(),
  );
  return {
    names: written.length === 0 ? [sorted] : hasOthers ? [...written, LAST] : written,
    year: yearOf(entry, values) ?? LAST,
    title: sorted,
  };
}

/** "And others" and what has no year come behind all. */
const LAST = '\uffff';

function bare(text: string): string {
  return text.replace(MARKS, '').replace(ARTICLE, '');
}

function compare(one: Rank, other: Rank): number {
  const most = Math.max(one.names.length, other.names.length);
  for (let at = 0; at < most; at += 1) {
    const [left, right] = [one.names[at], other.names[at]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const order = ORDER.compare(left, right);
    if (order !== 0) return order;
  }
  return ORDER.compare(one.year, other.year) || ORDER.compare(one.title, other.title);
}

const ORDER = new Intl.Collator('en-GB', {numeric: true});
