import type {BlockOf, TableCell} from '../../publication/types.ts';
import {writeInlines} from './inlines.ts';
import type {Leaf, TableNode} from './layer/nodes.ts';
import type {Setting} from './setting.ts';
import type {StyleName} from './styles.ts';

type Alignment = BlockOf<'table'>['align'][number];

/** A table with rules between its rows; its header is repeated on every page. */
export function writeTable({indent, align, header, rows}: BlockOf<'table'>, setting: Setting): TableNode {
  const columns = Math.max(1, header.length, ...rows.map(row => row.length));
  const isHeaderEmpty = header.every(({children}) => children.length === 0);
  const cells = (row: readonly TableCell[], style: StyleName): Leaf[] =>
    Array.from({length: columns}, (_, column) => writeCell(row[column], align[column], style, setting));
  const styles: {readonly header: StyleName; readonly row: StyleName} = setting.isInNote
    ? {header: 'noteTableHeader', row: 'noteTable'}
    : {header: 'tableHeader', row: 'table'};
  return {
    table: {
      headerRows: isHeaderEmpty ? 0 : 1,
      body: [
        ...(isHeaderEmpty && rows.length > 0 ? [] : [cells(header, styles.header)]),
        ...rows.map(row => cells(row, styles.row)),
      ],
    },
    margin: [indent === 1 ? setting.metrics.textIndent : 0, 0, 0, 0],
    spaceBefore: setting.metrics.blockGap,
    spaceAfter: setting.metrics.blockGap,
  };
}

function writeCell(
  cell: TableCell | undefined,
  alignment: Alignment,
  style: StyleName,
  setting: Setting,
): Leaf {
  return {
    text: writeInlines(cell?.children ?? [], setting),
    style,
    ...(alignment === undefined ? {} : {alignment}),
  };
}
