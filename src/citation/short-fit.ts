import {wordsOf} from '../text/words.ts';
import {
  areNamesRight,
  calledByName,
  isMisdated,
  isTitleBeyondDoubt,
  nearest,
  speaksOfAnother,
} from './agreement.ts';
import {isWhole, type TitleRun} from './align-title.ts';
import {type Explanation, explain} from './explain.ts';
import type {EntryIndex, IndexedEntry} from './index-entries.ts';
import {citesLaw} from './kinds-of-document.ts';
import type {Lead} from './lead.ts';
import {explainTurned, explainWithSlip} from './name-slips.ts';
import {isPlaceInOther} from './title-zone.ts';
import {commonWords, nameConnectors, wordsBeforeParty, wordsBetweenParties} from './vocabulary.ts';
import {volumeAt} from './volumes.ts';

/** The entries that a short form's names, title and year may mean, by how well they fit. */
export interface ShortFits {
  /** Everything typed agrees. */
  readonly agreeing: readonly Explanation[];
  /** The names agree and the year does not. */
  readonly otherYear: readonly Explanation[];
  /** The family name agrees and the initial or given name does not; or a slip in one name, or the order of two, is all that differs. */
  readonly otherGiven: readonly Explanation[];
  /** A title set off, and no more, is the first word of theirs. */
  readonly opened: readonly Explanation[];
  /** Keys worth a look when nothing fits. */
  readonly suggestions: readonly string[];
}

/**
 * Compares the lead of a short form with every entry that shares a word with it.
 *
 * @param hasPointer whether a note number stands there too
 * @param place the locator, in which a volume may be named
 */
export function fitShortForm(lead: Lead, index: EntryIndex, hasPointer = false, place = ''): ShortFits {
  // Of a place only its volume counts.
  const volume = volumeAt(
    wordsOf(place).map(({folded}) => folded),
    0,
  );
  const key = JSON.stringify([lead, hasPointer, volume]);
  const known = knownFits.get(index)?.get(key);
  if (known !== undefined) return known;
  const fits = compareLead(lead, index, hasPointer, place);
  keepFits(index, key, fits);
  return fits;
}

function compareLead(lead: Lead, index: EntryIndex, hasPointer: boolean, place: string): ShortFits {
  const explanations = index
    .lookup(lead.words)
    .filter(indexed => !isPlaceInOther(place, indexed))
    .map(indexed => explain(lead, indexed));
  const fitting = explanations.filter(one => !speaksOfAnother(one) && !isMisdated(one, lead));
  const sure = fitting.filter(one => areNamesRight(one) || isTitleAlone(one, lead, hasPointer));
  // "Brown, above" for *Brown v Stott* is *R v Brown* as well.
  const isByParty = sure.some(isCaseByParty);
  const named = fitting.filter(one => sure.includes(one) || (isByParty && isCaseByParty(one)));
  const otherGiven = explanations.filter(
    one => one.names.verdict === 'differs' && !speaksOfAnother(one) && one.year !== 'differs',
  );
  const isDisagreeing = named.length === 0 && otherGiven.length === 0;
  return {
    agreeing: calledByName(named.filter(one => one.year !== 'differs')),
    otherYear: named.filter(one => one.year === 'differs'),
    otherGiven: isDisagreeing ? slips(lead, explanations) : otherGiven,
    opened: fitting.filter(one => isOpened(one, lead)),
    suggestions: nearest(explanations),
  };
}

/** A manuscript has the same short form again and again, "Tacoli, op cit": the last few are kept, by all that was typed. */
const knownFits = new WeakMap<EntryIndex, Map<string, ShortFits>>();
const MOST_KEPT = 32;

function keepFits(index: EntryIndex, key: string, fits: ShortFits): void {
  const kept = knownFits.get(index) ?? new Map<string, ShortFits>();
  knownFits.set(index, kept);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= MOST_KEPT) kept.delete(oldest);
  kept.set(key, fits);
}

/** Works of which one slip in a name is all that differs, or the order of two names that no other work has. */
function slips(lead: Lead, explanations: readonly Explanation[]): readonly Explanation[] {
  const named = explanations.filter(({names}) => names.verdict !== 'none');
  return explanations.flatMap(({indexed}) => {
    const isOnly = named.every(one => one.indexed === indexed);
    return explainWithSlip(lead, indexed) ?? (isOnly ? explainTurned(lead, indexed) : undefined) ?? [];
  });
}

/**
 * A short form may name its work by title alone: a case or an Act by the first of its words, a book or paper by two
 * telling ones, an article by its journal.
 */
function isTitleAlone(explanation: Explanation, lead: Lead, hasPointer: boolean): boolean {
  const {names, title, run, indexed} = explanation;
  if (names.verdict !== 'none') return false;
  if (title === 'name') return true;
  // "*Transport Policy* special issue" is another thing that the journal has.
  if (title === 'container')
    return lead.words.every(
      ({folded, text}) =>
        indexed.container.includes(folded) || commonWords.has(folded) || !/^\p{L}{2}/u.test(text),
    );
  if (run === undefined || run.start !== 0) return false;
  if (indexed.names.length === 0) {
    // Plain and without a number, "Pike, op cit" names an author.
    const isSetOff = hasPointer || lead.markedTitle !== undefined;
    return opensCase(indexed, run.titleStart) || (isSetOff && opensOtherParty(indexed, run.titleStart));
  }
  if (citesLaw(lead.text) && !isWhole(run)) return false;
  // A note number says as much as marks do.
  if (!hasPointer && !isTitleBeyondDoubt(explanation, lead, true)) return false;
  // A short title is the first words of the title; those from its middle may name whom it is about.
  return title === 'whole' || (run.telling >= 2 && opensTitle(run, indexed));
}

function isOpened({names, title, run, indexed}: Explanation, {markedTitle, words}: Lead): boolean {
  if (names.verdict !== 'none' || title === 'other' || run === undefined || markedTitle === undefined)
    return false;
  return run.start === 0 && run.end === words.length && opensTitle(run, indexed);
}

/** Whether a stretch begins the title, an article apart. */
export function opensTitle({titleStart}: TitleRun, {title}: IndexedEntry): boolean {
  return title.slice(0, titleStart).every(word => commonWords.has(word));
}

// "C-145/03" before the parties of a case: a court's letter, and numbers.
const NUMBER_OF_CASE = /^(?:[a-z]|\d{1,6})$/u;

/** Whether nothing but words of its kind and its number stand before a place in the title of a case. */
function opensCase({title}: IndexedEntry, start: number): boolean {
  const hasNumber = title.slice(0, start).some(word => /\d/u.test(word));
  return title
    .slice(0, start)
    .every(
      word =>
        wordsBeforeParty.has(word) || (hasNumber && (NUMBER_OF_CASE.test(word) || nameConnectors.has(word))),
    );
}

/** Whether a place in the title of a case is where the other party's name begins: "Pike" of "R v Pike". */
function opensOtherParty({title}: IndexedEntry, start: number): boolean {
  return wordsBetweenParties.has(title[start - 1] ?? '');
}

/** Whether a place in the title of a case is where a party's name begins. */
export function opensParty(indexed: IndexedEntry, start: number): boolean {
  return opensCase(indexed, start) || opensOtherParty(indexed, start);
}

/** Whether a party's name is all that names a case. */
function isCaseByParty({run, title, indexed}: Explanation): boolean {
  if (run === undefined || run.start !== 0 || title !== 'short' || indexed.names.length > 0) return false;
  return opensParty(indexed, run.titleStart) && indexed.title.some(word => wordsBetweenParties.has(word));
}

/** The entries with the very names of another, for *idem*. */
export function sameNames(indexed: IndexedEntry, index: EntryIndex): readonly IndexedEntry[] {
  const names = namesKey(indexed);
  const [first] = indexed.names;
  const alike =
    first === undefined ? index.nameless() : index.lookup(wordsOf(first.forms[0]?.join(' ') ?? ''));
  return alike.filter(one => namesKey(one) === names);
}

function namesKey({names, entry}: IndexedEntry): string {
  return JSON.stringify([names.map(({forms, initials}) => [forms[0], initials]), entry.hasOthers]);
}
