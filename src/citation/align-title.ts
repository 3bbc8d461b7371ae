import {editDistance} from '../text/suggest.ts';
import type {Word} from '../text/words.ts';
import {commonWords, nameConnectors} from './vocabulary.ts';

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
  /** True when every word from `start` to `end` is the title's own, letter for letter (case and accents apart). */
  readonly isExact: boolean;
}

const SKIP = -1.2;

interface Cell {
  readonly score: number;
  readonly from: 'start' | 'both' | 'word' | 'title';
}

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
  const table: Cell[][] = [
    Array.from({length: title.length + 1}, () => ({score: 0, from: 'start'}) as const),
  ];
  let best = {score: 0, row: 0, column: 0};
  for (let row = 1; row <= words.length; row++) {
    const above = table[row - 1] ?? [];
    const here: Cell[] = [{score: 0, from: 'start'}];
    for (let column = 1; column <= title.length; column++) {
      const same = similarity(words[row - 1]?.folded ?? '', title[column - 1] ?? '');
      const both = (above[column - 1]?.score ?? 0) + (same > 0 ? same : SKIP);
      const word = (above[column]?.score ?? 0) + skip(words[row - 1]?.folded ?? '');
      const inTitle = (here[column - 1]?.score ?? 0) + skip(title[column - 1] ?? '');
      const score = Math.max(0, both, word, inTitle);
      const from = score === 0 ? 'start' : score === both ? 'both' : score === word ? 'word' : 'title';
      here.push({score, from});
      if (score > best.score) best = {score, row, column};
    }
    table.push(here);
  }
  return best.score === 0 ? undefined : trace(table, best.row, best.column, words, title, mainLength);
}

function trace(
  table: readonly (readonly Cell[])[],
  endRow: number,
  endColumn: number,
  words: readonly Word[],
  title: readonly string[],
  mainLength: number,
): TitleRun {
  let [row, column] = [endRow, endColumn];
  let isExact = true;
  let telling = 0;
  const matched = new Map<number, number>();
  for (;;) {
    const from = table[row]?.[column]?.from ?? 'start';
    if (from === 'start') break;
    if (from === 'both') {
      const [typed, wanted] = [words[row - 1]?.folded ?? '', title[column - 1] ?? ''];
      const same = similarity(typed, wanted);
      if (same > 0) matched.set(column - 1, same);
      if (same > 0 && !commonWords.has(wanted)) telling += 1;
      if (typed !== wanted) isExact = false;
    } else if (!nameConnectors.has((from === 'word' ? words[row - 1]?.folded : title[column - 1]) ?? '')) {
      isExact = false;
    }
    if (from !== 'title') row -= 1;
    if (from !== 'word') column -= 1;
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

/** How alike two words are: their weight when equal, less for a slip ("Negotiation", "Negotiating"), else 0. */
function similarity(typed: string, wanted: string): number {
  if (typed === wanted) return weight(wanted);
  if (typed.length < 6 || wanted.length < 6) return 0;
  if (typed.slice(0, 6) === wanted.slice(0, 6) && Math.abs(typed.length - wanted.length) <= 3) return 1.4;
  return editDistance(typed, wanted) <= 1 ? 1.4 : 0;
}
