import type {Parents, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {Span} from '../text/span.ts';
import {spanOfNode} from './node-span.ts';
import type {IgnoreComment, NumberedParagraph} from './types.ts';

// What speaks to opcit: "<!-- opcit-ignore add-refs: the clerk asked us to leave it -->", "<!-- opcit-ignore-next … -->".
const COMMENT = /<!--\s*(opcit[-_]?(?:ignore|disable)[a-z_-]*)((?:(?!-->)[\s\S])*)-->/giu;

// What stands between a code and its reason: a colon.
const COLON = ':';

// What parts codes, "add-refs, note-empty"; a code of two words stands out from a reason, "add-refs note-empty".
const NEXT_CODE = /^(?:\s*[,;+&/]|\s+[a-z]+(?:-[a-z]+)+\s*$)/u;

const WORD = 'opcit-ignore';

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
    if (parent === undefined || index === undefined) return;
    const span = spanOfNode(node);
    for (const match of source.slice(span.start, span.end).matchAll(COMMENT)) {
      const start = span.start + match.index;
      const covers = opensParagraph(parent, index) ? spanOfNode(parent) : blockAfter(parent, index);
      ignores.push({
        ...readWords(match[1] ?? '', match[2] ?? ''),
        span: {start, end: start + match[0].length},
        covers: paragraphs.find(paragraph => isStartOf(paragraph, covers))?.span ?? covers,
      });
    }
  });
  return ignores;
}

/**
 * @param word `opcit-ignore`, or what the author took for it
 * @param rest what follows up to the end of the comment
 */
function readWords(word: string, rest: string): Pick<IgnoreComment, 'word' | 'code' | 'reason' | 'fault'> {
  const colon = rest.indexOf(COLON);
  const head = colon < 0 ? rest : rest.slice(0, colon);
  const reason = colon < 0 ? '' : rest.slice(colon + COLON.length).trim();
  const code = /^[^\s,;+&/]+/u.exec(head.trimStart())?.[0] ?? '';
  const behind = head.trimStart().slice(code.length);
  return {word, code, reason, fault: faultOf(word, code, behind)};
}

function faultOf(word: string, code: string, behind: string): IgnoreComment['fault'] {
  if (word !== WORD) return 'other-word';
  if (code === '') return 'no-code';
  if (NEXT_CODE.test(behind)) return 'several-codes';
  return behind.trim() === '' ? undefined : 'no-colon';
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
