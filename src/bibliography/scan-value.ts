import type {Span} from '../text/span.ts';
import {isAtLineStart, isBlank, opensEntry, skipBlank} from './scan-places.ts';

/** A part of a value between `#` signs: `{in braces}`, `"in quotes"`, or a bare number or name of an @string. */
export interface ValuePiece {
  readonly kind: 'braced' | 'quoted' | 'bare';
  /** With its braces or quotes. */
  readonly span: Span;
  /**
   * Set on a piece whose last brace or quote is missing: the offset that showed it, of the next entry, of a `}` too many
   * in a quoted piece, or of the end of the text.
   */
  readonly brokenAt: number | undefined;
}

/** A value as typed. Only its last piece can be broken. */
export interface ScannedValue {
  /** Empty when nothing stands there that could be a value. */
  readonly pieces: readonly ValuePiece[];
  readonly span: Span;
}

// `2003` · `jan` · `10:1`
const BARE_PIECE = /[^\s,{}()"#=%@]+/uy;

/** Reads a value from its first character; every offset counts in `text`. Linear in the length of the value. */
export function scanValue(text: string, start: number, isPercentBlank: boolean): ScannedValue {
  const first = scanPiece(text, start);
  if (first === undefined) return {pieces: [], span: {start, end: start}};
  const pieces = [first];
  let last = first;
  let end = first.span.end;
  while (last.brokenAt === undefined) {
    const next = skipBlank(text, end, isPercentBlank);
    if (text[next] !== '#') break;
    end = next + 1;
    const piece = scanPiece(text, skipBlank(text, end, isPercentBlank));
    if (piece === undefined) break;
    pieces.push(piece);
    last = piece;
    end = piece.span.end;
  }
  return {pieces, span: end === first.span.end ? first.span : {start, end}};
}

function scanPiece(text: string, at: number): ValuePiece | undefined {
  if (text[at] === '{') return scanBraced(text, at);
  if (text[at] === '"') return scanQuoted(text, at);
  BARE_PIECE.lastIndex = at;
  const bare = BARE_PIECE.exec(text)?.[0];
  return bare === undefined ? undefined : whole('bare', at, at + bare.length);
}

// `{Journal of Housing}`, as most values are
const PLAIN_BRACED = /\{[^{}@]*\}/uy;

/** BibTeX counts every brace, behind a backslash too. */
function scanBraced(text: string, start: number): ValuePiece {
  PLAIN_BRACED.lastIndex = start;
  if (PLAIN_BRACED.test(text)) return whole('braced', start, PLAIN_BRACED.lastIndex);
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '{') depth++;
    else if (character === '}') {
      depth--;
      if (depth === 0) return whole('braced', start, at + 1);
    } else if (character === '@' && isAtLineStart(text, at) && opensEntry(text, at)) {
      return broken(text, 'braced', start, at);
    }
  }
  return broken(text, 'braced', start, text.length);
}

/** A quote inside braces does not close the value; a brace too many shows that its quote is missing. */
function scanQuoted(text: string, start: number): ValuePiece {
  let depth = 0;
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '{') depth++;
    else if (character === '}') {
      if (depth === 0) return broken(text, 'quoted', start, at);
      depth--;
    } else if (character === '"' && depth === 0) return whole('quoted', start, at + 1);
    else if (character === '@' && isAtLineStart(text, at) && opensEntry(text, at)) {
      return broken(text, 'quoted', start, at);
    }
  }
  return broken(text, 'quoted', start, text.length);
}

function whole(kind: ValuePiece['kind'], start: number, end: number): ValuePiece {
  return {kind, span: {start, end}, brokenAt: undefined};
}

function broken(text: string, kind: ValuePiece['kind'], start: number, stop: number): ValuePiece {
  let end = stop;
  while (end > start + 1 && isBlank(text[end - 1] ?? '')) end--;
  return {kind, span: {start, end}, brokenAt: stop};
}
