import type {PublishedNote} from '../../publication/types.ts';
import {writeBlocks} from './blocks.ts';
import {linkTo} from './inlines.ts';
import {hangBeside} from './labels.ts';
import type {Stack} from './layer/nodes.ts';
import {narrowed, type Setting} from './setting.ts';
import {COLOURS, NOTE_SIZE} from './styles.ts';

/** Every note by its number: the number hangs beside its first line and leads back to the reference. */
export function writeNotes(notes: readonly PublishedNote[], setting: Setting): ReadonlyMap<number, Stack> {
  const {size, noteIndent, itemGap} = setting.metrics;
  const small: Setting = {
    ...narrowed(setting, noteIndent),
    isInNote: true,
    metrics: {...setting.metrics, paragraphGap: itemGap, blockGap: size * 0.6, textIndent: noteIndent},
  };
  return new Map(notes.map(note => [note.number, writeNote(note, small)]));
}

function writeNote({number, id, referenceId, blocks}: PublishedNote, setting: Setting): Stack {
  const {noteIndent} = setting.metrics;
  const label = {
    text: [
      {
        text: String(number),
        font: 'Serif',
        fontSize: setting.metrics.size * NOTE_SIZE,
        bold: false,
        anchor: id,
        ...linkTo(referenceId, setting, COLOURS.link),
      },
    ],
    hang: noteIndent,
  };
  return {
    stack: hangBeside(writeBlocks(blocks, setting), label),
    style: 'note',
    margin: [noteIndent, 0, 0, 0],
  };
}
