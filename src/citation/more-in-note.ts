import type {Passage} from '../manuscript/types.ts';
import {type Word, wordsOf} from '../text/words.ts';
import {explain} from './explain.ts';
import {findForm} from './find-form.ts';
import type {EntryIndex, IndexedEntry} from './index-entries.ts';
import {quotedRanges, readLead} from './lead.ts';
import {bearsOtherSource} from './other-source.ts';
import type {Range} from './range.ts';
import {findShortForm, titleRanges} from './short-form.ts';
import {commonWords} from './vocabulary.ts';

/**
 * Whether a note says more than the works that its cites mean: it names the author of another work of the bibliography with its
 * title, another year, a short form or a place, or has a title behind somebody's name of which nothing is known. An *ibid* behind
 * it may mean that.
 *
 *     Marsh, op cit, p 4. A useful corrective is Tim Osei, *Markets* (2012).
 *
 * @param within the part of the passage to look at
 * @param keys the works that its cites mean
 */
export function saysMore(
  passage: Passage,
  within: Range,
  keys: readonly string[],
  index: EntryIndex,
): boolean {
  const {value, marks} = passage.text;
  const own = keys.flatMap(key => index.get(key) ?? []);
  const known = new Set(own.flatMap(wordsOfEntry));
  const lead = readLead(value, marks, within.start, within.end);
  const others = index.lookup(lead.words).filter(one => !own.includes(one));
  const years = new Set(own.flatMap(({entry}) => entry.year ?? []));
  const titles = titleRanges(marks, quotedRanges(value));
  return (
    others.some(
      one => isMentioned(passage, within, one, {own, known}) || isTitleSetOff(passage, within, one, known),
    ) ||
    hasUnknownTitle(passage, within, known) ||
    bearsOtherSource(passage, within, {words: known, years}, titles)
  );
}

interface Known {
  readonly own: readonly IndexedEntry[];
  readonly known: ReadonlySet<string>;
}

function wordsOfEntry({names, title, container, shortNames, otherWords}: IndexedEntry): readonly string[] {
  return [
    ...names.flatMap(({forms, given}) => [...forms.flat(), ...given]),
    ...title,
    ...container,
    ...shortNames.flat(),
    ...otherWords(),
  ];
}

/** How far behind a name what says which work is meant may stand. */
const REACH = 60;

// "(2012)", "2012": any year.
const YEAR = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/gu;

// A place directly behind names: ", p. 5", ", 5", " 4".
const PLACE = /^,?\s(?:pp?\.?\s?)?\d/u;

function isMentioned(passage: Passage, within: Range, other: IndexedEntry, {own, known}: Known): boolean {
  const {value, marks} = passage.text;
  const lead = readLead(value, marks, within.start, within.end);
  const [first] = other.names;
  const form = first?.forms.at(-1);
  if (first === undefined || form === undefined) return false;
  const isBody = first.name.kind === 'body';
  const found = findForm(lead.words, form, 0, isBody);
  const word: Word | undefined = found === undefined ? undefined : lead.words[found.start];
  const last = found === undefined ? undefined : lead.words[found.end - 1];
  if (word === undefined || last === undefined || !/^\p{Lu}/u.test(word.text)) return false;
  const years = [...value.slice(within.start, within.end).matchAll(YEAR)].map(([year]) => Number(year));
  const hasOtherYear =
    other.entry.year !== undefined &&
    years.includes(other.entry.year) &&
    !own.some(({entry}) => entry.year === other.entry.year);
  if (hasOtherYear) return true;
  // A name that the works cited have as well says nothing more.
  if (form.every(one => known.has(one))) return false;
  const behind = value.slice(last.end, Math.min(within.end, last.end + REACH));
  if (PLACE.test(behind)) return true;
  const titles = titleRanges(marks, quotedRanges(value));
  if (findShortForm(value, word.start, Math.min(within.end, last.end + REACH), titles) !== undefined)
    return true;
  const {title, names} = explain(readLead(value, marks, word.start, within.end), other);
  return names.verdict !== 'none' && names.verdict !== 'differs' && (title === 'whole' || title === 'short');
}

/** Whether the whole title of a work is set off: "answered in ‘The Price of Salt’". */
function isTitleSetOff(
  {text: {value, marks}}: Passage,
  within: Range,
  other: IndexedEntry,
  known: ReadonlySet<string>,
): boolean {
  // The book that holds the work.
  if (other.title.every(word => known.has(word))) return false;
  return readLead(value, marks, within.start, within.end).markedTitles.some(({start, end}) => {
    const {run, title} = explain(readLead(value, marks, start, end), other);
    return title === 'whole' && run !== undefined && run.telling >= FEWEST_TELLING;
  });
}

/** One word set off may be any. */
const FEWEST_TELLING = 2;

/** How far before a title its author's name may stand. */
const BEFORE_TITLE = 40;

function hasUnknownTitle({text}: Passage, within: Range, known: ReadonlySet<string>): boolean {
  return text.marks
    .filter(({kind, start, end}) => kind === 'emphasis' && start > within.start && end <= within.end)
    .some(({start, end}) => {
      const telling = wordsOf(text.value.slice(start, end)).filter(({folded}) => !commonWords.has(folded));
      if (telling.length === 0 || !/^\p{Lu}/u.test(telling[0]?.text ?? '')) return false;
      if (telling.some(({folded}) => known.has(folded))) return false;
      if (findShortForm(text.value, start, end, []) !== undefined) return false;
      const before = text.value.slice(Math.max(within.start, start - BEFORE_TITLE), start);
      return wordsOf(before).some(
        ({text: word, folded}) =>
          /^\p{Lu}\p{Ll}/u.test(word) && !known.has(folded) && !commonWords.has(folded),
      );
    });
}
