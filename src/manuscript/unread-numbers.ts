import type {Root, RootContent} from 'mdast';
import {contains, type Span} from '../text/span.ts';
import {findDecimal, findNumbersInLines, type LineNumber} from './line-numbers.ts';
import {spanOfNode} from './node-span.ts';
import type {Box, NumberedParagraph, UnreadNumber} from './types.ts';

interface Parts {
  readonly paragraphs: readonly NumberedParagraph[];
  readonly boxes: readonly Box[];
  /** Where notes were typed as text, "[1] Smith, …": those are no paragraphs. */
  readonly typedNotes: readonly Span[];
}

/**
 * Numbers that an author typed before a paragraph and Markdown reads as text: `2.B`, `17 .`, `12A.`, `18)` beside `17.`.
 *
 * Many a line begins with a number that is none of a paragraph ("4.5 per cent", "2003 was"). So it counts only where the
 * run has a gap for it: it follows the number before it, and no paragraph has it.
 */
export function readUnreadNumbers(root: Root, source: string, parts: Parts): readonly UnreadNumber[] {
  const numbered = parts.paragraphs.map(({typed, marker}) => ({typed, marker}));
  const candidates = findCandidates(root, source, parts);
  const inRun = fitToRun(candidates, numbered);
  return [
    ...inRun,
    ...otherSigns(source, parts.paragraphs),
    ...listsThatGoOn(root, source, parts.paragraphs),
    ...(numbered.length === 0 ? decimals(root, source) : []),
  ].sort((one, other) => one.marker.start - other.marker.start);
}

function findCandidates(
  root: Root,
  source: string,
  {paragraphs, boxes, typedNotes}: Parts,
): readonly LineNumber[] {
  const isElsewhere = (node: RootContent): boolean => boxes.some(box => contains(box.span, spanOfNode(node)));
  const found: LineNumber[] = [];
  for (const node of root.children) {
    if (node.type === 'paragraph' && !isElsewhere(node)) {
      found.push(...findNumbersInLines(source, spanOfNode(node), 'from the start'));
    }
  }
  for (const {blocks} of paragraphs) {
    const first = blocks[0];
    if (first?.type === 'paragraph')
      found.push(...findNumbersInLines(source, spanOfNode(first), 'behind the first line'));
  }
  return found
    .filter(({marker}) => !typedNotes.some(note => contains(note, marker)))
    .sort((one, other) => one.marker.start - other.marker.start);
}

interface Numbered {
  readonly typed: number;
  readonly marker: Span;
}

function fitToRun(candidates: readonly LineNumber[], numbered: readonly Numbered[]): readonly UnreadNumber[] {
  const taken = new Set(numbered.map(({typed}) => typed));
  const run: (Numbered | LineNumber)[] = [...numbered, ...candidates].sort(
    (one, other) => one.marker.start - other.marker.start,
  );
  const accepted: UnreadNumber[] = [];
  let before = 0;
  let rejected: LineNumber | undefined;
  run.forEach((one, index) => {
    if (!('form' in one)) {
      before = one.typed;
      rejected = undefined;
      return;
    }
    const next = run[index + 1]?.typed;
    const isDue = one.typed === before + 1 || (one.form === 'letter' && one.typed === before);
    const isFree = one.form === 'letter' || !taken.has(one.typed);
    const isOfOwnList = rejected?.form === one.form && rejected.typed === one.typed - 1;
    const isSure = one.isSure || next === one.typed + 1 || accepted.at(-1) === run[index - 1];
    // In a text without numbered paragraphs "(1) … (2) …" counts reasons.
    const isList = numbered.length === 0 && one.isBracketed;
    if (isDue && isFree && isSure && !isOfOwnList && !isList) {
      accepted.push(one);
      before = one.typed;
      rejected = undefined;
    } else rejected = one;
  });
  return accepted;
}

/** In a text without whole numbers: the first of three paragraphs or more numbered by sections, 1.1, 1.2, 2.1. */
function decimals(root: Root, source: string): readonly UnreadNumber[] {
  const found = root.children.flatMap(node =>
    node.type === 'paragraph' ? (findDecimal(source, spanOfNode(node)) ?? []) : [],
  );
  const follows = found.filter(({section, part}, index) => {
    const before = found[index - 1];
    if (before === undefined) return part === 1;
    return (
      (section === before.section && part === before.part + 1) ||
      (section === before.section + 1 && part === 1)
    );
  });
  const [first] = found;
  if (first === undefined || follows.length < 3 || follows.length < found.length) return [];
  return [{typed: first.section, marker: first.marker, form: 'decimal', edit: undefined}];
}

/** Paragraphs whose number has another sign than most: `18)` among `17.` and `19.` */
function otherSigns(source: string, paragraphs: readonly NumberedParagraph[]): readonly UnreadNumber[] {
  const sign = (marker: Span): string => source.charAt(marker.end - 1);
  const stops = paragraphs.filter(({marker}) => sign(marker) === '.').length;
  const usual = stops * 2 >= paragraphs.length ? '.' : ')';
  return paragraphs.flatMap(({typed, marker}) =>
    sign(marker) === usual
      ? []
      : [{typed, marker, form: 'other-sign' as const, edit: {span: marker, insert: `${typed}${usual}`}}],
  );
}

/** The place of a list's first number, if it is typed there in plain digits. */
function markerOf(number: number, start: number, source: string): Span | undefined {
  const end = start + String(number).length + 1;
  return source.slice(start, end - 1) === String(number) ? {start, end} : undefined;
}

/**
 * A list that belongs to a numbered paragraph and begins with the number that is due and that no paragraph has: its
 * number is indented too far, or has the other sign with no paragraph behind it that counts it.
 */
function listsThatGoOn(
  root: Root,
  source: string,
  paragraphs: readonly NumberedParagraph[],
): readonly UnreadNumber[] {
  const taken = new Set(paragraphs.map(({typed}) => typed));
  const top = new Set<RootContent>(root.children);
  return paragraphs.flatMap(({typed, marker: own, blocks}) =>
    blocks.flatMap((block): readonly UnreadNumber[] => {
      if (block.type !== 'list' || block.start !== typed + 1 || block.start < 2) return [];
      const marker = markerOf(block.start, spanOfNode(block).start, source);
      if (marker === undefined || taken.has(block.start)) return [];
      if (!top.has(block)) return [{typed: block.start, marker, form: 'indented', edit: undefined}];
      const edit = {span: marker, insert: `${block.start}${source.charAt(own.end - 1)}`};
      return [{typed: block.start, marker, form: 'other-sign', edit}];
    }),
  );
}
