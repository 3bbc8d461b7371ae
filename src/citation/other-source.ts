import type {Passage} from '../manuscript/types.ts';
import {inLowerCase, type Word, wordsIn, wordsOf} from '../text/words.ts';
import {findAddresses} from './addresses.ts';
import {wordStarts} from './joint-words.ts';
import {isSignal} from './left-over.ts';
import {startOfLastNames} from './name-run.ts';
import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import {isWithin, type Range} from './range.ts';
import {findShortForm, type TitleRange} from './short-form.ts';
import {
  addressedWords,
  commonWords,
  idemWords,
  months,
  nameRoles,
  sentenceOpenings,
  shortMonths,
  wordsBetweenParties,
} from './vocabulary.ts';
import {findIdleDates, yearsOfWorks} from './years.ts';

/** What is known of the works that a note cites. */
export interface KnownWorks {
  /** The words of their names, titles, books and imprints. */
  readonly words: ReadonlySet<string>;
  readonly years: ReadonlySet<number>;
}

/**
 * Whether a stretch of a note bears a mark of a source of which the works cited know nothing: a year behind a name, a short form
 * behind one, the parties of a case, an address behind words. Prose has none of them: "since 1931", "in Nairobi".
 *
 *     Marsh, op cit, p 4, against The Times, 4 June 1931
 *                                     ^^^^^^^^^^^^^^^^^^
 */
export function bearsOtherSource(
  passage: Passage,
  within: Range,
  known: KnownWorks,
  titles: readonly TitleRange[],
): boolean {
  const text = passage.text.value;
  return (
    hasOtherYear(text, wordsWithin(text, within), known) ||
    hasOtherCase(text, within, known) ||
    hasOtherShortForm(text, within, known, titles) ||
    hasAddressBehindWords(text, within)
  );
}

function wordsWithin(text: string, {start, end}: Range): readonly Word[] {
  return wordsIn(text, start, end).filter(word => !findIdleDates(text).some(range => isWithin(word, range)));
}

function isUnknown({text, folded}: Word, {words}: KnownWorks): boolean {
  return (
    /^\p{Lu}\p{L}/u.test(text) && !words.has(folded) && !commonWords.has(folded) && !nameRoles.has(folded)
  );
}

/** How far before a year the name may stand whose it is. */
const BEFORE_YEAR = 48;

// Between a name and a year, without the day and month: ", ", " (", " [", "’s ".
const TO_YEAR = /^(?:[’']s)?[\s,.([]*$/u;

function hasOtherYear(text: string, words: readonly Word[], known: KnownWorks): boolean {
  return yearsOfWorks(text, words, []).some(year => {
    if (known.years.has(Number.parseInt(year.text, 10))) return false;
    const before = words.filter(({start, end}) => year.start - BEFORE_YEAR <= start && end <= year.start);
    const at = before.findLastIndex(word => !isOfDate(word));
    const last = before[at];
    if (last === undefined || !isUnknown(last, known)) return false;
    const gaps = before
      .slice(at)
      .map((word, order) => text.slice(word.end, (before[at + order + 1] ?? year).start));
    return gaps.every(gap => TO_YEAR.test(gap));
  });
}

function isOfDate({folded}: Word): boolean {
  return /^\d{1,2}(?:st|nd|rd|th)?$/u.test(folded) || months.has(folded) || shortMonths.has(folded);
}

// Between a party and the word for against: " ", ". ".
const TO_PARTY = /^\.?\s$/u;

/** Whether parties of a case stand there, "Makhan v Union of India", one of whom the works do not have. */
function hasOtherCase(text: string, {start, end}: Range, known: KnownWorks): boolean {
  const words = wordsIn(text, start, end);
  return words.some((word, at) => {
    const [before, behind] = [words[at - 1], words[at + 1]];
    if (before === undefined || behind === undefined) return false;
    if (!wordsBetweenParties.has(word.folded) || !/^\p{Ll}/u.test(word.text)) return false;
    const areParties = [before, behind].every(one => /^\p{Lu}/u.test(one.text));
    const isBetween =
      text.slice(before.end, word.start) === ' ' && TO_PARTY.test(text.slice(word.end, behind.start));
    return areParties && isBetween && [before, behind].some(one => isUnknown(one, known));
  });
}

const idemAt: PhraseMatcher = matcherOf(idemWords);

/** More short forms than this stand in no note that a reader could follow. */
const MOST_SHORT_FORMS = 8;

function hasOtherShortForm(
  text: string,
  within: Range,
  known: KnownWorks,
  titles: readonly TitleRange[],
): boolean {
  let from = within.start;
  for (let count = 0; count < MOST_SHORT_FORMS; count++) {
    const shortForm = findShortForm(text, from, within.end, titles);
    if (shortForm === undefined) return false;
    const before = text.slice(from, shortForm.start).replace(/[\s,(]+$/u, '');
    const names = before.slice(startOfLastNames(before));
    // "Id., thèse citée": the same author.
    if (/^[\s.,]*$/u.test(names.slice(idemAt(inLowerCase(names), 0) ?? 0))) return false;
    // "Vgl. SBS, a.a.O.": the signal is nobody.
    const isOther = (word: Word): boolean =>
      isUnknown(word, known) && !sentenceOpenings.has(word.folded) && !isSignal(word.folded);
    if (wordsOf(names).some(isOther)) return true;
    from = shortForm.end;
  }
  return false;
}

// A word before an address, perhaps with a bracket between: "with <".
const BEHIND_WORD = /\p{Ll}[.:]?\s{1,2}[<([]?$/u;
const BEFORE_ADDRESS = 40;

const addressedAt: PhraseMatcher = matcherOf(addressedWords);

/** Whether an address stands behind a word of a sentence that does not say where the work itself is found: "available at". */
function hasAddressBehindWords(text: string, within: Range): boolean {
  return findAddresses(text)
    .filter(({start, end}) => start > within.start && end <= within.end)
    .some(({start}) => {
      const before = inLowerCase(text.slice(Math.max(within.start, start - BEFORE_ADDRESS), start));
      if (!BEHIND_WORD.test(before)) return false;
      const last = before.replace(/[\s:<([]+$/u, '');
      return !wordStarts(last, BEFORE_ADDRESS).some(at => addressedAt(last, at) === last.length);
    });
}
