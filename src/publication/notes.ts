import {composeBlocks} from './blocks.ts';
import type {Composition} from './composition.ts';
import type {Block, PublishedNote} from './types.ts';

/** The notes in the order of their numbers. A note that nothing calls is not published; an empty one is a blank line. */
export function composeNotes(composition: Composition): readonly PublishedNote[] {
  return composition.notes.notes.map(({number, id, referenceId, note}) => {
    const blocks = composeBlocks(note.blocks, composition);
    return {
      number,
      id,
      referenceId,
      blocks: blocks.length > 0 ? blocks : [blankLine(note.span, composition)],
    };
  });
}

function blankLine(span: {readonly start: number; readonly end: number}, {places}: Composition): Block {
  const blank: Block = {type: 'paragraph', number: undefined, id: undefined, indent: 0, children: []};
  places.blocks.set(blank, span);
  return blank;
}
