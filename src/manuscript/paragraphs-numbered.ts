import type {ListItem, Paragraph, PhrasingContent, RootContent} from 'mdast';
import {contains} from '../text/span.ts';
import {isImagesOnly} from './images.ts';
import {spanOfNode} from './node-span.ts';
import type {Box, Manuscript} from './types.ts';

/**
 * The number that each paragraph is printed with, by the node that it is made of, in the order of the text; the linter and
 * the publication count with it alike.
 *
 * Typed numbers are kept as the author typed them, faults and all. Under `paragraphs: automatic` every paragraph of the
 * body counts, whether a number was typed or not; headings, boxes, bullets and quotations do not.
 */
export function numberParagraphs({
  root,
  frontMatter,
  paragraphs,
  boxes,
}: Manuscript): ReadonlyMap<ListItem | Paragraph, number> {
  const isAutomatic = frontMatter.paragraphs === 'automatic';
  const typed = new Map(paragraphs.map(paragraph => [paragraph.marker.start, paragraph.typed]));
  const numbers = new Map<ListItem | Paragraph, number>();
  for (const node of root.children) {
    if (node.type === 'list' && node.ordered) {
      for (const item of node.children) {
        const number = typed.get(spanOfNode(item).start);
        if (number !== undefined) numbers.set(item, isAutomatic ? numbers.size + 1 : number);
      }
    }
    if (isAutomatic && node.type === 'paragraph' && isBodyParagraph(node, boxes)) {
      numbers.set(node, numbers.size + 1);
    }
  }
  return numbers;
}

/** A box typed as plain paragraphs stays plain paragraphs, which belong to no numbered one. */
export function isInTypedBox(node: RootContent, boxes: readonly Box[]): boolean {
  return boxes.some(box => box.form === 'typed' && contains(box.span, spanOfNode(node)));
}

function isBodyParagraph(node: Paragraph, boxes: readonly Box[]): boolean {
  return !isInTypedBox(node, boxes) && !isImagesOnly(node) && node.children.some(isSeen);
}

// "<!-- a comment -->"; one that is never closed is text
const COMMENT = /<!--[\s\S]*?-->/gu;

function isSeen(node: PhrasingContent): boolean {
  return node.type !== 'html' || node.value.replace(COMMENT, '').trim() !== '';
}
