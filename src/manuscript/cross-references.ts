import type {Nodes, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {holderFinder, type Span} from '../text/span.ts';
import {inLowerCase} from '../text/words.ts';
import {spanOfNode} from './node-span.ts';
import {hasCueAfter, isOwnNote, isOwnNoteInNote, type Surroundings} from './own-note.ts';
import {plainTextOf} from './plain-text.ts';
import type {Box, CrossReference, CrossReferenceNumber, Note, PassagePlace, PlainText} from './types.ts';

// "box 3", "Boxes 2 and 3", "paragraph 12", "paras 4–7", "note 3", "n 12": a word for a part, then its numbers.
const REFERENCE =
  /(?<![\p{L}\p{N}])(?<word>box(?:es)?|paragraphs?|paras?\.?|footnotes?|notes?|nn?\.?)\s{1,3}(?<numbers>\d{1,4}(?:\s{0,3}(?:,|&|and|or|to|–|—|-)\s{0,3}\d{1,4}){0,20})(?![\p{L}\p{N}]|[.,:]\d)/gu;

// What joins two ends of a range, against the members of a list.
const RANGE = /^\s*(?:to|–|—|-)\s*$/u;

// "of the White Paper", "in the Act": the part belongs to another document.
const OF_ANOTHER =
  /^[\])]?,?\s+(?:of|in|to|from)\s+(?:(?:the|this|that|its|their|his|her|our|an?)\s+)?(?!(?:this|our)\s+(?:evidence|submission|memorandum|paper|note))\p{L}/u;

interface Parts {
  readonly notes: readonly Note[];
  readonly boxes: readonly Box[];
}

/**
 * Typed references to the document's own boxes, paragraphs and notes.
 *
 * In a note or a source line "para 12" and "box 3" are mostly places in the work cited; there they count only with
 * "above" or "below" after them, or "see" before them at the start.
 */
export function readCrossReferences(
  root: Root,
  source: string,
  {notes, boxes}: Parts,
): readonly CrossReference[] {
  const found: CrossReference[] = [];
  const holders = {noteAround: holderFinder(notes), boxAround: holderFinder(boxes)};
  const openings = new Set(boxes.filter(({form}) => form === 'typed').map(({opening}) => opening.start));
  visit(root, node => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    if (openings.has(spanOfNode(node).start)) return;
    const text = plainTextOf(node, source);
    const place = placeOf(node, holders);
    found.push(...findReferences(text, place.in, place.isSourceText));
  });
  return found.sort((one, other) => one.span.start - other.span.start);
}

function findReferences(
  text: PlainText,
  place: PassagePlace,
  isSourceText: boolean,
): readonly CrossReference[] {
  const found: CrossReference[] = [];
  const lower = inLowerCase(text.value);
  let foundTo: number | undefined;
  for (const match of lower.matchAll(REFERENCE)) {
    const word = match.groups?.['word'] ?? '';
    const numbers = match.groups?.['numbers'] ?? '';
    const kind = kindOf(word);
    const start = match.index;
    const end = start + match[0].length;
    const around = {
      word,
      before: lower.slice(0, start),
      after: lower.slice(end),
      sinceReference: foundTo === undefined ? undefined : lower.slice(foundTo, start),
    };
    if (OF_ANOTHER.test(around.after)) continue;
    if (!isOwnPart(kind, around, isSourceText)) continue;
    foundTo = end;
    const parts = readNumbers(numbers, end - numbers.length, text);
    // A number that Markdown cuts in two, "1*2*", is none that an edit could follow.
    if (parts.some(({digits, span}) => span.end - span.start !== digits)) continue;
    found.push({
      kind,
      numbers: parts.map(({value, span}) => ({value, span})),
      isRange: RANGE.test(numbers.replace(/^\d+|\d+$/gu, '')),
      span: text.spanOf(start, end),
      text: text.value.slice(start, end),
      in: place,
    });
  }
  return found;
}

interface TypedNumber extends CrossReferenceNumber {
  readonly digits: number;
}

function readNumbers(numbers: string, offset: number, text: PlainText): readonly TypedNumber[] {
  return [...numbers.matchAll(/\d+/gu)].map(({0: digits, index}) => ({
    value: Number(digits),
    digits: digits.length,
    span: text.spanOf(offset + index, offset + index + digits.length),
  }));
}

function isOwnPart(kind: CrossReference['kind'], around: Surroundings, isSourceText: boolean): boolean {
  if (hasCueAfter(around)) return true;
  if (kind === 'note') return isSourceText ? isOwnNoteInNote(around) : isOwnNote(around);
  if (isSourceText) return /^\s*see(?: also)?\s*$/u.test(around.before);
  return true;
}

function kindOf(word: string): CrossReference['kind'] {
  const first = word.charAt(0);
  return first === 'b' ? 'box' : first === 'p' ? 'paragraph' : 'note';
}

interface Holders {
  noteAround(span: Span): Note | undefined;
  boxAround(span: Span): Box | undefined;
}

/** Where a paragraph stands, and whether it is a note or a source line, in which works have their own boxes. */
function placeOf(
  node: Nodes,
  {noteAround, boxAround}: Holders,
): {readonly in: PassagePlace; readonly isSourceText: boolean} {
  const span = spanOfNode(node);
  const note = noteAround(span);
  if (note !== undefined) {
    return {in: {kind: 'note', label: note.label, number: note.number ?? 0}, isSourceText: true};
  }
  const box = boxAround(span);
  if (box !== undefined) {
    return {in: {kind: 'box', number: box.typed ?? box.expected}, isSourceText: box.sourceLine === node};
  }
  return {in: {kind: 'text'}, isSourceText: false};
}
