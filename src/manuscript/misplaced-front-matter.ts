import type {Root} from 'mdast';
import type {Diagnostic} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import {spanOfNode} from './node-span.ts';

// The first key behind an opening fence: "title: Migration", "date:".
const FIRST_KEY = /^\s*([a-z]{2,20}):(?:\s|$)/u;

/**
 * Front matter that does not begin the file, but stands behind an empty line, a space, a comment or a title: Markdown
 * makes a line and a heading of it, and title and date would be missing without a word.
 *
 * @param root of a text without front matter
 * @param keys the keys that front matter may have; only one of them right behind a rule `---` speaks of it
 * @returns the finding, at the line that opens it
 */
export function findMisplacedFrontMatter(
  root: Root,
  {text, path}: SourceText,
  keys: readonly string[],
): Diagnostic | undefined {
  for (const [index, node] of root.children.entries()) {
    const next = root.children[index + 1];
    if (node.type !== 'thematicBreak' || next === undefined) continue;
    if (next.position?.start.line !== (node.position?.end.line ?? 0) + 1) continue;
    const {start, end} = spanOfNode(next);
    const key = FIRST_KEY.exec(text.slice(start, end))?.[1];
    if (key === undefined || !keys.includes(key)) continue;
    return {
      code: 'front-matter-syntax',
      severity: 'error',
      path,
      span: spanOfNode(node),
      message: `Unexpected front matter on line ${node.position?.start.line ?? 1}, expected \`---\` alone on the first line`,
      help: 'Move it to the very beginning of the file, between two lines of three hyphens; until then it is text.',
    };
  }
  return undefined;
}
