import {Bookmark, Paragraph, type ParagraphChild, Table, TableCell, TableRow, TextRun} from 'docx';
import type {BlockOf} from '../../publication/types.ts';
import {complexField} from './fields.ts';
import {writeInlines} from './inlines.ts';
import {bookmarked} from './paragraphs.ts';
import {type Place, roomIn} from './place.ts';
import type {Plan} from './plan.ts';
import {STYLE} from './styles.ts';
import {runningText} from './text.ts';

/** Twips between a box's frame and its words, left and right; and above and below. */
export const BOX_PADDING = 170;
const BOX_HEADROOM = 110;

/** A grey that still shows as a line in black and white, and a tint that leaves black print easy to read. */
const FRAME = {style: 'single', size: 6, color: '7F7F7F'} as const;
const TINT = 'F2F2F2';

/**
 * "Box 3. The title": the number is a sequence field with a bookmark of its own, for references to it. The words are
 * plain runs, bold by their style alone: Word copies direct formatting into references.
 */
export function writeBoxHeading(box: BlockOf<'box'>, place: Place, plan: Plan): readonly Paragraph[] {
  const label = writeLabel(box, plan);
  const title = writeInlines(box.title, plan, place);
  if (label.length === 0 && title.length === 0) return [];
  const between = label.length > 0 && title.length > 0 ? [new TextRun('. ')] : [];
  const children = bookmarked(box.id, [...label, ...between, ...title], plan);
  return [new Paragraph({style: STYLE.boxHeading, children})];
}

/** A table of one cell that may break across pages: `w:tbl`. */
export function frameBox(children: readonly (Paragraph | Table)[], place: Place): Table {
  const width = roomIn(place);
  return new Table({
    width: {size: width, type: 'dxa'},
    columnWidths: [width],
    layout: 'fixed',
    ...(place.left === 0 ? {} : {indent: {size: place.left, type: 'dxa'}}),
    borders: {top: FRAME, bottom: FRAME, left: FRAME, right: FRAME},
    margins: {
      top: BOX_HEADROOM,
      bottom: BOX_HEADROOM,
      left: BOX_PADDING,
      right: BOX_PADDING,
      marginUnitType: 'dxa',
    },
    rows: [
      new TableRow({
        cantSplit: false,
        children: [
          new TableCell({
            width: {size: width, type: 'dxa'},
            shading: {type: 'clear', color: 'auto', fill: TINT},
            children,
          }),
        ],
      }),
    ],
  });
}

function writeLabel(box: BlockOf<'box'>, plan: Plan): readonly ParagraphChild[] {
  const label = runningText(box.label);
  if (label === '') return [];
  const number = box.number === undefined ? '' : `${box.number}`;
  const start = label.lastIndexOf(number);
  const bookmark = plan.numberBookmarks.get(box.id);
  if (number === '' || start === -1 || bookmark === undefined) return [new TextRun(label)];
  const restart = plan.restartedBoxes.has(box) ? ` \\r ${number}` : '';
  return [
    ...plainRun(label.slice(0, start)),
    new Bookmark({id: bookmark, children: [...complexField(`SEQ Box \\* ARABIC${restart}`, number, {})]}),
    ...plainRun(label.slice(start + number.length)),
  ];
}

function plainRun(text: string): readonly TextRun[] {
  return text === '' ? [] : [new TextRun(text)];
}
