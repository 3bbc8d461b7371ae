import type {TextMark} from '../manuscript/types.ts';
import {rememberLast} from '../text/remember-last.ts';
import {inLowerCase, type Word, wordsIn} from '../text/words.ts';
import {findAddresses} from './addresses.ts';
import {matcherOf, type PhraseMatcher} from './phrase-matcher.ts';
import {isWithin, type Range} from './range.ts';
import {
  cutWords,
  directionsAlone,
  ibidWords,
  idemWords,
  locCitWords,
  opCitWords,
  othersWords,
  signals,
  smallSignals,
} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';
import {findIdleDates, publicationYears} from './years.ts';

/** The words of a cite that say which work is meant: names, a title, a year, and in a full reference all the rest. */
export interface Lead {
  /** Where it stands in its passage, in UTF-16 offsets of the passage's plain text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** With places in the passage; without those of addresses and of the day on which a page was read. */
  readonly words: readonly Word[];
  /** The words that are years of publication, in order. */
  readonly years: readonly Word[];
  /** The first title set off by emphasis or quotation marks. */
  readonly markedTitle: {readonly start: number; readonly end: number} | undefined;
  /** All of them, in order. */
  readonly markedTitles: readonly Range[];
  /** "et al", "and others" stands in it. */
  readonly hasEtAl: boolean;
  /** Web addresses and DOIs, with places in the passage. */
  readonly addresses: readonly Range[];
}

// "et al", "et al.", "and others", "u.a."
const ET_AL = new RegExp(`(?<!\\p{L})(?:${anyWord(othersWords)})(?!\\p{L})`, 'u');

// A quotation, in the marks that are in use: “…”, "…", ‘…’, «…», „…“, 《…》, 「…」. The apostrophe of "farmers’ wages" closes none: a word in
// lower case stands behind it, and a closing mark further on.
const QUOTED =
  /“[^“”]{2,400}”|"[^"]{2,400}"|«[^«»]{2,400}»|„[^„“”]{2,400}[“”]|《[^《》]{2,200}》|「[^「」]{2,200}」|『[^『』]{2,200}』|(?<![\p{L}\p{N}])[‘'](?=\p{L})[^‘]{2,300}?[’'](?![\p{L}\p{N}]|\s(?!(?:in|and|at|by|see|from|or|is|was|to)\s)\p{Ll}[^‘'“]{1,200}(?<!s)’(?![\p{L}\p{N}]))/gu;

// Any quotation mark, without which the pattern above, which is long, is not asked.
const QUOTE = /[“"‘'«„《「『]/;

/**
 * Reads the lead of a cite.
 *
 * @param passage the plain text of the passage
 * @param marks what is set off in it
 * @param behind ranges behind it that belong to it, such as a year after *op cit*
 */
export function readLead(
  passage: string,
  marks: readonly TextMark[],
  start: number,
  end: number,
  behind: readonly Range[] = [],
): Lead {
  const text = passage.slice(start, end);
  const addresses = findAddresses(passage).filter(range => range.start < end && start < range.end);
  const idle = [...addresses, ...findIdleDates(passage)];
  // What belongs to a lead may stand before it: "Idem (1996) *The Open Common*".
  const typed = [{start, end}, ...behind]
    .sort((one, other) => one.start - other.start)
    .flatMap(range => wordsIn(passage, range.start, range.end))
    .filter(word => !idle.some(range => isWithin(word, range)));
  const words = joinCut(passage, typed);
  const titles = markedTitles(passage, marks, start, end);
  return {
    start,
    end,
    text,
    words,
    years: publicationYears(passage, words, titles),
    markedTitle: titles[0],
    markedTitles: titles,
    hasEtAl: ET_AL.test(inLowerCase(text)),
    addresses,
  };
}

/** The words, where one cut short with an apostrophe is one: "Comm’n", "Gov't". */
function joinCut(passage: string, words: readonly Word[]): readonly Word[] {
  return words.flatMap((word, at) => {
    const [before, next] = [words[at - 1], words[at + 1]];
    if (before !== undefined && isCut(passage, before, word)) return [];
    if (next === undefined || !isCut(passage, word, next)) return [word];
    return [{...word, text: word.text + next.text, folded: word.folded + next.folded, end: next.end}];
  });
}

function isCut(passage: string, one: Word, two: Word): boolean {
  const gap = passage.slice(one.end, two.start);
  return (
    (gap === '’' || gap === "'") && two.text.length === 1 && cutWords[one.folded + two.folded] !== undefined
  );
}

/** The ranges of a passage that stand in quotation marks, the marks included. */
export const quotedRanges: (passage: string) => readonly Range[] = rememberLast(passage => {
  if (!QUOTE.test(passage)) return [];
  return [...passage.matchAll(QUOTED)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
});

// Words that are set off for being Latin: "Dupont *et al.*".
const setOffAt: PhraseMatcher = matcherOf([
  ...new Set([
    ...othersWords,
    ...ibidWords,
    ...idemWords,
    ...opCitWords,
    ...locCitWords,
    ...directionsAlone,
    ...signals,
    'v',
  ]),
]);
const setOffSmallAt: PhraseMatcher = matcherOf(smallSignals);

function isTitleText(text: string): boolean {
  if (!/\p{L}{2}/u.test(text)) return false;
  const lower = inLowerCase(text.trimStart());
  const isSmall = /^\p{Ll}/u.test(text.trimStart());
  const end = setOffAt(lower, 0) ?? (isSmall ? setOffSmallAt(lower, 0) : undefined);
  return end === undefined || !/^[\s.,]*$/u.test(text.trimStart().slice(end));
}

/** What is set off in a stretch of a passage by emphasis or quotation marks, in order; of two that nest the outer first. */
function markedTitles(
  passage: string,
  marks: readonly TextMark[],
  start: number,
  end: number,
): readonly Range[] {
  const emphasised = marks.filter(({kind}) => kind === 'emphasis' || kind === 'strong');
  const quoted = quotedRanges(passage).map(range => ({start: range.start + 1, end: range.end - 1}));
  return [...emphasised, ...quoted]
    .filter(range => range.start >= start && range.end <= end)
    .filter(range => isTitleText(passage.slice(range.start, range.end)))
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .map(range => ({start: range.start, end: range.end}));
}
