import type {Passage} from '../manuscript/types.ts';
import {inLowerCase, type Word, wordsOf} from '../text/words.ts';
import {areNamesRight, speaksOfAnother} from './agreement.ts';
import {type Explanation, explain} from './explain.ts';
import type {EntryIndex, IndexedEntry} from './index-entries.ts';
import {readLead} from './lead.ts';
import {findTrailingLocator} from './locator.ts';
import {areNames, startOfLastNames} from './name-run.ts';
import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import type {Range} from './range.ts';
import {trimRange} from './segment.ts';
import {findShortForm, type TitleRange} from './short-form.ts';
import {
  byOthers,
  connectors,
  holdingWords,
  particles,
  quotingWords,
  relatingWords,
  secondHandWords,
} from './vocabulary.ts';

/** What cannot be parted: titles, quotations, brackets, addresses. */
export interface Surroundings {
  readonly closed: readonly Range[];
  readonly titles: readonly TitleRange[];
}

/** More places than this are not looked at; so many works stand in no stretch without a semicolon. */
const MOST_PLACES = 24;

/**
 * Parts a stretch that holds two works of the bibliography where no joint that could be known by its words stands between them:
 *
 *     Seidl, *Rivers*, 2009, p. 14. En sens contraire, Clara Arnim, *Ponds*, 2011
 *                                 ^^^^^^^^^^^^^^^^^^^^
 *
 * Each of the two must be named and said to be which: by its title, its year, or a short form. What belongs to the first work, an
 * editor, a second author, is none of another; nor is whoever stands behind "in" or "translated by".
 */
export function partAtWorks(
  passage: Passage,
  range: Range,
  index: EntryIndex,
  surroundings: Surroundings,
): readonly Range[] {
  const {value: text, marks} = passage.text;
  const {words} = readLead(text, marks, range.start, range.end);
  const entries = index.lookup(words);
  const ibid = findShortForm(text, range.start, range.end, surroundings.titles);
  const isIbid = ibid?.form === 'ibid' && ibid.start - range.start <= MOST_BEFORE_IBID;
  if (entries.length < (isIbid ? 1 : 2)) return [range];
  const places = words.filter(
    (word, at) =>
      at > 1 && entries.some(entry => mayName(words, at, entry)) && mayOpen(text, word, surroundings.closed),
  );
  for (const place of places.slice(0, MOST_PLACES)) {
    const second = entries.find(entry =>
      opensWith(passage, {start: place.start, end: range.end}, entry, surroundings),
    );
    if (second === undefined) continue;
    const before = {start: range.start, end: place.start};
    if (isIbid && JOINING.test(text.slice(ibid.end, place.start)))
      return [trimRange(text, before), {start: place.start, end: range.end}];
    const first = entries.find(entry => entry !== second && isNamedIn(passage, before, entry, surroundings));
    if (first === undefined || isOfFirst(passage, range, first, place)) continue;
    const whole = {start: range.start, end: endOfFirst(passage, before, first, surroundings)};
    if (speaksOfAnother(explainIn(passage, whole, first, surroundings).explanation)) continue;
    if (!isJoint(text.slice(whole.end, place.start))) continue;
    return [
      trimRange(text, whole),
      ...partAtWorks(passage, {start: place.start, end: range.end}, index, surroundings),
    ];
  }
  return [range];
}

/** More before *ibid* is a name: "Cf. ibid". */
const MOST_BEFORE_IBID = 9;

// ", and ", " with " at the end.
const JOINED = /[\s,]\p{Ll}+\s$/u;

// "Ibid., p. 3, with ": a word in lower case behind a place or stop.
const JOINING = /^[^\p{Lu}]*[\s,]\p{Ll}{2,}\s$/u;

/** How many given names and particles may stand before a family name. */
const MOST_BEFORE_FAMILY = 4;

/** Whether the first name of an entry may begin at a word: its family name is among the next ones. */
function mayName(words: readonly Word[], at: number, {names: [first]}: IndexedEntry): boolean {
  return words
    .slice(at, at + 1 + MOST_BEFORE_FAMILY)
    .some(({folded}) => first?.forms.some(form => form[0] === folded));
}

/** More words than this, or more capitals, join nothing: they are a title. */
const MOST_WORDS = 7;
const MOST_CAPITALS = 2;

/** Whether what stands between two works may join them: ", ferner ", ". En sens contraire, ". */
function isJoint(between: string): boolean {
  const words = wordsOf(between);
  const capitals = words.filter(word => /^\p{Lu}/u.test(word.text)).length;
  const most = /^[\s)\]]*[.;]/u.test(between) ? MOST_CAPITALS : 0;
  return words.length <= MOST_WORDS && capitals <= most;
}

const holdsAt: PhraseMatcher = matcherOf([...holdingWords, ...byOthers, ...secondHandWords, ...quotingWords]);
const joinsAt: PhraseMatcher = matcherOf([...connectors, ...relatingWords]);
const LAST_WORDS = 40;

// "Anders " of "Anders Clara Arnim": a word that begins a sentence and goes directly before names.
const OPENING = /^\p{Lu}\p{Ll}+\s$/u;

/** Whether names may begin with a word: a capital, where no words before it lead on to it, "in", "quoted in". */
export function mayOpen(text: string, {start, text: word}: Word, closed: readonly Range[]): boolean {
  if (
    !(/^\p{Lu}/u.test(word) || particles.has(word)) ||
    closed.some(one => one.start < start && start < one.end)
  )
    return false;
  const names = startOfLastNames(text.slice(0, start + word.length));
  const isInside =
    names < start && !(OPENING.test(text.slice(names, start)) && /[.;]\s$/u.test(text.slice(0, names)));
  if (isInside) return false;
  const before = inLowerCase(text.slice(Math.max(0, names - LAST_WORDS), Math.min(names, start))).trimEnd();
  let isHeld = false;
  for (let at = 0; at < before.length; at++) {
    if (at > 0 && /\p{L}/u.test(before.charAt(at - 1))) continue;
    const isLast = (end: number | undefined): boolean =>
      end !== undefined && /^[:\s]*$/u.test(before.slice(end));
    if (isLast(joinsAt(before, at))) return true;
    isHeld ||= isLast(holdsAt(before, at));
  }
  return !isHeld;
}

/** Whether an entry's names open a range, and the range says more of it. */
function opensWith(passage: Passage, range: Range, entry: IndexedEntry, surroundings: Surroundings): boolean {
  if (entry.names.length === 0) return false;
  const said = explainIn(passage, range, entry, surroundings);
  const [first] = [...said.explanation.names.used].sort((one, other) => one.start - other.start);
  // A publisher stands behind a comma alone: "DWW, p 17".
  const isJoined = JOINED.test(passage.text.value.slice(0, range.start));
  return first?.start === range.start && isSaid(said, isJoined);
}

function isNamedIn(passage: Passage, range: Range, entry: IndexedEntry, surroundings: Surroundings): boolean {
  return isSaid(explainIn(passage, range, entry, surroundings), true);
}

function isSaid({explanation, hasShortForm, isNamesAndPlace}: Said, isJoined: boolean): boolean {
  const {title, year, isYearBeside} = explanation;
  if (!areNamesRight(explanation)) return false;
  return (
    hasShortForm ||
    (isNamesAndPlace && isJoined) ||
    title === 'whole' ||
    title === 'short' ||
    (year === 'agrees' && isYearBeside)
  );
}

/** What is said of a work in a range. */
interface Said {
  readonly explanation: Explanation;
  readonly hasShortForm: boolean;
  /** Names, a place, and no more: "da Costa, p. 9". */
  readonly isNamesAndPlace: boolean;
}

/** What an entry explains of a range, up to its short form or place. */
function explainIn(passage: Passage, {start, end}: Range, entry: IndexedEntry, {titles}: Surroundings): Said {
  const {value: text, marks} = passage.text;
  const shortForm = findShortForm(text, start, end, titles);
  const locator = shortForm === undefined ? findTrailingLocator(text, start, end, marks) : undefined;
  const last = shortForm?.start ?? locator?.start ?? end;
  return {
    explanation: explain(readLead(text, marks, start, last), entry),
    hasShortForm: shortForm !== undefined,
    isNamesAndPlace: locator !== undefined && isNamesAlone(text.slice(start, last)),
  };
}

// "da " of "da Costa".
const SMALL_BEGINNING = /^(?:\p{Ll}+['’]?\s?){1,3}(?=\p{Lu})/u;

function isNamesAlone(text: string): boolean {
  const small = SMALL_BEGINNING.exec(text)?.[0] ?? '';
  const areParticles = small.split(' ').every(word => word === '' || particles.has(word));
  return areParticles && areNames(text.slice(small.length).replace(/[\s,.]+$/u, ''));
}

/** Whether a word is the first work's own: a name, a word of its title, an editor, the journal. */
export function isOfFirst(passage: Passage, range: Range, first: IndexedEntry, place: Word): boolean {
  if (first.otherWords().has(place.folded)) return true;
  const {value: text, marks} = passage.text;
  const {names, run} = explain(readLead(text, marks, range.start, range.end), first);
  if (names.used.some(({start}) => start === place.start)) return true;
  return run !== undefined && run.startOffset <= place.start && place.start < run.endOffset;
}

// What closes a first work behind its last word: a bracket, a quotation mark, "f.", a stop.
const CLOSING = /^(?:\s?f{1,2}\.?(?!\p{L}))?[)\]”’"»*]{0,3}/u;

/** Where the first work ends: behind the last of its words, its year and its place. */
function endOfFirst(
  passage: Passage,
  {start, end}: Range,
  first: IndexedEntry,
  {titles}: Surroundings,
): number {
  const {value: text, marks} = passage.text;
  const lead = readLead(text, marks, start, end);
  const {names, run} = explain(lead, first);
  const ends = [
    ...names.used.map(word => word.end),
    run?.endOffset ?? start,
    findShortForm(text, start, end, titles)?.end ?? start,
    ...lead.words
      .filter(word => /^\d/u.test(word.text) || first.otherWords().has(word.folded))
      .map(word => word.end),
  ];
  const last = Math.max(...ends);
  return last + (CLOSING.exec(text.slice(last, end))?.[0].length ?? 0);
}
