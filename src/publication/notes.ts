import {composeBlocks} from './blocks.ts';
import type {Composition} from './composition.ts';
import {isWritten, type MadeNote} from './note-numbers.ts';
import type {Block, PublishedNote} from './types.ts';
import {composeStyled} from './written.ts';

/** The notes in the order of their numbers. A note that nothing calls is not published; an empty one is a blank line. */
export function composeNotes(composition: Composition): readonly PublishedNote[] {
  return composition.notes.notes.map(({number, id, referenceId, content}) => {
    if (!isWritten(content))
      return {number, id, referenceId, blocks: [composeMadeNote(content, composition)]};
    const blocks = composeBlocks(content.blocks, composition);
    return {
      number,
      id,
      referenceId,
      blocks: blocks.length > 0 ? blocks : [blankLine(content.span, composition)],
    };
  });
}

function composeMadeNote({from, text}: MadeNote, composition: Composition): Block {
  const children = composeStyled(text, from.span, composition);
  const block: Block = {type: 'paragraph', number: undefined, id: undefined, indent: 0, children};
  composition.places.blocks.set(block, from.span);
  return block;
}

function blankLine(span: {readonly start: number; readonly end: number}, {places}: Composition): Block {
  const blank: Block = {type: 'paragraph', number: undefined, id: undefined, indent: 0, children: []};
  places.blocks.set(blank, span);
  return blank;
}
