import type {Html, Nodes, Root, Text} from 'mdast';
import {visit} from 'unist-util-visit';
import type {Span} from '../text/span.ts';
import {inLowerCase} from '../text/words.ts';
import {spanOfNode} from './node-span.ts';
import {isNotesHeading} from './notes-heading.ts';
import type {TypedNote} from './types.ts';

// Raised digits: the end of "economy.¹", of "year²³"; not those of an isotope, "¹⁴C".
const RAISED = /[⁰¹²³⁴-⁹]{1,3}(?![⁰¹²³⁴-⁹ᵃ-ᶿⁿⁱ⁺⁻]|\p{Lu}\p{Ll}?(?!\p{L}))/gu;

// The same as Pandoc has it, "economy^1^", and after a stop as hurried typists have it, "economy.^1".
const CARET = /(?<!\\)(?:\^\d{1,3}\^|(?<=[.,;:!?”’)"'])\^\d{1,3}(?![\d^]))/gu;

// The word or number that such a mark is raised on.
const RAISED_ON = /[\p{L}\p{Nd}]{1,12}$/u;

// The same in HTML: "economy.<sup>1</sup>".
const RAISED_HTML = /^<sup>$/iu;

// "[1]", but not the "[1]" of "[1](address)" or "[1]:"; "(1)".
const BRACKET = /(?<![\\\]!^[])\[(?<label>\d{1,3})\](?![([:])/gu;
const PARENTHESIS = /(?<!\\)\((?<label>\d{1,3})\)/gu;

// The bracket that opens Pandoc's inline note, "^[Smith, A (2010)]".
const INLINE = /(?<![\\[])\^\[/gu;

/** Code units in which an inline note is closed; one without an end is none. */
const LONGEST_INLINE = 2000;

// What is measured in squares and cubes: "km²", "m³", "x²", "R²"; and "mc²", and a gas typed in haste, "CO²".
const UNIT = /(?:^|\d)(?:\p{L}|[kcmd]m|mi|ft|in|yd|inch|foot|feet|yard|mile|miles|metre|metres|mc|co)$/iu;

// A year may carry a note, "2003¹"; any other number carries an exponent, "10⁶".
const YEAR = /^(?:1[5-9]|20)\d\d$/u;

// What only notes say: a year, an address, a short form.
const SAYS_SOURCE = /\b(?:1[5-9]|20)\d\d\b|https?:|\b(?:ibid|op\.? ?cit|supra|see)\b/u;

// What stands before a number in parentheses that calls a note: a word or a stop, but none that leads into a list.
const BEFORE_CALL = /[\p{L}\p{N}.!?”’"'] ?$/u;
const LEADS_ON =
  /\b(?:and|or|are|is|to|by|of|in|on|under|with|either|both|paragraphs?|paras?|sections?|clauses?|articles?|points?|options?|recommendations?|questions?|items?|ss?|reg|no) ?$/u;

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Note numbers typed as plain text, and notes typed inside a line.
 *
 * A raised number is a note's unless it makes a square, a cube or a power. A number in brackets is a note's only where a
 * list of such notes stands under a heading of its own or at the end of the text; in parentheses, where the list also says
 * sources: "(1) … (2) …" mostly counts reasons.
 */
export function findTypedNotes(root: Root, source: string): readonly TypedNote[] {
  const raised: TypedNote[] = [];
  const bracketed: TypedNote[] = [];
  const parenthesised: TypedNote[] = [];
  const inline: TypedNote[] = [];
  visit(root, (node, index, parent) => {
    if (node.type === 'html' && index !== undefined && parent !== undefined) {
      raised.push(...raisedByHtml(node, parent.children[index + 2], source));
    }
    if (node.type !== 'text') return;
    raised.push(...raisedDigits(node, source));
    bracketed.push(...numbersIn(node, source, 'bracket', BRACKET));
    parenthesised.push(...numbersIn(node, source, 'parenthesis', PARENTHESIS));
    inline.push(...inlineNotes(node, parent, source));
  });
  const lists = findLists(root, source);
  const listed = listedNotes(root, source, lists);
  return [
    ...raised,
    ...calledBy(raised, listed, 'raised'),
    ...inline,
    ...withTexts([...bracketed, ...calledBy(bracketed, listed, 'bracket')], source, lists, () => true),
    ...withTexts([...parenthesised, ...calledBy(parenthesised, listed, 'parenthesis')], source, lists, note =>
      isParenthesisedCall(note, source),
    ),
  ].sort((one, other) => one.span.start - other.span.start);
}

function* raisedDigits(text: Text, source: string): Generator<TypedNote> {
  const {start, end} = spanOfNode(text);
  const typed = source.slice(start, end);
  for (const pattern of [RAISED, CARET]) {
    for (const match of typed.matchAll(pattern)) {
      const [mark] = match;
      const label = Array.from(mark.replaceAll('^', ''), plainDigit).join('');
      if (isMeasure(wordBefore(typed, match.index), label)) continue;
      const at = start + match.index;
      const span = {start: at, end: at + mark.length};
      yield {style: 'raised', role: roleOf(span, source), label, span};
    }
  }
}

function wordBefore(text: string, at: number): string {
  return RAISED_ON.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? '';
}

function plainDigit(digit: string): string {
  const value = DIGITS.indexOf(digit);
  return value < 0 ? digit : String(value);
}

/** `<sup>1</sup>`, three nodes side by side. */
function raisedByHtml(open: Html, close: Nodes | undefined, source: string): readonly TypedNote[] {
  if (!RAISED_HTML.test(open.value) || close?.type !== 'html') return [];
  const span = {start: spanOfNode(open).start, end: spanOfNode(close).end};
  const label = source.slice(span.start, span.end).replace(/<\/?sup>/giu, '');
  if (!/^\d{1,3}$/u.test(label) || isMeasure(wordBefore(source, span.start), label)) return [];
  return [{style: 'raised', role: roleOf(span, source), label, span}];
}

/** Whether what stands before a raised number makes it a square, a cube or a power; nobody writes the power of one. */
function isMeasure(before: string, label: string): boolean {
  if (/^\d+$/u.test(before)) return !YEAR.test(before);
  return label !== '1' && UNIT.test(before);
}

function* numbersIn(
  text: Text,
  source: string,
  style: 'bracket' | 'parenthesis',
  pattern: RegExp,
): Generator<TypedNote> {
  const {start, end} = spanOfNode(text);
  for (const match of source.slice(start, end).matchAll(pattern)) {
    const span = {start: start + match.index, end: start + match.index + match[0].length};
    yield {style, role: roleOf(span, source), label: match.groups?.['label'] ?? '', span};
  }
}

// What may stand before the number of a note's own text: the start of a line or of a quotation.
const LINE_START = /(?:^|[\r\n])[ \t>]{0,8}$/u;

/** A number at the start of a line, with words behind it, stands before a note's own text. */
function roleOf({start, end}: Span, source: string): TypedNote['role'] {
  const isFirst = LINE_START.test(source.slice(Math.max(0, start - 9), start));
  return isFirst && /^[ \t]*[^\s\])]/u.test(source.slice(end, end + 40)) ? 'text' : 'call';
}

/** `^[Smith, A (2010)]`, up to the bracket that closes it; its words may be in emphasis. */
function* inlineNotes(text: Text, parent: Nodes | undefined, source: string): Generator<TypedNote> {
  const {start, end} = spanOfNode(text);
  const limit = parent === undefined ? end : spanOfNode(parent).end;
  let done = start;
  for (const {index} of source.slice(start, end).matchAll(INLINE)) {
    const at = start + index;
    const close =
      at < done ? undefined : closingBracket(source, at + 1, Math.min(limit, at + LONGEST_INLINE));
    if (close === undefined) continue;
    done = close;
    yield {style: 'inline', role: 'call', label: '', span: {start: at, end: close}};
  }
}

function closingBracket(source: string, start: number, limit: number): number | undefined {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const character = source.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '[') depth += 1;
    else if (character === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

/** Where a list of notes may stand. */
interface Lists {
  /** From a heading such as "Notes" to the next one. */
  readonly sections: readonly Span[];
  /** The starts of all blocks of text, in order. */
  readonly starts: readonly number[];
}

function findLists(root: Root, source: string): Lists {
  const sections: {start: number; end: number}[] = [];
  const starts: number[] = [];
  visit(root, node => {
    if (node.type === 'footnoteDefinition') return 'skip';
    if (node.type === 'heading') {
      const {start} = spanOfNode(node);
      const last = sections.at(-1);
      if (last !== undefined && last.end === source.length) last.end = start;
      if (isNotesHeading(node, source)) sections.push({start, end: source.length});
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'table')
      starts.push(spanOfNode(node).start);
    return undefined;
  });
  return {sections, starts};
}

// The number of a list's item: "1.", "1)".
const ITEM_NUMBER = /(?<label>\d{1,3})[.)]/uy;

/** The items of Markdown lists under a heading such as "Notes". */
function listedNotes(root: Root, source: string, {sections}: Lists): readonly TypedNote[] {
  return root.children.flatMap(node => {
    if (node.type !== 'list' || node.ordered !== true) return [];
    const at = spanOfNode(node).start;
    if (!sections.some(({start, end}) => start < at && at < end)) return [];
    return node.children.flatMap((item): readonly TypedNote[] => {
      const {start} = spanOfNode(item);
      ITEM_NUMBER.lastIndex = start;
      const match = ITEM_NUMBER.exec(source);
      const label = match?.groups?.['label'];
      if (match === null || label === undefined) return [];
      return [{style: 'raised', role: 'text', label, span: {start, end: start + match[0].length}}];
    });
  });
}

/** Those items whose numbers are called in one style, as notes of that style. */
function calledBy(
  calls: readonly TypedNote[],
  items: readonly TypedNote[],
  style: TypedNote['style'],
): readonly TypedNote[] {
  const labels = new Set(calls.flatMap(({role, label}) => (role === 'call' ? [label] : [])));
  return items.flatMap(item => (labels.has(item.label) ? [{...item, style}] : []));
}

/** The notes of one style that stand in a list, and their calls; nothing where either is missing. */
function withTexts(
  found: readonly TypedNote[],
  source: string,
  {sections, starts}: Lists,
  isCall: (note: TypedNote) => boolean,
): readonly TypedNote[] {
  const atLineStart = found.filter(({role}) => role === 'text');
  if (atLineStart.length === 0) return [];
  const own = new Set(atLineStart.map(({span}) => span.start));
  const lastOther = starts.findLast(start => !own.has(start)) ?? -1;
  const isInSection = ({span}: TypedNote): boolean =>
    sections.some(({start, end}) => start < span.start && span.start < end);
  const texts = atLineStart.filter(note => note.span.start > lastOther || isInSection(note));
  const labels = new Set(texts.map(({label}) => label));
  const calls = found.filter(note => note.role === 'call' && labels.has(note.label) && isCall(note));
  if (calls.length === 0) return [];
  const [first] = texts;
  const isList =
    first?.style === 'bracket'
      ? texts.length > 1 || first.label === '1' || isInSection(first)
      : sayMostlySources(texts, source);
  return isList ? [...calls, ...texts] : [];
}

function sayMostlySources(texts: readonly TypedNote[], source: string): boolean {
  const saying = texts.filter(({span}) => {
    const line = /^[^\r\n]{0,400}/u.exec(source.slice(span.end, span.end + 400))?.[0] ?? '';
    return SAYS_SOURCE.test(inLowerCase(line));
  });
  return saying.length * 2 >= texts.length;
}

function isParenthesisedCall({span}: TypedNote, source: string): boolean {
  const before = source.slice(Math.max(0, span.start - 20), span.start);
  return BEFORE_CALL.test(before) && !LEADS_ON.test(inLowerCase(before));
}
