import {Paragraph, Table, TextRun} from 'docx';
import {leadsTo} from '../../publication/leads.ts';
import type {Block, BlockOf} from '../../publication/types.ts';
import {BOX_PADDING, frameBox, writeBoxHeading} from './boxes.ts';
import {writeFigure} from './figures.ts';
import {writeInlines} from './inlines.ts';
import {itemNumbering} from './numbering.ts';
import {
  bookmarked,
  indentOptions,
  spaceAfterTable,
  writeGap,
  writeItem,
  writeParagraph,
  writeStyled,
} from './paragraphs.ts';
import {cellPlace, indentedPlace, itemPlace, type Place, quotePlace} from './place.ts';
import type {Plan} from './plan.ts';
import {MONOSPACED, STYLE} from './styles.ts';
import {writeTable} from './tables.ts';
import {linesOf} from './text.ts';

/** What may stand in a body, a cell or a note: `w:p` and `w:tbl`. */
export type WordBlock = Paragraph | Table;

/** Blocks one after another. Two tables never touch, and what follows a table stands apart from it. */
export function writeBlocks(blocks: readonly Block[], place: Place, plan: Plan): readonly WordBlock[] {
  const written: WordBlock[] = [];
  for (const [index, block] of blocks.entries()) {
    const followsTable = index === 0 ? place.followsTable : written.at(-1) instanceof Table;
    const here = index === 0 ? place : {...place, item: undefined, lead: []};
    const isLead = leadsTo(block, blocks[index + 1]);
    written.push(...writeBlock(block, {...here, followsTable, isLead}, plan));
  }
  return written;
}

/** A cell, a note and a body end with a paragraph. */
export function endWithParagraph(blocks: readonly WordBlock[]): readonly WordBlock[] {
  return blocks.at(-1) instanceof Paragraph ? blocks : [...blocks, writeGap()];
}

function writeBlock(block: Block, place: Place, plan: Plan): readonly WordBlock[] {
  if (block.type === 'paragraph') return [writeParagraph(block, place, plan)];
  if (place.item !== undefined) {
    const sign = writeItem(place.item, [], place);
    return [sign, ...writeBlock(block, {...place, item: undefined, followsTable: false}, plan)];
  }
  if (place.lead.length > 0 && block.type !== 'quotation') {
    const mark = new Paragraph({style: place.styles.plain, children: place.lead});
    return [mark, ...writeBlock(block, {...place, lead: [], followsTable: false}, plan)];
  }
  switch (block.type) {
    case 'heading':
      return [writeHeading(block, place, plan)];
    case 'list':
      return writeList(block, indentedPlace(place, block.indent, plan), plan);
    case 'quotation':
      return writeBlocks(block.blocks, quotePlace(indentedPlace(place, block.indent, plan)), plan);
    case 'box':
      return apart(place, writeBox(block, place, plan));
    case 'table':
      return apart(place, writeTable(block, indentedPlace(place, block.indent, plan), plan));
    case 'figure':
      return [writeFigure(block, indentedPlace(place, block.indent, plan), plan)];
    case 'code':
      return [writeCode(block, indentedPlace(place, block.indent, plan))];
    case 'divider':
      return [new Paragraph({style: STYLE.divider})];
  }
}

function writeHeading(heading: BlockOf<'heading'>, place: Place, plan: Plan): Paragraph {
  return new Paragraph({
    style: STYLE.heading(heading.level - plan.headingShift),
    children: bookmarked(heading.id, writeInlines(heading.children, plan, place), plan),
  });
}

function writeList(list: BlockOf<'list'>, place: Place, plan: Plan): readonly WordBlock[] {
  const item = itemNumbering(plan.orderedLists.get(list), place.depth);
  const written: WordBlock[] = [];
  for (const {blocks} of list.items) {
    const followsTable = written.length === 0 ? place.followsTable : written.at(-1) instanceof Table;
    const here = itemPlace({...place, followsTable}, item);
    if (blocks.length === 0) written.push(writeItem(item, [], here));
    else written.push(...writeBlocks(blocks, here, plan));
  }
  return written;
}

function writeBox(box: BlockOf<'box'>, place: Place, plan: Plan): Table {
  const inside = cellPlace(place, BOX_PADDING);
  const heading = writeBoxHeading(box, inside, plan);
  const content = [...writeBlocks(box.blocks, inside, plan)];
  const followsTable = content.at(-1) instanceof Table;
  if (box.source !== undefined) {
    content.push(writeStyled(box.source, STYLE.sourceLine, {...inside, followsTable}, plan));
  }
  return frameBox(heading, endWithParagraph(content), place);
}

function apart(place: Place, table: Table): readonly WordBlock[] {
  return place.followsTable ? [writeGap(), table] : [table];
}

/** One paragraph, its lines ended by `w:br`, so that the shading behind it is one. */
function writeCode(code: BlockOf<'code'>, place: Place): Paragraph {
  const {left, right, isInNote} = place;
  // In a note code is as small as the words round it.
  const look = isInNote ? {font: MONOSPACED, noProof: true} : {};
  return new Paragraph({
    style: isInNote ? place.styles.plain : STYLE.codeBlock,
    children: linesOf(code.text).map(
      (text, index) => new TextRun({...look, text, ...(index === 0 ? {} : {break: 1})}),
    ),
    ...indentOptions({left, right, hanging: 0}, {left: 0, right: 0, hanging: 0}),
    ...spaceAfterTable(place),
  });
}
