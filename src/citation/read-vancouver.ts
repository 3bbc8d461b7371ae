import {areInitialsLast, readNames} from './read-names.ts';
import type {TypedReference} from './typed-reference.ts';

/** What a reference in the order of medical journals says. */
export type VancouverReference = Pick<
  TypedReference,
  'names' | 'hasOthers' | 'title' | 'container' | 'year' | 'volume' | 'issue' | 'pages' | 'doubts'
>;

// " 2003;361(9357):512-8", " 2003 Mar 4;12:e31": year, volume, issue and pages.
const TAIL =
  /\s(?<year>(?:1[5-9]|20)\d\d)(?:\s\p{Lu}\p{L}{2,3}(?:\s\d{1,2})?)?;\s?(?<volume>\d{1,4})(?:\s?\((?<issue>[^()]{1,20})\))?(?::\s?(?<pages>[a-z]?\d{1,6}(?:\s?[–-]\s?[a-z]?\d{1,6})?))?(?![\d(])/iu;
/** Longer is no reference. */
const MOST_BEFORE = 600;
// The stop, question mark or exclamation mark behind names, title, and words of a journal cut short.
const STOP = /[.?!]\s+/gu;
// "Am", "Int": a word of a journal's name cut short, which has a stop behind it.
const CUT_WORD = /^\p{Lu}\p{L}{0,5}$/u;

/**
 * Reads a reference as the journals of medicine have it (the Vancouver style), with nothing set off; `undefined` for any other.
 *
 *     Smith J, Doe A. Title of an article. Lancet 2003;361(9357):512-8.
 */
export function readVancouver(text: string): VancouverReference | undefined {
  const tail = TAIL.exec(text);
  const {year, volume, issue, pages} = tail?.groups ?? {};
  if (tail === null || tail.index > MOST_BEFORE) return undefined;
  const head = text.slice(0, tail.index).replace(/\.\s*$/u, '');
  const namesEnd = head.indexOf('. ');
  const typed = head.slice(0, Math.max(0, namesEnd));
  if (head.includes(';') || !areInitialsLast(typed)) return undefined;
  const parted = partTitle(head.slice(namesEnd + 1).trim());
  if (parted === undefined) return undefined;
  const {names, hasOthers, doubts} = readNames(typed);
  return {
    names,
    hasOthers,
    ...parted,
    year,
    volume,
    issue,
    pages: pages?.replace(/\s?[–-]\s?/u, '--'),
    doubts,
  };
}

/** Whether what stands at a place is the year and volume of a journal, "2003;361(9357):512-8", so that its name stands before. */
export function isJournalBefore(text: string, at: number): boolean {
  return TAIL.exec(text.slice(at, at + 60))?.index === 0;
}

/** Title and journal: the last sentence is the journal, with the cut words and single letters before it. */
function partTitle(text: string): {readonly title: string; readonly container: string} | undefined {
  const stops = [...text.matchAll(STOP)].map(({0: stop, index}) => ({
    start: index + (stop.startsWith('.') ? 0 : 1),
    end: index + stop.length,
  }));
  let at = stops.length - 1;
  while (at > 0 && CUT_WORD.test(text.slice(stops[at - 1]?.end, stops[at]?.start))) at -= 1;
  const stop = stops[at];
  if (stop === undefined) return undefined;
  const title = text.slice(0, stop.start).replace(/[.\s]+$/u, '');
  const container = text.slice(stop.end).trim();
  return title === '' || container === '' || /\d/u.test(container) ? undefined : {title, container};
}
