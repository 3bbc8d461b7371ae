import type {Nodes, Paragraph, Root} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import {inLowerCase} from '../text/words.ts';
import {withoutLatex} from './latex-remains.ts';
import {spanOfNode} from './node-span.ts';
import {plainTextOf} from './plain-text.ts';
import type {Box, Note, NoteReference, Passage} from './types.ts';

// What a cite or a promise in running text begins with or holds: "[see @smith2001]", "@smith2001", "(ref needed)",
// "\\todo{cite}", "Prices rose. Add refs", "TBC".
const MAY_CITE =
  /[@[(\\]|\?\?|\b(?:refs?|references?|cit(?:e|es|ations?)|sources?|details?|tb[acd]|todo|fixme|x{2,6})\b/u;

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
  const passages: Passage[] = [];
  // "See [^3]" in a note sends the reader to note 3, where its label is its number.
  const isNumber = (identifier: string): boolean =>
    byIdentifier.get(identifier)?.number === Number(identifier);
  const byIdentifier = new Map(
    notes.filter(note => note.duplicateOf === undefined).map(note => [note.identifier, note]),
  );
  for (const reference of noteReferences) {
    const note = byIdentifier.get(reference.identifier);
    if (!reference.isFirst || note?.number === undefined) continue;
    const place = {kind: 'note', label: note.label, number: note.number} as const;
    // A note that only another note calls is met after all the others.
    const metAt = reference.insideNote === undefined ? reference.span.start : source.length;
    for (const paragraph of note.blocks.flatMap(block => paragraphsIn(block))) {
      passages.push({in: place, metAt, text: withoutLatex(plainTextOf(paragraph, source, isNumber))});
    }
  }
  for (const {typed, expected, sourceLine} of boxes) {
    if (sourceLine === undefined) continue;
    const place = {kind: 'box', number: typed ?? expected} as const;
    passages.push({
      in: place,
      metAt: spanOfNode(sourceLine).start,
      text: withoutLatex(plainTextOf(sourceLine, source)),
    });
  }
  const sourceLines = new Set<Nodes>(boxes.flatMap(({sourceLine}) => sourceLine ?? []));
  visit(root, node => {
    if (node.type === 'footnoteDefinition') return SKIP;
    if (node.type !== 'paragraph' && node.type !== 'tableCell') return undefined;
    if (sourceLines.has(node)) return undefined;
    const text = withoutLatex(plainTextOf(node, source));
    // In a cell only keys are cites; what else stands there in brackets is a unit or a remark.
    if (node.type === 'tableCell' && !text.value.includes('@')) return undefined;
    if (MAY_CITE.test(inLowerCase(text.value)))
      passages.push({in: {kind: 'text'}, metAt: spanOfNode(node).start, text});
    return undefined;
  });
  return passages.sort((one, other) => one.metAt - other.metAt);
}

function paragraphsIn(node: Nodes): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  visit(node, 'paragraph', paragraph => {
    paragraphs.push(paragraph);
  });
  return paragraphs;
}
