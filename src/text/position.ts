import {type GrowingInts, growInts} from './growing-ints.ts';

/** A place as people count it: lines and columns from 1, columns in UTF-16 code units (a byte-order mark counts). */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns and back. */
export interface PositionIndex {
  readonly lineCount: number;
  /** The place of an offset; offsets beyond the text are held to its ends. */
  at(offset: number): Position;
  /** The offset of a place; a column beyond the line is held to the line's end. */
  offset(position: Position): number;
  /** A line without its line end, by its number from 1; empty beyond the text. */
  line(number: number): string;
}

// The three line ends that CommonMark knows: "\r\n", "\n", "\r".
const LINE_END = /\r\n|\n|\r/gu;

/** Reads the line ends of a text once, so that each question after that is a binary search. */
export function indexPositions(text: string): PositionIndex {
  const starts = text.includes('\r') ? findLines(text) : findPlainLines(text);

  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.size() - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts.at(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const endOf = (line: number): number => {
    if (line + 1 >= starts.size()) return text.length;
    const next = starts.at(line + 1);
    return text[next - 1] === '\n' && text[next - 2] === '\r' ? next - 2 : next - 1;
  };

  return {
    lineCount: starts.size(),
    at(offset) {
      const held = Math.max(0, Math.min(offset, text.length));
      const line = lineOf(held);
      return {line: line + 1, column: held - starts.at(line) + 1};
    },
    offset({line, column}) {
      const index = Math.max(0, Math.min(line - 1, starts.size() - 1));
      return Math.min(starts.at(index) + column - 1, endOf(index));
    },
    line(number) {
      if (number < 1 || number > starts.size()) return '';
      return text.slice(starts.at(number - 1), endOf(number - 1));
    },
  };
}

/** Where each line begins, as whole numbers in a row: a bibliography may have a million. */
function findLines(text: string): GrowingInts {
  const starts = growInts();
  starts.push(0);
  for (const match of text.matchAll(LINE_END)) starts.push(match.index + match[0].length);
  return starts;
}

/** The same for a text whose lines all end in "\n". */
function findPlainLines(text: string): GrowingInts {
  const starts = growInts();
  starts.push(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
