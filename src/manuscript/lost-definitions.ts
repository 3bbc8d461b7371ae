import type {Definition} from 'mdast';
import {visit} from 'unist-util-visit';
import {overlaps, type Span} from '../text/span.ts';
import {spanOfNode} from './node-span.ts';
import type {Manuscript} from './types.ts';

/** A link definition, `[see]: http://example.org (a title)`, that no reader of the files ever sees. */
export interface LostDefinition {
  /** `unused`: no link calls it. `repeated`: an earlier one has its label. `no-address`: it holds words, `[1]: Smith (2010)`. */
  readonly fault: 'unused' | 'repeated' | 'no-address';
  readonly label: string;
  readonly span: Span;
}

// What an address has, or a file, or a heading: "https://…", "figure.png", "#about-us", "mailto:x@example.org".
const ADDRESS = /[/.:#@]/u;

// A comment as some authors write it: "[//]: # (to be checked)".
const COMMENT_URL = '#';

/** Every definition of a link whose words are not printed anywhere, in the order of the text. */
export function findLostDefinitions({root, typedNotes}: Manuscript): readonly LostDefinition[] {
  const called = new Set<string>();
  const definitions: Definition[] = [];
  visit(root, node => {
    if (node.type === 'linkReference' || node.type === 'imageReference') called.add(node.identifier);
    if (node.type === 'definition') definitions.push(node);
  });
  const seen = new Set<string>();
  return definitions.flatMap((definition): readonly LostDefinition[] => {
    const {identifier, label, url} = definition;
    const span = spanOfNode(definition);
    const isRepeated = seen.has(identifier);
    seen.add(identifier);
    if (url === COMMENT_URL || typedNotes.some(note => overlaps(note.span, span))) return [];
    const named = {label: label ?? identifier, span};
    if (!called.has(identifier)) return [{fault: 'unused', ...named}];
    if (isRepeated) return [{fault: 'repeated', ...named}];
    return ADDRESS.test(url) ? [] : [{fault: 'no-address', ...named}];
  });
}
