import {type Paragraph, TextRun} from 'docx';
import type {Publication} from '../../publication/types.ts';
import {endWithParagraph, writeBlocks} from './blocks.ts';
import {notePlace} from './place.ts';
import type {Plan} from './plan.ts';
import {walkBlocks, walkInlines} from './walk.ts';

/** The notes by the ids that `w:footnoteReference` names, which are their numbers. docx puts the mark before each. */
export function writeNotes(plan: Plan): Record<string, {readonly children: readonly Paragraph[]}> {
  return Object.fromEntries(
    plan.publication.notes.map(note => {
      // Word, too, puts a space between the mark and the words.
      const place = notePlace(plan, [new TextRun(' ')]);
      const blocks = endWithParagraph(writeBlocks(note.blocks, place, plan));
      // docx asks for paragraphs only; a note may hold tables as well (17.11.10), and docx writes what it is given.
      return [`${note.number}`, {children: blocks as readonly Paragraph[]}];
    }),
  );
}

/** Word has no notes inside notes: a line for each call that can only be shown as a number. */
export function nestedNotes(publication: Publication): readonly string[] {
  return publication.notes.flatMap(note =>
    [...walkBlocks(note.blocks)]
      .flatMap(block => [...walkInlines(block)])
      .flatMap(inline =>
        inline.type === 'note-reference' && inline.isFirst
          ? [`Note ${inline.number} is called first inside note ${note.number}, where Word has no notes`]
          : [],
      ),
  );
}
