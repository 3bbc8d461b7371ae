import type {FootnoteDefinition, Nodes, Parents, Root, RootContent} from 'mdast';
import {SKIP, visit} from 'unist-util-visit';
import {splitComments} from './html.ts';

/** Visits every node that reaches the publication, the text from top to bottom; an unused note is passed over. */
export function visitPublished(
  root: Root,
  isPublishedNote: (definition: FootnoteDefinition) => boolean,
  see: (node: Nodes, parent: Parents | undefined) => void,
): void {
  visit(root, (node, _, parent) => {
    if (node.type === 'footnoteDefinition' && !isPublishedNote(node)) return SKIP;
    see(node, parent);
    return undefined;
  });
}

/** False for what no reader sees where it stands: front matter, definitions, comments. */
export function isShown(node: RootContent): boolean {
  switch (node.type) {
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
      return false;
    case 'html':
      return splitComments(node.value).some(({start, end}) => node.value.slice(start, end).trim() !== '');
    default:
      return true;
  }
}
