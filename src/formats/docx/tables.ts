import {type IParagraphOptions, Paragraph, Table, TableCell, TableRow} from 'docx';
import type {BlockOf, TableCell as Cell, Inline} from '../../publication/types.ts';
import {cellText, columnWidths} from './columns.ts';
import {writeInlines} from './inlines.ts';
import {type Place, roomIn} from './place.ts';
import type {Plan} from './plan.ts';
import {STYLE} from './styles.ts';

type Align = BlockOf<'table'>['align'][number];

const LINE = {style: 'single', size: 4, color: '7F7F7F'} as const;
const HEADER_TINT = 'E7E6E6';
/** Twips between a column's edge and its words. */
const PADDING = 100;

/** A table as wide as the text. Its header is repeated on each page (`w:tblHeader`), and its rows keep together. */
export function writeTable(table: BlockOf<'table'>, place: Place, plan: Plan): Table {
  const width = roomIn(place);
  const columns = columnWidths(table, width, 2 * PADDING, plan.publication.profile.page.fontSize);
  const header =
    table.rows.length > 0 && isBlank(table.header)
      ? []
      : [writeRow(table.header, table, columns, true, place, plan)];
  const rows = table.rows.map(row => writeRow(row, table, columns, false, place, plan));
  return new Table({
    width: {size: width, type: 'dxa'},
    columnWidths: columns,
    layout: 'fixed',
    ...(place.left === 0 ? {} : {indent: {size: place.left, type: 'dxa'}}),
    borders: {top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE},
    margins: {left: PADDING, right: PADDING, marginUnitType: 'dxa'},
    tableLook: {firstRow: header.length > 0, firstColumn: false, noHBand: true, noVBand: true},
    rows: [...header, ...rows],
  });
}

function callsNote({children}: Cell): boolean {
  return children.some(inline => calls(inline));
}

function calls(inline: Inline): boolean {
  if ('children' in inline) return inline.children.some(calls);
  return inline.type === 'note-reference';
}

function isBlank(cells: readonly Cell[]): boolean {
  return cells.every(cell => cellText(cell).trim() === '');
}

function writeRow(
  cells: readonly Cell[],
  table: BlockOf<'table'>,
  columns: readonly number[],
  isHeader: boolean,
  place: Place,
  plan: Plan,
): TableRow {
  return new TableRow({
    cantSplit: true,
    // LibreOffice prints no note that is called in a row which it repeats, and a lost note is worse than a lost header.
    ...(isHeader && !cells.some(callsNote) ? {tableHeader: true} : {}),
    children: columns.map((width, column) =>
      writeCell(cells[column]?.children ?? [], width, table.align[column], isHeader, place, plan),
    ),
  });
}

function writeCell(
  children: readonly Inline[],
  width: number,
  align: Align,
  isHeader: boolean,
  place: Place,
  plan: Plan,
): TableCell {
  return new TableCell({
    width: {size: width, type: 'dxa'},
    ...(isHeader
      ? {shading: {type: 'clear', color: 'auto', fill: HEADER_TINT}, verticalAlign: 'bottom' as const}
      : {}),
    children: [
      new Paragraph({
        ...cellLook(isHeader, place),
        children: [...writeInlines(isHeader && place.isInNote ? strong(children) : children, plan, place)],
        ...(align === undefined ? {} : {alignment: align}),
      }),
    ],
  });
}

/** In a note a table is as small as the words round it. */
function cellLook(isHeader: boolean, {isInNote, styles}: Place): IParagraphOptions {
  if (!isInNote) return {style: isHeader ? STYLE.tableHeader : STYLE.tableText};
  return {style: styles.plain, ...(isHeader ? {keepNext: true} : {})};
}

function strong(children: readonly Inline[]): readonly Inline[] {
  return [{type: 'strong', children}];
}
