import type {Paragraph, Root} from 'mdast';
import type {Publication} from '../../publication/types.ts';
import {writeBody} from './blocks.ts';
import {writeOpenFindings} from './findings.ts';
import {writeFrontMatter} from './front-matter.ts';
import {writeNotes} from './notes.ts';

/**
 * A publication as a tree of Markdown: what it says of itself, its title, the mark of a draft, its text, its notes, and
 * the open findings of a draft.
 */
export function writeDocument(publication: Publication): Root {
  const {title, draft, blocks} = publication;
  return {
    type: 'root',
    children: [
      writeFrontMatter(publication),
      {type: 'heading', depth: 1, children: [{type: 'text', value: title}]},
      ...(draft === undefined ? [] : [writeDraftMark(draft.mark)]),
      ...writeBody(blocks),
      ...writeNotes(publication),
      ...writeOpenFindings(publication),
    ],
  };
}

function writeDraftMark(mark: string): Paragraph {
  return {type: 'paragraph', children: [{type: 'strong', children: [{type: 'text', value: mark}]}]};
}
