import type {Nodes, Paragraph, Root} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import {spanOfNode} from './node-span.ts';
import {plainTextOf} from './plain-text.ts';
import type {Box, Note, NoteReference, Passage} from './types.ts';

// What a cite or a promise in running text begins with: "[see @smith2001]", "@smith2001", "(ref needed)", "\\todo{cite}".
const MAY_CITE = /[@[(\\]/u;

interface Parts {
  readonly notes: readonly Note[];
  readonly noteReferences: readonly NoteReference[];
  readonly boxes: readonly Box[];
}

/**
 * The texts in which cites may stand, in the order in which a reader meets them: a note where it is first called, a
 * box's source line and a paragraph of running text where they stand. A note that nothing calls is never met.
 */
export function readPassages(
  root: Root,
  source: string,
  {notes, noteReferences, boxes}: Parts,
): readonly Passage[] {
  const met: {readonly order: number; readonly passages: readonly Passage[]}[] = [];
  const byIdentifier = new Map(
    notes.filter(note => note.duplicateOf === undefined).map(note => [note.identifier, note]),
  );
  for (const reference of noteReferences) {
    const note = byIdentifier.get(reference.identifier);
    if (!reference.isFirst || note?.number === undefined) continue;
    const place = {kind: 'note', label: note.label, number: note.number} as const;
    const paragraphs = note.blocks.flatMap(block => paragraphsIn(block));
    met.push({
      order: reference.insideNote === undefined ? reference.span.start : Number.MAX_SAFE_INTEGER,
      passages: paragraphs.map(node => ({in: place, text: plainTextOf(node, source)})),
    });
  }
  for (const {typed, expected, sourceLine} of boxes) {
    if (sourceLine === undefined) continue;
    met.push({
      order: spanOfNode(sourceLine).start,
      passages: [{in: {kind: 'box', number: typed ?? expected}, text: plainTextOf(sourceLine, source)}],
    });
  }
  visit(root, node => {
    if (node.type === 'footnoteDefinition') return SKIP;
    if (node.type !== 'paragraph' || boxes.some(({sourceLine}) => sourceLine === node)) return undefined;
    const text = plainTextOf(node, source);
    if (!MAY_CITE.test(text.value)) return undefined;
    met.push({order: spanOfNode(node).start, passages: [{in: {kind: 'text'}, text}]});
    return undefined;
  });
  return met.sort((one, other) => one.order - other.order).flatMap(({passages}) => passages);
}

function paragraphsIn(node: Nodes): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  visit(node, 'paragraph', paragraph => {
    paragraphs.push(paragraph);
  });
  return paragraphs;
}
