import type {PositionIndex} from '../text/position.ts';
import type {Span} from '../text/span.ts';

/** A place in a file for other programs: lines and columns from 1, offsets from 0, in UTF-16 code units. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A half-open range in a file. */
export interface JsonRange {
  readonly start: JsonPlace;
  readonly end: JsonPlace;
}

/** A span with its lines and columns. */
export function toRange(span: Span, positions: PositionIndex): JsonRange {
  return {
    start: {...positions.at(span.start), offset: span.start},
    end: {...positions.at(span.end), offset: span.end},
  };
}

/**
 * A value as JSON text, two spaces deep, with its last line end. The characters that could drive a terminal and that JSON
 * leaves alone (C1 controls, direction marks) are escaped, which changes no value.
 */
export function printJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(UNSAFE, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `${text}\n`;
}

// U+009B starts a command to a terminal; U+202E turns the writing round.
const UNSAFE = /[\u{7f}-\u{9f}\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

/**
 * Where a code is explained. The manual has no address on the web; this one is stable, is a valid URI, and reads as the
 * command that prints the page.
 */
export function explainUrl(code: string): string {
  return `opcit:explain/${code}`;
}
