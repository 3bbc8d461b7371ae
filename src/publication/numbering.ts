import type {ListItem, Paragraph, RootContent} from 'mdast';
import {spanOfNode} from '../manuscript/node-span.ts';
import {numberParagraphs} from '../manuscript/paragraphs-numbered.ts';
import type {Box, Manuscript} from '../manuscript/types.ts';
import {allocateIds} from './ids.ts';

/** A container of Markdown, `:::name{…}` … `:::`. */
export type ContainerDirective = Extract<RootContent, {readonly type: 'containerDirective'}>;

export interface NumberedPart {
  readonly number: number;
  readonly id: string;
}

export interface IdentifiedBox {
  readonly box: Box;
  readonly id: string;
}

/** The numbers and ids of paragraphs and boxes, by the nodes that they are made of. */
export interface Numbering {
  readonly paragraphs: ReadonlyMap<ListItem | Paragraph, NumberedPart>;
  readonly boxes: ReadonlyMap<ContainerDirective, IdentifiedBox>;
}

/** Gives each numbered paragraph and each box an id of its own. Numbers are those of the text, faults and all. */
export function numberParts(manuscript: Manuscript): Numbering {
  return {paragraphs: identifyParagraphs(manuscript), boxes: identifyBoxes(manuscript)};
}

function identifyParagraphs(manuscript: Manuscript): Numbering['paragraphs'] {
  const allocate = allocateIds();
  const parts = new Map<ListItem | Paragraph, NumberedPart>();
  for (const [node, number] of numberParagraphs(manuscript)) {
    parts.set(node, {number, id: allocate(`para-${number}`)});
  }
  return parts;
}

function identifyBoxes({root, boxes}: Manuscript): Numbering['boxes'] {
  const byStart = new Map(boxes.filter(({form}) => form === 'directive').map(box => [box.span.start, box]));
  const allocate = allocateIds();
  const identified = new Map<ContainerDirective, IdentifiedBox>();
  for (const node of root.children) {
    if (node.type !== 'containerDirective') continue;
    const box = byStart.get(spanOfNode(node).start);
    if (box === undefined) continue;
    identified.set(node, {
      box,
      id: allocate(box.typed === undefined ? 'box-unnumbered' : `box-${box.typed}`),
    });
  }
  return identified;
}
