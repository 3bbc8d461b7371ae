import type {Parents, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {Span} from '../text/span.ts';
import {spanOfNode} from './node-span.ts';
import type {IgnoreComment, NumberedParagraph} from './types.ts';

// <!-- opcit-ignore add-refs: the clerk asked us to leave it -->
const IGNORE = /^<!--\s*opcit-ignore\s+([a-z][a-z0-9-]*)\s*(?::([\s\S]*?))?-->/u;

/**
 * The comments that silence a finding, each with the block that follows it, or whose text it begins. A numbered paragraph
 * is meant with all that belongs to it, not the whole list that Markdown sees.
 */
export function readIgnores(
  root: Root,
  source: string,
  paragraphs: readonly NumberedParagraph[],
): readonly IgnoreComment[] {
  const ignores: IgnoreComment[] = [];
  visit(root, 'html', (node, index, parent) => {
    const span = spanOfNode(node);
    const match = IGNORE.exec(source.slice(span.start, span.end));
    if (match === null || parent === undefined || index === undefined) return;
    const covers = opensParagraph(parent, index) ? spanOfNode(parent) : blockAfter(parent, index);
    ignores.push({
      code: match[1] ?? '',
      reason: (match[2] ?? '').trim(),
      span: {start: span.start, end: span.start + match[0].length},
      covers: paragraphs.find(paragraph => isStartOf(paragraph, covers))?.span ?? covers,
    });
  });
  return ignores;
}

/** Whether a comment stands at the start of a paragraph's text: `17. <!-- … --> Remittances are …`. */
function opensParagraph(parent: Parents, index: number): boolean {
  return parent.type === 'paragraph' && parent.children.slice(0, index).every(isNoText);
}

function isNoText(node: Parents['children'][number]): boolean {
  return node.type === 'html' || (node.type === 'text' && node.value.trim() === '');
}

function isStartOf({marker, blocks}: NumberedParagraph, covers: Span | undefined): boolean {
  if (covers === undefined) return false;
  const first = blocks[0];
  return marker.start === covers.start || (first !== undefined && spanOfNode(first).start === covers.start);
}

/** The next sibling that is not itself such a comment, so that several may stand above one block. */
function blockAfter(parent: Parents, index: number): Span | undefined {
  const next = parent.children.slice(index + 1).find(({type}) => type !== 'html');
  return next === undefined ? undefined : spanOfNode(next);
}
