import {inLowerCase} from '../text/words.ts';
import type {EntryIndex} from './index-entries.ts';
import type {Lead} from './lead.ts';
import {isSignal} from './left-over.ts';
import {saysMore} from './more-in-note.ts';
import {areNames} from './name-run.ts';
import {holdsSentence, isComment} from './opens-like-reference.ts';
import {isOwnPart, isPartByKind} from './own-part.ts';
import type {Reading, ReferenceReading} from './reading.ts';
import {hasNoteNumber} from './short-form.ts';
import {
  articles,
  commentOpenings,
  commonWords,
  months,
  partsOfDocument,
  sentenceOpenings,
  shortMonths,
  unlistedOpenings,
  wordsOnQuotation,
} from './vocabulary.ts';

/**
 * Whether words that were taken for no cite may name a source all the same, so that nobody can say what an *ibid* behind them means.
 * A comment names none, unless an author with a year, a title or another mark of a source stands in it.
 *
 *     PQ 12345 · The Wanless report · Figure from Osei (1999) · Osei, above · See [this post](https://…)      they may
 *     Emphasis added · See chapter 4 · About 40% · The Committee was told so                                   they do not
 */
export function mayNameSource(reading: Reading, index: EntryIndex): boolean {
  // "See supra, p. 12": what *ibid* means behind it nobody can say.
  if (reading.kind === 'short-form')
    return isOwnPart(reading) ? !isPartByKind(reading) : areNames(reading.lead.text);
  if (reading.kind !== 'reference' || reading.passage.in.kind === 'text') return false;
  const {lead, range, passage} = reading;
  const text = passage.text.value.slice(range.start, range.end);
  const hasLink = passage.text.marks.some(
    ({kind, start, end}) => kind === 'link' && start < range.end && range.start < end,
  );
  if (hasLink || lead.addresses.length > 0) return true;
  if (lead.words.length > 0 && lead.words.every(({folded}) => isSignal(folded))) return false;
  if (isComment(lead)) return namesInPassing(reading, index);
  if (isOnQuotation(lead) || isPartOfDocument(text) || isPlain(lead)) return false;
  // Letters of a script without capitals may be anybody's.
  return /[\p{Lu}\p{Lo}\d]/u.test(text);
}

// "Osei (1999)", "Osei (1999: 4)".
const NAME_AND_BRACKETS = /\p{Lu}[\p{L}’'-]+\s\((?:1[5-9]|20)\d\d[a-z]?[):,;]/u;
/** Whether a comment names somebody and a year, or the author of a work and what says which. */
function namesInPassing(reading: ReferenceReading, index: EntryIndex): boolean {
  const {lead, passage, range} = reading;
  const isDated = NAME_AND_BRACKETS.test(lead.text) || (!holdsSentence(lead) && hasNameAndYear(lead));
  // A note of something else, "note 2 to chapter 3", may cite what is meant.
  if (isDated || hasNoteNumber(inLowerCase(lead.text))) return true;
  // "Zeller was born in 1901" cites nothing of his; "Zeller’s *Coin* is of 1941" may.
  return lead.markedTitles.length > 0 && saysMore(passage, range, [], index);
}

/** "Figure from Osei 1999": a capital and directly behind it a year. */
function hasNameAndYear({words, years, text, start}: Lead): boolean {
  return years.some(year => {
    const name = words[words.indexOf(year) - 1];
    if (name === undefined || !/^\p{Lu}/u.test(name.text)) return false;
    return (
      /^\s$/u.test(text.slice(name.end - start, year.start - start)) &&
      !months.has(name.folded) &&
      !shortMonths.has(name.folded) &&
      !commentOpenings.has(name.folded) &&
      !unlistedOpenings.has(name.folded)
    );
  });
}

/** "Emphasis added", "Hervorhebung im Original": what is said of a quotation. */
function isOnQuotation({words}: Lead): boolean {
  return (
    words.length > 1 &&
    words.every(({folded}) => wordsOnQuotation.has(folded) || commonWords.has(folded)) &&
    words.some(({folded}) => wordsOnQuotation.has(folded))
  );
}

// "chapter 4", "Table 3", "Part II": a word and a number.
const PART = /^(?<part>\p{L}+)\.?\s(?:\d{1,3}(?:\.\d{1,3})?|[IVX]{1,5}|\p{Lu})[\s.]*$/u;

/** A part of the author's own document. An article or clause may as well be a treaty's. */
function isPartOfDocument(text: string): boolean {
  const part = PART.exec(text)?.groups?.['part']?.toLowerCase() ?? '';
  return partsOfDocument.has(part) && (commentOpenings.has(part) || unlistedOpenings.has(part));
}

/** "About 40%", "Not all agree": words of a sentence, with no capital behind the first of them and no year. With an article titles begin. */
function isPlain({words, years}: Lead): boolean {
  const [first, ...others] = words;
  return (
    first !== undefined &&
    sentenceOpenings.has(first.folded) &&
    !articles.has(first.folded) &&
    years.length === 0 &&
    others.every(({text}) => !/^\p{Lu}/u.test(text))
  );
}
