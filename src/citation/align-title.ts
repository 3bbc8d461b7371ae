import {isOneSlip} from '../text/suggest.ts';
import type {Word} from '../text/words.ts';
import {commonWords, cutWords, nameConnectors} from './vocabulary.ts';
import {agreeInVolume, isVolumeWord, withVolumes} from './volumes.ts';

/** The stretch of a cite that repeats a stretch of a title, slips allowed. */
export interface TitleRun {
  /** Indexes into the cite's words, half-open. */
  readonly start: number;
  readonly end: number;
  /** The same as UTF-16 offsets in the passage's plain text. */
  readonly startOffset: number;
  readonly endOffset: number;
  /** Indexes into the title's words, half-open. */
  readonly titleStart: number;
  readonly titleEnd: number;
  /** How much of the title it covers, from 0 to 1, common words counting less. */
  readonly coverage: number;
  /** The same of the part before the title's first colon. */
  readonly mainCoverage: number;
  /** How many words of the run are not common ones. */
  readonly telling: number;
  /** Typed words inside the run that are no words of the title there: they speak of another one. */
  readonly strays: number;
  /** Telling words of the title between its ends that were not typed. */
  readonly missing: number;
  /** How many of the telling words are not letter for letter the title's. */
  readonly slips: number;
  /** True when every word from `start` to `end` is the title's own, letter for letter (case and accents apart). */
  readonly isExact: boolean;
}

const SKIP = -1.2;

// Where a cell of the table was reached from.
const START = 0;
const BOTH = 1;
const WORD = 2;
const TITLE = 3;

/**
 * Finds the best common stretch of a cite's words and a title's (Smith and Waterman's local alignment, with words for
 * letters).
 *
 * @param words the cite's words
 * @param title the title's words, folded
 * @param mainLength how many of them stand before the first colon
 */
export function alignTitle(
  words: readonly Word[],
  title: readonly string[],
  mainLength: number,
): TitleRun | undefined {
  if (words.length === 0 || title.length === 0) return undefined;
  const typedForms = withVolumes(words.map(({folded}) => folded));
  const wantedForms = withVolumes(title);
  const width = title.length + 1;
  const steps = new Uint8Array((words.length + 1) * width);
  const skips = Float64Array.from(wantedForms, skip);
  let above = new Float64Array(width);
  let best = {score: 0, row: 0, column: 0};
  for (let row = 1; row <= words.length; row++) {
    const typed = typedForms[row - 1] ?? '';
    const skipTyped = skip(typed);
    const here = new Float64Array(width);
    for (let column = 1; column < width; column++) {
      const wanted = wantedForms[column - 1] ?? '';
      const both = (above[column - 1] ?? 0) + (similarity(typed, wanted) || SKIP);
      const word = (above[column] ?? 0) + skipTyped;
      const inTitle = (here[column - 1] ?? 0) + (skips[column - 1] ?? SKIP);
      const score = Math.max(0, both, word, inTitle);
      here[column] = score;
      steps[row * width + column] =
        score === 0 ? START : score === both ? BOTH : score === word ? WORD : TITLE;
      if (score > best.score) best = {score, row, column};
    }
    above = here;
  }
  if (best.score === 0) return undefined;
  return trace(steps, best, {words, typedForms, title: wantedForms, rawTitle: title, mainLength});
}

/** Whether a run covers the whole title, subtitle and all, but for a slip. */
export function isWhole({coverage}: TitleRun): boolean {
  return coverage >= 0.85;
}

interface Compared {
  readonly words: readonly Word[];
  /** The words and the title's, folded, with volumes written one way. */
  readonly typedForms: readonly string[];
  readonly title: readonly string[];
  /** The title's words as they are. */
  readonly rawTitle: readonly string[];
  readonly mainLength: number;
}

function trace(
  steps: Uint8Array,
  {row: endRow, column: endColumn}: {readonly row: number; readonly column: number},
  {words, typedForms, title, rawTitle, mainLength}: Compared,
): TitleRun {
  let [row, column] = [endRow, endColumn];
  let hasNumberBehind = false;
  let isExact = true;
  let telling = 0;
  let strays = 0;
  let missing = 0;
  let slips = 0;
  const matched = new Map<number, number>();
  for (;;) {
    const from = steps[row * (title.length + 1) + column];
    if (from === undefined || from === START) break;
    if (from === BOTH) {
      const [typed, wanted] = [typedForms[row - 1] ?? '', title[column - 1] ?? ''];
      const same = similarity(typed, wanted);
      if (same > 0) matched.set(column - 1, same);
      if (same > 0 && !commonWords.has(wanted)) telling += 1;
      if (
        same > 0 &&
        stemOf(typed) !== stemOf(wanted) &&
        !agreeInVolume(typed, wanted) &&
        !isCut(typed, wanted)
      )
        slips += 1;
      const raw = rawTitle[column - 1] ?? '';
      if (words[row - 1]?.folded !== raw && !isCut(typed, raw)) isExact = false;
    } else if (!nameConnectors.has((from === WORD ? typedForms[row - 1] : title[column - 1]) ?? '')) {
      isExact = false;
    }
    const [typedWord, titleWord] = [typedForms[row - 1] ?? '', title[column - 1] ?? ''];
    const isMatched = from === BOTH && similarity(typedWord, titleWord) > 0;
    // The word for a volume may be left out where the number is there: "*A Theory*, 2".
    const isTold = (word: string): boolean =>
      commonWords.has(word) || (isVolumeWord(word) && hasNumberBehind);
    if (from !== TITLE && !isMatched && !isTold(typedWord)) strays += 1;
    if (from !== WORD && !isMatched && !isTold(titleWord)) missing += 1;
    hasNumberBehind = isMatched && agreeInVolume(typedWord, titleWord);
    if (from !== TITLE) row -= 1;
    if (from !== WORD) column -= 1;
  }
  const share = (length: number): number => {
    let whole = 0;
    let found = 0;
    for (let index = 0; index < length; index++) {
      whole += weight(title[index] ?? '');
      found += matched.get(index) ?? 0;
    }
    return whole === 0 ? 0 : found / whole;
  };
  return {
    start: row,
    end: endRow,
    startOffset: words[row]?.start ?? 0,
    endOffset: words[endRow - 1]?.end ?? 0,
    titleStart: column,
    titleEnd: endColumn,
    coverage: share(title.length),
    mainCoverage: share(mainLength),
    telling,
    strays,
    missing,
    slips,
    isExact,
  };
}

/** What it costs that one side has a word more; "and" costs nothing much, as it may be typed "&". */
function skip(word: string): number {
  return nameConnectors.has(word) ? -0.1 : SKIP;
}

function weight(word: string): number {
  return commonWords.has(word) ? 0.7 : 2;
}

// What differs between "Negotiating" and "Negotiation", "Village" and "Villages".
const ENDING = /(?:ing|ions?|ed|es|s|e)$/u;

/** A word without its ending, in one spelling of "-ise" and "-our", for telling slips from other words. */
function stemOf(word: string): string {
  return (SHORTENED[word] ?? word).replace(ENDING, '').replaceAll('z', 's').replaceAll('our', 'or');
}

const SHORTENED: Readonly<Record<string, string>> = {vol: 'volume', pt: 'part', edn: 'edition'};

/** Whether a word is one of a body's name cut short, as in the titles of cases: "Harbor Point Ins. Co." */
function isCut(typed: string, wanted: string): boolean {
  return typed.length < wanted.length && (cutWords[typed]?.includes(wanted) ?? false);
}

/** How alike two words are: their weight when equal, less for a slip ("Negotiation", "Negotiating"), else 0. */
function similarity(typed: string, wanted: string): number {
  if (typed === wanted) return weight(wanted);
  // Most pairs of words begin otherwise, and a word cut short begins as the whole one does.
  const isCutShort =
    typed.charCodeAt(0) === wanted.charCodeAt(0) && (SHORTENED[typed] === wanted || isCut(typed, wanted));
  if (isCutShort || agreeInVolume(typed, wanted)) return weight(wanted);
  if (typed.length < 6 || wanted.length < 6) return 0;
  if (typed.slice(0, 6) === wanted.slice(0, 6) && Math.abs(typed.length - wanted.length) <= 3) return 1.4;
  return isOneSlip(typed, wanted) ? 1.4 : 0;
}
