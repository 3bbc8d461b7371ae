import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {spanOfNode} from './node-span.ts';
import {plainTextOf} from './plain-text.ts';
import type {HeadingPlace} from './types.ts';

/** Every heading in the order of the text. */
export function readHeadings(root: Root, source: string): readonly HeadingPlace[] {
  const headings: HeadingPlace[] = [];
  visit(root, 'heading', node => {
    headings.push({level: node.depth, text: plainTextOf(node, source).value, span: spanOfNode(node)});
  });
  return headings;
}
