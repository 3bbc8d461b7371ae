import type {Severity} from '../text/diagnostic.ts';
import type {Span} from '../text/span.ts';
import type {Closer} from './scan-places.ts';

/** What is wrong with the writing of one file; a diagnostic without its code and path. */
export interface ScanFault {
  readonly span: Span;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly related: readonly {readonly span: Span; readonly message: string}[];
}

/** The entry that a fault is about, in the author's words: `@book{smith2001`. */
export interface OpeningPlace {
  readonly words: string;
  readonly span: Span;
  readonly closer: Closer;
}

/** A value with the name of its field, as far as it could be read. */
export interface ValuePlace {
  readonly name: string;
  /** From the field's name to the value's first line end. */
  readonly span: Span;
}

/** The entry never ends; `value` is the value that was left open, if that is why. */
export function unclosedEntry(
  opening: OpeningPlace,
  value: ValuePlace | undefined,
  next: {readonly words: string; readonly span: Span} | undefined,
): ScanFault {
  const found = next === undefined ? 'end of the file' : quoted(next.words);
  return {
    span: opening.span,
    severity: 'error',
    message: `Unexpected ${found} inside ${quoted(opening.words)}, expected a closing ${quoted(opening.closer)} before it`,
    help:
      value === undefined
        ? `Close the entry with ${quoted(opening.closer)}`
        : `Close the value of ${quoted(value.name)} with ${quoted('}')}`,
    related: [
      ...(value === undefined
        ? []
        : [{span: value.span, message: `the value of ${quoted(value.name)} is not closed`}]),
      ...(next === undefined ? [] : [{span: next.span, message: 'the next entry begins here'}]),
    ],
  };
}

/** A value that opens with a quote and never ends with one. */
export function unclosedQuote(value: ValuePlace): ScanFault {
  return error(
    value.span,
    `Unexpected end of the value of ${quoted(value.name)}, expected ${quoted('"')} to close it`,
    `Close the value with ${quoted('"')}, or set it in braces`,
  );
}

/** A field that follows a value with no comma between. */
export function missingComma(span: Span, words: string, before: string): ScanFault {
  return error(
    span,
    `Unexpected ${quoted(words)} after the value of ${quoted(before)}, expected a comma`,
    `Write a comma after the value of ${quoted(before)}`,
  );
}

/** A key that is followed by something other than a comma. */
export function missingCommaAfterKey(span: Span, words: string, key: string): ScanFault {
  return error(
    span,
    `Unexpected ${quoted(words)} after the key ${quoted(key)}, expected a comma`,
    `Write a comma after ${quoted(key)}`,
  );
}

/** An entry without a key. Nothing is lost by it but the name, so it is a warning. */
export function missingKey(opening: OpeningPlace, found: string): ScanFault {
  return {
    ...error(
      opening.span,
      `Unexpected ${quoted(found)} after ${quoted(opening.words)}, expected a key`,
      `Give the entry a key and a comma, as in ${quoted(`${opening.words}smith2001,`)}`,
    ),
    severity: 'warning',
  };
}

/** A key of several words. */
export function spaceInKey(span: Span, key: string): ScanFault {
  return error(
    span,
    `Unexpected space in the key ${quoted(key)}, expected one word`,
    'Join the words of the key',
  );
}

/** A field's name with its value, but without the sign between. */
export function missingEquals(span: Span, name: string): ScanFault {
  return error(
    span,
    `Unexpected value after ${quoted(name)}, expected ${quoted('=')}`,
    `Write ${quoted('=')} between ${quoted(name)} and its value`,
  );
}

/** A field without a value. */
export function missingValue(span: Span, name: string): ScanFault {
  return error(
    span,
    `Unexpected end of ${quoted(name)}, expected a value after ${quoted('=')}`,
    'Write the value in braces, or remove the field',
  );
}

/** Something in an entry that is no field. */
export function strayWords(span: Span, words: string, opening: OpeningPlace): ScanFault {
  return error(
    span,
    `Unexpected ${quoted(words)} in ${quoted(opening.words)}, expected a field such as ${quoted('title = {…}')}`,
    'Set the value that it belongs to in braces, or remove it',
  );
}

/** A brace that would end the entry while fields still follow. */
export function strayBrace(span: Span, before: string): ScanFault {
  return error(
    span,
    `Unexpected ${quoted('}')} before the field ${quoted(before)}, expected a comma`,
    `Remove the ${quoted('}')}, or open the one that it closes`,
  );
}

/** `@book{…)` or `@book(…}`. */
export function wrongCloser(span: Span, found: string, opening: OpeningPlace): ScanFault {
  return error(
    span,
    `Unexpected ${quoted(found)} at the end of ${quoted(opening.words)}, expected ${quoted(opening.closer)}`,
    `Close the entry with ${quoted(opening.closer)}`,
  );
}

/** `@book smith2001,` */
export function missingOpening(span: Span, type: string): ScanFault {
  return error(
    span,
    `Unexpected ${quoted(`@${type}`)} without a brace, expected ${quoted(`@${type}{`)}`,
    `Write ${quoted('{')} after ${quoted(`@${type}`)}`,
  );
}

// The most of an author's words that a message repeats.
const MOST_WORDS = 60;

/** The author's words in backticks, on one line, cut when they are long. */
export function quoted(words: string): string {
  const line = words
    .slice(0, 4 * MOST_WORDS)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length > MOST_WORDS ? `\`${line.slice(0, MOST_WORDS - 1)}…\`` : `\`${line}\``;
}

function error(span: Span, message: string, help: string): ScanFault {
  return {span, severity: 'error', message, help, related: []};
}
