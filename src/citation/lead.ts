import type {TextMark} from '../manuscript/types.ts';
import {type Word, wordsOf} from '../text/words.ts';
import type {Range} from './segment.ts';

/** The words of a cite that say which work is meant: names, a title, a year, and in a full reference all the rest. */
export interface Lead {
  /** Where it stands in its passage, in UTF-16 offsets of the passage's plain text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** With places in the passage. */
  readonly words: readonly Word[];
  /** The words that are years, in order. */
  readonly years: readonly Word[];
  /** The first title set off by emphasis or quotation marks. */
  readonly markedTitle: {readonly start: number; readonly end: number} | undefined;
  /** "et al", "and others" stands in it. */
  readonly hasEtAl: boolean;
}

// A year of publication, with the letter that parts two works of one year: "2003", "1998b".
const YEAR = /^(?:1[5-9]|20)\d\d[a-z]?$/u;

// "et al", "et al.", "and others", "u.a."
const ET_AL = /(?:\bet\s+al(?:ii)?\b|\band\s+others\b|(?<!\p{L})u\.\s?a\.)/iu;

// A quotation, in the marks that are in use: “…”, "…", ‘…’, «…», „…“.
const QUOTED =
  /“[^“”]{2,400}”|"[^"]{2,400}"|«[^«»]{2,400}»|„[^„“”]{2,400}[“”]|(?<![\p{L}\p{N}])[‘'](?=\p{L})[^‘]{2,300}?[’'](?![\p{L}\p{N}])/gu;

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
  // What belongs to a lead may stand before it: "Idem (1996) *The Open Common*".
  const ranges = [{start, end}, ...behind].sort((one, other) => one.start - other.start);
  const words = ranges.flatMap(range =>
    wordsOf(passage.slice(range.start, range.end)).map(word => ({
      ...word,
      start: word.start + range.start,
      end: word.end + range.start,
    })),
  );
  return {
    start,
    end,
    text,
    words,
    years: words.filter(word => YEAR.test(word.text)),
    markedTitle: findMarkedTitle(passage, marks, start, end),
    hasEtAl: ET_AL.test(text),
  };
}

/** The ranges of a passage that stand in quotation marks, the marks included. */
export function quotedRanges(passage: string): readonly {readonly start: number; readonly end: number}[] {
  return [...passage.matchAll(QUOTED)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function findMarkedTitle(
  passage: string,
  marks: readonly TextMark[],
  start: number,
  end: number,
): {readonly start: number; readonly end: number} | undefined {
  const emphasised = marks.filter(({kind}) => kind === 'emphasis' || kind === 'strong');
  const quoted = quotedRanges(passage).map(range => ({start: range.start + 1, end: range.end - 1}));
  return [...emphasised, ...quoted]
    .filter(
      range =>
        range.start >= start && range.end <= end && /\p{L}{2}/u.test(passage.slice(range.start, range.end)),
    )
    .sort((one, other) => one.start - other.start)
    .map(range => ({start: range.start, end: range.end}))[0];
}
