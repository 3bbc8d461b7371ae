import type {FootnoteDefinition} from 'mdast';
import type {Publication} from '../../publication/types.ts';
import {writeBlocks} from './blocks.ts';

/** The notes in the order of their numbers, which are their labels: `[^1]: …`. */
export function writeNotes({notes}: Publication): readonly FootnoteDefinition[] {
  return notes.map(({number, blocks}) => ({
    type: 'footnoteDefinition',
    identifier: `${number}`,
    label: `${number}`,
    children: writeBlocks(blocks),
  }));
}
