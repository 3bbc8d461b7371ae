import type {Heading, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {plainTextOf} from '../manuscript/plain-text.ts';
import type {Manuscript} from '../manuscript/types.ts';
import {isShown} from './published.ts';

/** The title of a document, and the heading that says the same and is therefore not printed again. */
export interface Title {
  readonly text: string;
  readonly heading: Heading | undefined;
}

// White space of any length, line ends included.
const WHITE_SPACE = /\s+/gu;

// A file's name in its path, without the extension: "manuscript/evidence.md".
const FILE_NAME = /([^/]+?)(?:\.[^./]*)?$/u;

/**
 * The title from the front matter; without one the first heading of level 1; without that the file's name. A heading
 * of level 1 that opens the document and says the same is the title typed twice.
 */
export function readTitle({root, source, frontMatter}: Manuscript): Title {
  const first = root.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  const heading = first === undefined ? '' : collapse(plainTextOf(first, source.text).value);
  const text = [frontMatter.title, heading, FILE_NAME.exec(source.path)?.[1]].find(Boolean) ?? source.path;
  const isRepeated = first !== undefined && heading === collapse(text) && opens(root, first);
  return {text, heading: isRepeated && !callsNote(first) ? first : undefined};
}

function collapse(text: string): string {
  return text.replace(WHITE_SPACE, ' ').trim();
}

function opens(root: Root, heading: Heading): boolean {
  return root.children.find(isShown) === heading;
}

/** A note called in the title needs a place for its mark, so that such a heading stays. */
function callsNote(heading: Heading): boolean {
  let calls = false;
  visit(heading, 'footnoteReference', () => {
    calls = true;
  });
  return calls;
}
