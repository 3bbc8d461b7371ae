import {createHash} from 'node:crypto';
import type {Diagnostic} from '../text/diagnostic.ts';
import type {Span} from '../text/span.ts';

/** Hexadecimal digits of a fingerprint: enough that two findings of one file never share one by chance. */
const LENGTH = 16;

// What stands between two blocks: a line end, then a line of nothing but white space.
const BLANK_LINE = /(?:\r\n|\n|\r)[ \t]*(?=\r\n|\n|\r)/gu;

// What a word is made of, digits and marks apart: "d'Ivoire" is two.
const WORDS = /[\p{L}\p{N}]+/gu;

// A word without digits, so that renumbering a paragraph or a note changes nothing.
const LETTERS = /\p{L}+/gu;

/**
 * A name for each diagnostic of one text that survives edits elsewhere in the file.
 *
 * It is made of the code, the words that the span marks, the words of the block around it, and, where all of these
 * are the same, the rank among those. Offsets, lines, numbers around it, layout and capitals do not count.
 *
 * @param text the text that the spans point into
 * @param diagnostics in any order, all of this text
 * @returns in the order of `diagnostics`, 16 hexadecimal digits each
 */
export function fingerprintDiagnostics(text: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  const blocks = indexBlocks(text);
  const contents = diagnostics.map(({code, span}) =>
    [code, foldWords(text.slice(span.start, span.end), WORDS), blocks.wordsAt(span)].join('\n'),
  );
  const ranks = rankAmongEquals(contents, diagnostics);
  return contents.map((content, index) =>
    createHash('sha256').update(`${content}\n${ranks[index]}`).digest('hex').slice(0, LENGTH),
  );
}

/** Finds the block around a place; the words of one block are folded once. */
function indexBlocks(text: string): {wordsAt(span: Span): string} {
  const starts = [0, ...Array.from(text.matchAll(BLANK_LINE), match => match.index + match[0].length)];
  const folded = new Map<number, string>();
  return {
    wordsAt({start}) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= start) low = middle;
        else high = middle - 1;
      }
      const known = folded.get(low);
      if (known !== undefined) return known;
      const words = foldWords(text.slice(starts[low], starts[low + 1]), LETTERS);
      folded.set(low, words);
      return words;
    },
  };
}

function foldWords(text: string, word: RegExp): string {
  return (text.normalize('NFC').toLowerCase().match(word) ?? []).join(' ');
}

/** Which of the diagnostics with the same content each one is, counted from 0 in the order of the text. */
function rankAmongEquals(contents: readonly string[], diagnostics: readonly Diagnostic[]): readonly number[] {
  const order = diagnostics
    .map(({span}, index) => ({index, start: span.start, end: span.end}))
    .sort((one, other) => one.start - other.start || one.end - other.end || one.index - other.index);
  const seen = new Map<string, number>();
  const ranks: number[] = [];
  for (const {index} of order) {
    const content = contents[index] ?? '';
    const rank = seen.get(content) ?? 0;
    seen.set(content, rank + 1);
    ranks[index] = rank;
  }
  return ranks;
}
