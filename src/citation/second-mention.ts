import type {Passage} from '../manuscript/types.ts';
import {inLowerCase, type Word, wordsIn, wordsOf} from '../text/words.ts';
import {areNamesRight} from './agreement.ts';
import {explain} from './explain.ts';
import type {EntryIndex} from './index-entries.ts';
import {endingOf, holdsTitle, isShortWord, type Place} from './joint-ending.ts';
import {type Follower, readFollower} from './joint-follower.ts';
import {readLead} from './lead.ts';
import {findTrailingLocator} from './locator.ts';
import type {Range} from './range.ts';
import {isOfFirst, mayOpen, type Surroundings} from './second-work.ts';
import {trimRange} from './segment.ts';

/** More places than this are not looked at. */
const MOST_PLACES = 24;

/**
 * Parts a stretch in which a finished cite is followed, behind words of a sentence, by names with what only a cite has: a year in
 * brackets, a short form, a title set off. `partAtWorks` knows the works of the bibliography; this needs none.
 *
 *     Marsh, op cit, p 4. A useful corrective is Tim Osei, *Markets* (2012)
 *                        ^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * Behind "in", "translated by" and their like stands the first work's own book or editor, and a work that says all that was typed
 * is one work.
 */
export function partAtMentions(
  passage: Passage,
  range: Range,
  index: EntryIndex,
  surroundings: Surroundings,
): readonly Range[] {
  const text = passage.text.value;
  const typed = text.slice(range.start, range.end);
  if (!ANCHORED.test(typed)) return [range];
  const places = wordsIn(text, range.start, range.end)
    .filter((word, at) => at > 0 && CAPITAL.test(word.text))
    .slice(0, MOST_PLACES);
  if (places.length === 0) return [range];
  const lower = inLowerCase(text);
  for (const word of places) {
    if (!mayOpen(text, word, surroundings.closed)) continue;
    const follower = readFollower(text, lower, word.start, range.end, surroundings.titles);
    if (follower === undefined || !isPlainly(follower)) continue;
    const place = {passage: text, from: range.start, start: word.start, titles: surroundings.titles};
    const end = endOfFinished(place);
    if (end === undefined || isOneWork(passage, range, word, index)) continue;
    return [
      trimRange(text, {start: range.start, end}),
      ...partAtMentions(passage, {start: word.start, end: range.end}, index, surroundings),
    ];
  }
  return [range];
}

const CAPITAL = /^\p{Lu}/u;
// What every mention of a work has: a year, a note's number, a place, or set-off words, which are looked at apart.
const ANCHORED = /\d|\p{L}{2}\.?\s?cit|[“‘"'«]|\p{Ll}\s\p{Lu}/u;

/** Whether what follows can be nothing but a cite. */
function isPlainly({kind, isFull}: Follower): boolean {
  return kind === 'dated' || kind === 'shortened' || (kind === 'titled' && isFull);
}

/** More words than this between two cites are looked through. */
const MOST_BETWEEN = 8;

// Between two cites: ". A useful corrective is ", ", following ", " — but see ", " [contrast ".
const BETWEEN =
  /^(?:[\s,:–—/-]{1,4}|[)\]”’"»]?[.;:]\s{1,2}(?:\p{Lu}\p{L}*[\s,]{1,2})?)(?:\p{Ll}[\p{L}’'-]*[\s,:–—/]{1,3}){0,8}$/u;

/** Where the finished cite ends that stands before a place, if only words of a sentence are between. */
function endOfFinished(place: Place): number | undefined {
  const {passage, from, start, titles} = place;
  const words = wordsOf(passage.slice(from, start)).slice(-MOST_BETWEEN - 1);
  for (const {end} of words.reverse()) {
    const last = from + end + (CLOSING.exec(passage.slice(from + end, start))?.[0].length ?? 0);
    const between = passage.slice(last, start);
    if (!BETWEEN.test(between) || !SAYS_MORE.test(between)) continue;
    const before = passage.slice(from, last);
    if (isShortWord(before)) continue;
    const here = {...place, start: last};
    const ending = endingOf(before, here);
    // "Lee, A (1991). Drainage boards after the war": behind the year comes the title.
    if (ending === 'dated' && !holdsTitle(here) && OPENS_TITLE.test(between)) continue;
    if (ending !== 'none' && ending !== 'open') return last;
    const isTitleLast = titles.some(
      title => title.start >= from && last - 1 <= title.end && title.end <= last,
    );
    if ((ending === 'open' && isTitleLast) || isPlaceOfPointer(before, here)) return last;
  }
  return undefined;
}

// "(n 2) 4", "supra note 2, at 4": a bare place behind a note's number.
const PLACE = /,?\s(?:at\s)?\d{1,4}(?:[–-]\d{1,4})?$/u;

/** Whether a place stands at the end behind a note's number or *ibid*. */
function isPlaceOfPointer(before: string, place: Place): boolean {
  const {passage, from, start} = place;
  const bare = PLACE.exec(before)?.index;
  const at =
    findTrailingLocator(passage, from, start)?.start ?? (bare === undefined ? undefined : from + bare);
  if (at === undefined) return false;
  const short = passage.slice(from, at).replace(/(?:\sat)?[\s,]+$/u, '');
  const ending = endingOf(short, {...place, start: from + short.length});
  return ending === 'pointer' || ending === 'short';
}

// More than a comma between two cites, which is read by its joints.
const SAYS_MORE = /\p{L}|[.;—–/]/u;

// ". ", ". Drainage boards after ": behind a year a title may begin so.
const OPENS_TITLE = /^[\s,.:]*$|[.:]\s{1,2}\p{Lu}/u;

const CLOSING = /^[)\]”’"»]{1,3}/u;

/** Whether a word is a work's own that is named in the stretch: an editor, the journal, a word of its title. */
function isOneWork(passage: Passage, range: Range, word: Word, index: EntryIndex): boolean {
  const {value, marks} = passage.text;
  const lead = readLead(value, marks, range.start, range.end);
  return index.lookup(lead.words).some(entry => {
    const explanation = explain(lead, entry);
    return (
      areNamesRight(explanation) && explanation.title !== 'none' && isOfFirst(passage, range, entry, word)
    );
  });
}
