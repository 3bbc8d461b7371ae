import {wordsOf} from '../text/words.ts';
import {
  areNamesRight,
  calledByName,
  isMisdated,
  isTitleBeyondDoubt,
  nearest,
  speaksOfAnother,
} from './agreement.ts';
import {isWhole} from './align-title.ts';
import {type Explanation, explain} from './explain.ts';
import type {EntryIndex, IndexedEntry} from './index-entries.ts';
import {citesLaw} from './kinds-of-document.ts';
import type {Lead} from './lead.ts';
import {isPlaceInOther} from './title-zone.ts';
import {commonWords} from './vocabulary.ts';

/** The entries that a short form's names, title and year may mean, by how well they fit. */
export interface ShortFits {
  /** Everything typed agrees. */
  readonly agreeing: readonly Explanation[];
  /** The names agree and the year does not. */
  readonly otherYear: readonly Explanation[];
  /** The family name agrees and the initial or given name does not. */
  readonly otherGiven: readonly Explanation[];
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
  const explanations = index
    .lookup(lead.words)
    .filter(indexed => !isPlaceInOther(place, indexed))
    .map(indexed => explain(lead, indexed));
  const named = explanations.filter(
    one =>
      !speaksOfAnother(one) &&
      !isMisdated(one, lead) &&
      (areNamesRight(one) || isTitleAlone(one, lead, hasPointer)),
  );
  return {
    agreeing: calledByName(named.filter(one => one.year !== 'differs')),
    otherYear: named.filter(one => one.year === 'differs'),
    otherGiven: explanations.filter(
      one => one.names.verdict === 'differs' && !speaksOfAnother(one) && one.year !== 'differs',
    ),
    suggestions: nearest(explanations),
  };
}

/**
 * A short form may name its work by title alone: a case or an Act by the first of its words, a book or paper by two
 * telling ones, an article by its journal.
 */
function isTitleAlone(explanation: Explanation, lead: Lead, hasPointer: boolean): boolean {
  const {names, title, run, indexed} = explanation;
  if (names.verdict !== 'none') return false;
  if (title === 'container' || title === 'name') return true;
  if (run === undefined || run.start !== 0) return false;
  if (indexed.names.length === 0) return opensCase(indexed, run.titleStart);
  if (citesLaw(lead.text) && !isWhole(run)) return false;
  // A note number says as much as marks do.
  if (!hasPointer && !isTitleBeyondDoubt(explanation, lead, true)) return false;
  // A short title is the first words of the title; those from its middle may name whom it is about.
  const begins =
    run.titleStart === 0 || indexed.title.slice(0, run.titleStart).every(word => commonWords.has(word));
  return title === 'whole' || (run.telling >= 2 && begins);
}

/** Words before the first party of a case: "R (Adeyemi) v Home Secretary", "Re Adeyemi", "In re Adeyemi". */
const CASE_OPENING: readonly string[] = ['the', 'r', 're', 'ex', 'p', 'parte', 'in', 'a'];

/** Whether nothing but such words stands before a place of the title. */
function opensCase({title}: IndexedEntry, start: number): boolean {
  return title.slice(0, start).every(word => CASE_OPENING.includes(word));
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
