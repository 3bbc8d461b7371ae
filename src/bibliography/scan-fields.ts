import type {Span} from '../text/span.ts';
import {
  missingComma,
  missingEquals,
  missingValue,
  type OpeningPlace,
  type ScanFault,
  strayBrace,
  strayWords,
  unclosedEntry,
  unclosedQuote,
  type ValuePlace,
  wrongCloser,
} from './scan-faults.ts';
import {lineEnd, opensEntry, skipBlank} from './scan-places.ts';
import {type ScannedValue, scanValue, type ValuePiece} from './scan-value.ts';

/** A field as typed, `title = {The State}`. */
export interface ScannedField {
  /** In lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
  readonly pieces: readonly ValuePiece[];
}

/** The fields of one entry, as far as they can be read. */
export interface ScannedFields {
  readonly fields: readonly ScannedField[];
  /** After the entry's closing brace, or where the next entry begins. */
  readonly end: number;
  /** The first fault in the writing; what follows from it is not reported. */
  readonly fault: ScanFault | undefined;
}

// `title` · `title+an:role`
const FIELD_NAME = /[^\s=,{}()"#%@]+/uy;
// `, year =` after a brace that closes too much
const FIELD_AFTER_COMMA = /\s*,\s*([a-z][\w:+-]*)\s*=/iuy;
// `  year = {` at the start of a line
const FIELD_LINE = /[ \t]*[a-z][\w:+-]*[ \t]*=/iuy;
// `title = "The State, year = "`: the opening quote of the next field has closed this one
const ENDS_IN_EQUALS = /=\s*"$/u;
// `@article{jones2002`
const OPENING_WORDS = /@[^,\n\r]{0,200}/uy;

/**
 * Reads fields up to the closing brace of their entry.
 *
 * A value that is never closed ends before the next line that looks like a field, and reading goes on there, once in an
 * entry: so each character is read a bounded number of times, whatever stands in the file.
 */
export function scanFields(
  text: string,
  start: number,
  opening: OpeningPlace,
  isPercentBlank: boolean,
): ScannedFields {
  const fields: ScannedField[] = [];
  let fault: ScanFault | undefined;
  let isRecovered = false;
  let needsComma = false;
  let at = start;
  const done = (end: number): ScannedFields => ({fields, end, fault});

  for (;;) {
    at = skipBlank(text, at, isPercentBlank);
    const character = text[at];
    const last = fields.at(-1);
    if (character === undefined || (character === '@' && opensEntry(text, at))) {
      const swallowing = last === undefined ? undefined : withoutSwallowedCloser(text, last);
      if (swallowing !== undefined) fields[fields.length - 1] = swallowing;
      const value = swallowing === undefined ? undefined : placeOf(text, swallowing);
      fault ??= unclosedEntry(opening, value, openingAt(text, at));
      return done(at);
    }
    if (character === ',') {
      needsComma = false;
      at++;
      continue;
    }
    if (character === '}' || character === ')') {
      const span = {start: at, end: at + 1};
      const next = character === '}' ? fieldAfterComma(text, at + 1) : undefined;
      if (next !== undefined) fault ??= strayBrace(span, next);
      else {
        if (character !== opening.closer) fault ??= wrongCloser(span, character, opening);
        return done(at + 1);
      }
      at++;
      continue;
    }

    FIELD_NAME.lastIndex = at;
    const name = FIELD_NAME.exec(text)?.[0];
    if (name === undefined) {
      const stray = scanValue(text, at, isPercentBlank);
      const end = Math.max(at + 1, stray.brokenAt ?? stray.span.end);
      fault ??= strayWords({start: at, end}, text.slice(at, end), opening);
      at = end;
      continue;
    }
    const nameSpan = {start: at, end: at + name.length};
    if (needsComma && last !== undefined) fault ??= missingComma(nameSpan, name, last.name);

    const sign = skipBlank(text, nameSpan.end, isPercentBlank);
    if (text[sign] !== '=' && text[sign] !== '{' && text[sign] !== '"') {
      fault ??= strayWords(nameSpan, name, opening);
      at = sign;
      continue;
    }
    if (text[sign] !== '=') fault ??= missingEquals(nameSpan, name);
    const valueStart = text[sign] === '=' ? skipBlank(text, sign + 1, isPercentBlank) : sign;
    const value = scanValue(text, valueStart, isPercentBlank);
    const field = {
      name: name.toLowerCase(),
      nameSpan,
      valueSpan: value.span,
      pieces: value.pieces,
    };
    if (value.pieces.length === 0) {
      fault ??= missingValue(nameSpan, name);
      at = value.span.end;
      needsComma = true;
      continue;
    }

    const brokenAt = value.brokenAt ?? closedByNextQuote(text, value, isPercentBlank);
    if (brokenAt === undefined) {
      fields.push(field);
      at = value.span.end;
      needsComma = true;
      continue;
    }
    const resume = isRecovered ? undefined : nextFieldLine(text, value.span.start, brokenAt);
    const cut = cutValue(text, field, resume ?? Math.min(lineEnd(text, value.span.start), brokenAt));
    fields.push(cut);
    fault ??=
      text[cut.pieces.at(-1)?.span.start ?? cut.valueSpan.start] === '"'
        ? unclosedQuote(placeOf(text, cut))
        : unclosedEntry(opening, placeOf(text, cut), openingAt(text, brokenAt));
    isRecovered = true;
    needsComma = false;
    at = resume ?? brokenAt;
  }
}

/**
 * A last value whose `}` must be the entry's own, cut before it:
 *
 *     title = {The State,
 *     }
 */
function withoutSwallowedCloser(text: string, field: ScannedField): ScannedField | undefined {
  const closer = field.valueSpan.end - 1;
  const before = text.slice(field.valueSpan.start, closer);
  const content = before.trimEnd();
  const hasOwnLine = /[\n\r]/u.test(before.slice(content.length));
  if (text[closer] !== '}' || !content.endsWith(',') || !hasOwnLine) return undefined;
  return cutValue(text, field, closer);
}

/** The field without what stands at or after `before`, and without the comma and blanks that then end it. */
function cutValue(text: string, field: ScannedField, before: number): ScannedField {
  const pieces = field.pieces.filter(piece => piece.span.start < before);
  const last = pieces.at(-1);
  if (last === undefined) return field;
  let end = Math.min(before, last.span.end);
  while (end > last.span.start + 1 && isTrimmed(text[end - 1] ?? '')) end--;
  const cut = {...last, span: {start: last.span.start, end}, isClosed: false};
  return {...field, valueSpan: {start: field.valueSpan.start, end}, pieces: [...pieces.slice(0, -1), cut]};
}

function isTrimmed(character: string): boolean {
  return character === ',' || character.trim() === '';
}

/** Where a quoted value that runs into the next field's quote shows that it was never closed: at that quote. */
function closedByNextQuote(text: string, value: ScannedValue, isPercentBlank: boolean): number | undefined {
  const last = value.pieces.at(-1);
  if (last?.kind !== 'quoted') return undefined;
  const after = text[skipBlank(text, last.span.end, isPercentBlank)];
  if (after === undefined || after === ',' || after === '}' || after === ')') return undefined;
  const tail = text.slice(Math.max(last.span.start, last.span.end - 20), last.span.end);
  return ENDS_IN_EQUALS.test(tail) ? last.span.end - 1 : undefined;
}

/** The first line between the two offsets that looks like a field; its start. */
function nextFieldLine(text: string, from: number, to: number): number | undefined {
  for (let end = lineEnd(text, from); end < to; end = lineEnd(text, end + 1)) {
    FIELD_LINE.lastIndex = end + 1;
    if (FIELD_LINE.test(text)) return end + 1;
  }
  return undefined;
}

function fieldAfterComma(text: string, at: number): string | undefined {
  FIELD_AFTER_COMMA.lastIndex = at;
  return FIELD_AFTER_COMMA.exec(text)?.[1];
}

/** From the field's name to the end of the line on which its value opens. */
function placeOf(text: string, field: ScannedField): ValuePlace {
  const end = Math.min(lineEnd(text, field.valueSpan.start), field.valueSpan.end);
  return {name: field.name, span: {start: field.nameSpan.start, end}};
}

/** The entry that begins at an offset, as far as its comma; `undefined` at the end of the text. */
function openingAt(text: string, at: number): {readonly words: string; readonly span: Span} | undefined {
  OPENING_WORDS.lastIndex = at;
  const words = OPENING_WORDS.exec(text)?.[0];
  return words === undefined ? undefined : {words, span: {start: at, end: at + words.length}};
}
