import type {Span} from '../text/span.ts';
import type {UnreadNumber} from './types.ts';

/** A number at the start of a line that could be meant for a paragraph's. */
export interface LineNumber extends UnreadNumber {
  /** Whether it is typed as nobody types anything but a paragraph's number: `2.B`, but not `2 Members`. */
  readonly isSure: boolean;
  /** "(2)" and "[2]", which also count reasons. */
  readonly isBracketed: boolean;
}

interface Shape {
  readonly form: UnreadNumber['form'];
  readonly isSure: boolean;
  /** Whether it may stand on a line inside a paragraph, to which the author meant to give a number of its own. */
  readonly isInside: boolean;
  readonly pattern: RegExp;
}

// The groups: `marker` is what the finding marks, `number` its digits; only spaces may stand before.
const SHAPES: readonly Shape[] = [
  // "2.B", "2.“The": no space; "2.\u00A0The": one that Markdown does not know
  {
    form: 'no-space',
    isSure: true,
    isInside: true,
    pattern: /^(?<marker>(?<number>\d{1,3})[.)])(?=[\p{L}"“‘(]|[^\S \t\r\n])/u,
  },
  // "12A. The"
  {
    form: 'letter',
    isSure: true,
    isInside: true,
    pattern: /^(?<marker>(?<number>\d{1,3})[A-Za-z][.)])(?=\s)/u,
  },
  // "17 . The"
  {
    form: 'spaced',
    isSure: true,
    isInside: true,
    pattern: /^(?<marker>(?<number>\d{1,3})[ \t]{1,3}[.)])(?=\s)/u,
  },
  // "3\. The", as converters of Word files write it
  {form: 'escaped', isSure: true, isInside: false, pattern: /^(?<marker>(?<number>\d{1,3})\\[.)])(?=\s)/u},
  // "**2.** The", "**2**. The"
  {
    form: 'emphasis',
    isSure: true,
    isInside: false,
    pattern: /^(?<marker>(?:\*\*?|__?)(?<number>\d{1,3})(?:[.)](?:\*\*?|__?)|(?:\*\*?|__?)[.)]))(?=\s)/u,
  },
  // "２．The": digits or a stop of another script
  {
    form: 'digits',
    isSure: true,
    isInside: false,
    pattern: /^(?<marker>(?<number>[\d０-９]{1,3})(?:(?<=[０-９])[.)]|[．）。]))/u,
  },
  // "4: The", "4 – The", "(5) The", "[6] The", "§ 7 The", "3 The"
  {
    form: 'sign',
    isSure: false,
    isInside: false,
    pattern: /^(?<marker>\(?(?:§ ?)?\[?(?<number>\d{1,3})(?:[:\])]| ?[–—-]|))(?=[ \t]+\p{Lu})/u,
  },
];

// "1.1 The", "1.12. The"
const DECIMAL = /^(?<marker>(?<number>\d{1,2})\.(?<part>\d{1,2})\.?)(?=[ \t]+\p{Lu})/u;

/** A number of a section and a paragraph in it, "1.12", at the start of a paragraph. */
export interface DecimalNumber {
  readonly marker: Span;
  readonly section: number;
  readonly part: number;
}

export function findDecimal(source: string, {start}: Span): DecimalNumber | undefined {
  const {marker, number, part} = DECIMAL.exec(source.slice(start, start + 20))?.groups ?? {};
  if (marker === undefined) return undefined;
  return {marker: {start, end: start + marker.length}, section: Number(number), part: Number(part)};
}

// Comments before the text of a line: "<!-- check --> 3. The"
const COMMENTS = /^(?:<!--.*?-->[ \t]*){1,5}/u;

// A number as Markdown knows it, where it may stand: "3. "
const PLAIN_NUMBER = /^(?<marker>(?<number>\d{1,3})[.)])(?=[ \t])/u;

const LINE = /[^\r\n]+/gu;

/**
 * The numbers that could be meant for a paragraph's, at the starts of the lines of a paragraph.
 *
 * @param span the paragraph in `source`
 */
export function findNumbersInLines(
  source: string,
  span: Span,
  which: 'from the start' | 'behind the first line',
): readonly LineNumber[] {
  const found: LineNumber[] = [];
  for (const {0: line, index} of source.slice(span.start, span.end).matchAll(LINE)) {
    const isFirst = index === 0;
    if (isFirst && which === 'behind the first line') continue;
    const indent = line.length - line.trimStart().length;
    const number = readLine(line.slice(indent, LONGEST_START), span.start + index + indent, isFirst, source);
    if (number !== undefined) found.push(number);
  }
  return found;
}

/** How much of a line is looked at: a marker, with comments before it. */
const LONGEST_START = 1000;

function readLine(line: string, start: number, isFirst: boolean, source: string): LineNumber | undefined {
  const comments = isFirst ? (COMMENTS.exec(line)?.[0] ?? '') : '';
  if (comments !== '') return readBehindComments(line, start, comments);
  for (const {form, isSure, isInside, pattern} of SHAPES) {
    if (!isFirst && !isInside) continue;
    const {marker, number} = pattern.exec(line)?.groups ?? {};
    if (marker === undefined || number === undefined) continue;
    const typed = Number(number.normalize('NFKC'));
    const place = {start, end: start + marker.length};
    const isBracketed = /^[[(]/u.test(marker);
    return {
      form,
      isSure,
      isBracketed,
      typed,
      marker: place,
      edit: editOf(form, typed, place, {isFirst, source}),
    };
  }
  return undefined;
}

function readBehindComments(line: string, start: number, comments: string): LineNumber | undefined {
  const {marker, number} = PLAIN_NUMBER.exec(line.slice(comments.length))?.groups ?? {};
  if (marker === undefined || number === undefined) return undefined;
  const at = start + comments.length;
  const end = at + marker.length;
  return {
    form: 'behind-comment',
    isSure: true,
    isBracketed: false,
    typed: Number(number),
    marker: {start: at, end},
    edit: {span: {start, end}, insert: `${marker} ${comments.trimEnd()}`},
  };
}

/** The edit that makes it a number; none where only the author knows which. */
function editOf(
  form: UnreadNumber['form'],
  typed: number,
  {start, end}: Span,
  {isFirst, source}: {readonly isFirst: boolean; readonly source: string},
): UnreadNumber['edit'] {
  if (form === 'letter') return undefined;
  const lineEnd = isFirst ? '' : source.includes('\r\n') ? '\r\n' : '\n';
  const after = source.charAt(end);
  const isBlank = after.trim() === '';
  const span = {start, end: isBlank ? end + 1 : end};
  return {span, insert: `${lineEnd}${typed}. `};
}
