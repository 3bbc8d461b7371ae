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
/** Twips above the content, also where it goes on to another page. */
const BELOW_HEADING = 60;

/** A grey that still shows as a line in black and white, and a tint that leaves black print easy to read. */
const FRAME = {style: 'single', size: 6, color: '7F7F7F'} as const;
const TINT = 'F2F2F2';
const NO_LINE = {style: 'nil'} as const;

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

/**
 * A table of one column, `w:tbl`: the heading in a row that is kept with the next, the content in one that may break
 * across pages. In one cell with the content the heading could be left alone at the foot of a page.
 */
export function frameBox(
  heading: readonly Paragraph[],
  content: readonly (Paragraph | Table)[],
  place: Place,
): Table {
  const width = roomIn(place);
  const hasHeading = heading.length > 0;
  return new Table({
    width: {size: width, type: 'dxa'},
    columnWidths: [width],
    layout: 'fixed',
    ...(place.left === 0 ? {} : {indent: {size: place.left, type: 'dxa'}}),
    borders: {top: FRAME, bottom: FRAME, left: FRAME, right: FRAME, insideHorizontal: NO_LINE},
    margins: {left: BOX_PADDING, right: BOX_PADDING, marginUnitType: 'dxa'},
    rows: [
      ...(hasHeading ? [writeRow(heading, width, {top: BOX_HEADROOM, bottom: 0}, true)] : []),
      writeRow(content, width, {top: hasHeading ? BELOW_HEADING : BOX_HEADROOM, bottom: BOX_HEADROOM}, false),
    ],
  });
}

function writeRow(
  children: readonly (Paragraph | Table)[],
  width: number,
  {top, bottom}: {readonly top: number; readonly bottom: number},
  cantSplit: boolean,
): TableRow {
  return new TableRow({
    cantSplit,
    children: [
      new TableCell({
        width: {size: width, type: 'dxa'},
        margins: {top, bottom, left: BOX_PADDING, right: BOX_PADDING, marginUnitType: 'dxa'},
        shading: {type: 'clear', color: 'auto', fill: TINT},
        children,
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
