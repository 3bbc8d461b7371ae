import {type Span, slice} from '../text/span.ts';
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
import type {FieldPlace} from './types.ts';

/** A field as typed, `title = {The State}`. */
export interface ScannedField extends FieldPlace {
  /** In lower case. */
  readonly name: string;
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
const LINE_END = /[\n\r]/u;
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

  for (;;) {
    at = skipBlank(text, at, isPercentBlank);
    const character = text[at];
    const last = fields.at(-1);
    if (character === undefined || (character === '@' && opensEntry(text, at))) {
      const swallowed = last === undefined || isRecovered ? undefined : swallowedCloser(text, last);
      if (last === undefined || swallowed === undefined) {
        fault ??= unclosedEntry(opening, undefined, openingAt(text, at));
        return {fields, end: at, fault};
      }
      const cut = cutValue(text, last, swallowed);
      fields[fields.length - 1] = cut;
      fault ??= unclosedEntry(opening, placeOf(text, cut), openingAt(text, at));
      isRecovered = true;
      needsComma = false;
      at = swallowed;
      continue;
    }
    if (character === ',') {
      needsComma = false;
      at++;
      continue;
    }
    if (character === '}' || character === ')') {
      const span = {start: at, end: at + 1};
      at++;
      const next = character === '}' ? fieldAfterComma(text, at) : undefined;
      if (next === undefined) {
        if (character !== opening.closer) fault ??= wrongCloser(span, character, opening);
        return {fields, end: at, fault};
      }
      fault ??= strayBrace(span, next);
      continue;
    }

    const read = scanField(text, at, isPercentBlank);
    if (read.field === undefined) {
      fault ??= strayWords({start: at, end: read.end}, text.slice(at, read.end), opening);
      at = read.end;
      continue;
    }
    const {field, value} = read;
    if (needsComma && last !== undefined) {
      fault ??= missingComma(field.nameSpan, slice(text, field.nameSpan), last.name);
    }
    if (!read.hasEquals) fault ??= missingEquals(field.nameSpan, field.name);
    needsComma = true;
    at = read.end;
    const broken = value.pieces.at(-1);
    if (broken === undefined) {
      fault ??= missingValue(field.nameSpan, field.name);
      continue;
    }
    const brokenAt = broken.brokenAt ?? closedByNextQuote(text, broken, isPercentBlank);
    if (brokenAt === undefined) {
      fields.push(field);
      continue;
    }
    const resume = isRecovered ? undefined : nextFieldLine(text, broken.span.start, brokenAt);
    const cut = cutValue(text, field, resume ?? lineEnd(text, broken.span.start, brokenAt));
    fields.push(cut);
    fault ??=
      broken.kind === 'quoted'
        ? unclosedQuote(placeOf(text, cut))
        : unclosedEntry(opening, placeOf(text, cut), openingAt(text, brokenAt));
    isRecovered = true;
    needsComma = false;
    at = resume ?? brokenAt;
  }
}

type FieldRead =
  | {readonly field: undefined; readonly end: number}
  | {
      readonly field: ScannedField;
      readonly value: ScannedValue;
      readonly hasEquals: boolean;
      readonly end: number;
    };

/** One field, or, where none stands, the words that are none. */
function scanField(text: string, at: number, isPercentBlank: boolean): FieldRead {
  FIELD_NAME.lastIndex = at;
  // Asked without its match, since this is the innermost step of reading a large file.
  const name = FIELD_NAME.test(text) ? text.slice(at, FIELD_NAME.lastIndex) : undefined;
  if (name === undefined) {
    const {pieces, span} = scanValue(text, at, isPercentBlank);
    return {field: undefined, end: Math.max(at + 1, pieces.at(-1)?.brokenAt ?? span.end)};
  }
  const nameSpan = {start: at, end: at + name.length};
  const sign = skipBlank(text, nameSpan.end, isPercentBlank);
  const hasEquals = text[sign] === '=';
  if (!hasEquals && text[sign] !== '{' && text[sign] !== '"') return {field: undefined, end: nameSpan.end};
  const value = scanValue(text, hasEquals ? skipBlank(text, sign + 1, isPercentBlank) : sign, isPercentBlank);
  const field = {
    name: fieldName(name),
    raw: slice(text, value.span),
    nameSpan,
    valueSpan: value.span,
    pieces: value.pieces,
  };
  return {field, value, hasEquals, end: value.span.end};
}

/** Names of fields by how they are typed: a file has few, thousands of times, and one string for each makes looking up fast. */
const fieldNames = new Map<string, string>();
const MOST_NAMES = 500;

function fieldName(typed: string): string {
  const known = fieldNames.get(typed);
  if (known !== undefined) return known;
  const name = typed.toLowerCase();
  if (fieldNames.size < MOST_NAMES) fieldNames.set(typed, name);
  return name;
}

/**
 * Where a value should have ended that has taken the closing brace of its entry for its own: before the next line that
 * looks like a field, or before that brace.
 *
 *     title = {The State,
 *     year = 2010
 *     }
 */
function swallowedCloser(text: string, {valueSpan, pieces}: ScannedField): number | undefined {
  const last = pieces.at(-1);
  if (last?.kind !== 'braced' || last.brokenAt !== undefined) return undefined;
  const fieldLine = nextFieldLine(text, last.span.start, valueSpan.end);
  if (fieldLine !== undefined) return fieldLine;
  const before = text.slice(last.span.start, valueSpan.end - 1);
  const content = before.trimEnd();
  return content.endsWith(',') && LINE_END.test(before.slice(content.length)) ? valueSpan.end - 1 : undefined;
}

/** The field without what stands at or after `before`, and without the comma and blanks that then end it. */
function cutValue(text: string, field: ScannedField, before: number): ScannedField {
  const pieces = field.pieces.filter(piece => piece.span.start < before);
  const last = pieces.at(-1);
  if (last === undefined) return field;
  let end = Math.min(before, last.span.end);
  while (end > last.span.start + 1 && isTrimmed(text[end - 1] ?? '')) end--;
  const cut = {...last, span: {start: last.span.start, end}, brokenAt: last.brokenAt ?? end};
  const valueSpan = {start: field.valueSpan.start, end};
  return {...field, raw: slice(text, valueSpan), valueSpan, pieces: [...pieces.slice(0, -1), cut]};
}

function isTrimmed(character: string): boolean {
  return character === ',' || character.trim() === '';
}

/** Where a quoted value that runs into the next field's quote shows that it was never closed: at that quote. */
function closedByNextQuote(
  text: string,
  {kind, span}: ValuePiece,
  isPercentBlank: boolean,
): number | undefined {
  if (kind !== 'quoted') return undefined;
  const after = text[skipBlank(text, span.end, isPercentBlank)];
  if (after === undefined || after === ',' || after === '}' || after === ')') return undefined;
  const tail = text.slice(Math.max(span.start, span.end - 20), span.end);
  return ENDS_IN_EQUALS.test(tail) ? span.end - 1 : undefined;
}

/** The first line between the two offsets that looks like a field; its start. */
function nextFieldLine(text: string, from: number, to: number): number | undefined {
  for (let end = lineEnd(text, from, to); end < to; end = lineEnd(text, end + 1, to)) {
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
  const end = lineEnd(text, field.valueSpan.start, field.valueSpan.end);
  return {name: field.name, span: {start: field.nameSpan.start, end}};
}

/** The entry that begins at an offset, as far as its comma; `undefined` at the end of the text. */
function openingAt(text: string, at: number): {readonly words: string; readonly span: Span} | undefined {
  OPENING_WORDS.lastIndex = at;
  const words = OPENING_WORDS.exec(text)?.[0];
  return words === undefined ? undefined : {words, span: {start: at, end: at + words.length}};
}
