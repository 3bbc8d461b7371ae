import type {ListItem, Paragraph, RootContent} from 'mdast';
import {isImagesOnly} from '../manuscript/images.ts';
import {spanOfNode} from '../manuscript/node-span.ts';
import type {Box, Manuscript} from '../manuscript/types.ts';
import {contains} from '../text/span.ts';
import {allocateIds} from './ids.ts';
import {isShown} from './published.ts';

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

/**
 * Numbers the paragraphs and boxes. Typed numbers are printed as the author typed them, faults and all: those are the
 * linter's business. Under `paragraphs: automatic` every paragraph of the body counts, whether a number was typed or
 * not; headings, boxes, bullets and quotations do not.
 */
export function numberParts(manuscript: Manuscript): Numbering {
  return {paragraphs: numberParagraphs(manuscript), boxes: identifyBoxes(manuscript)};
}

function numberParagraphs({root, frontMatter, paragraphs, boxes}: Manuscript): Numbering['paragraphs'] {
  const isAutomatic = frontMatter.paragraphs === 'automatic';
  const typed = new Map(paragraphs.map(paragraph => [paragraph.marker.start, paragraph.typed]));
  const allocate = allocateIds();
  const numbers = new Map<ListItem | Paragraph, NumberedPart>();
  const give = (node: ListItem | Paragraph, typedNumber: number): void => {
    const number = isAutomatic ? numbers.size + 1 : typedNumber;
    numbers.set(node, {number, id: allocate(`para-${number}`)});
  };
  for (const node of root.children) {
    if (node.type === 'list' && node.ordered) {
      for (const item of node.children) {
        const number = typed.get(spanOfNode(item).start);
        if (number !== undefined) give(item, number);
      }
    }
    if (isAutomatic && node.type === 'paragraph' && isBodyParagraph(node, boxes)) give(node, 0);
  }
  return numbers;
}

function isBodyParagraph(node: Paragraph, boxes: readonly Box[]): boolean {
  return !isInTypedBox(node, boxes) && !isImagesOnly(node) && node.children.some(isShown);
}

/** A box typed as plain paragraphs stays plain paragraphs, which belong to no numbered one. */
export function isInTypedBox(node: RootContent, boxes: readonly Box[]): boolean {
  return boxes.some(box => box.form === 'typed' && contains(box.span, spanOfNode(node)));
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
