import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  TableRow,
} from 'mdast';
import type {Block, BlockOf, TableCell} from '../../publication/types.ts';
import {writeBoxOpening} from './boxes.ts';
import {altText} from './figures.ts';
import {writeInlines} from './inlines.ts';

/** What may stand in the text, in a box, a quotation, an item or a note. */
export type FlowContent = BlockContent | DefinitionContent;

/** What stands behind the number of an item. */
type Delimiter = '.' | ')';

type BlockWriters = {
  readonly [Type in Block['type']]: (block: BlockOf<Type>, delimiter: Delimiter) => FlowContent[];
};

const WRITERS: BlockWriters = {
  heading: ({level, children}) => [{type: 'heading', depth: level, children: writeInlines(children)}],
  paragraph: ({children}) => writeParagraph(writeInlines(children)),
  box: writeBox,
  list: writeList,
  quotation: ({blocks}) => [{type: 'blockquote', children: writeBlocks(blocks)}],
  table: writeTable,
  figure: figure => writeParagraph([{type: 'text', value: altText(figure)}]),
  code: ({text}) => [{type: 'code', value: text}],
  divider: () => [{type: 'thematicBreak'}],
};

/** The text from top to bottom. */
export function writeBody(blocks: readonly Block[]): readonly RootContent[] {
  // At the margin a number with a full stop is a numbered paragraph; any other numbered list has brackets there, by
  // which whoever reads the file as a manuscript tells them apart.
  return writeFlow(blocks, ')');
}

/** Blocks inside a box, a quotation, an item or a note. */
export function writeBlocks(blocks: readonly Block[]): FlowContent[] {
  return writeFlow(blocks, '.');
}

/**
 * Blocks one after another. Numbered paragraphs are the items of a list whose markers are their numbers; what stands
 * under one and is aligned with its text goes into its item.
 */
function writeFlow(blocks: readonly Block[], delimiter: Delimiter): FlowContent[] {
  const written: FlowContent[] = [];
  let list: List | undefined;
  let item: ListItem | undefined;
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.number !== undefined) {
      if (list === undefined) {
        list = {type: 'list', ordered: true, spread: true, children: []};
        written.push(list);
      }
      item = markItem(`${block.number}.`, writeBlock(block, delimiter), true);
      list.children.push(item);
      continue;
    }
    if (item !== undefined && belongsIn(item, block)) {
      item.children.push(...writeBlock(block, '.'));
      continue;
    }
    list = undefined;
    item = undefined;
    written.push(...writeBlock(block, delimiter));
  }
  return written;
}

/** A number without words would take a paragraph for them, so that one stays outside, where it belongs to it as well. */
function belongsIn(item: ListItem, block: Block): boolean {
  if (!('indent' in block) || block.indent === 0) return false;
  return item.children.length > 0 || block.type !== 'paragraph';
}

function writeBlock<Type extends Block['type']>(block: BlockOf<Type>, delimiter: Delimiter): FlowContent[] {
  const write: BlockWriters[Type] = WRITERS[block.type as Type];
  return write(block, delimiter);
}

/** Markdown has no empty paragraphs. */
function writeParagraph(children: PhrasingContent[]): FlowContent[] {
  return children.length === 0 ? [] : [{type: 'paragraph', children}];
}

function writeBox(box: BlockOf<'box'>): FlowContent[] {
  const {label, attributes} = writeBoxOpening(box);
  const source = box.source === undefined ? [] : writeParagraph(writeInlines(box.source.children));
  const children = [...label, ...writeBlocks(box.blocks), ...source];
  return [{type: 'containerDirective', name: 'box', attributes, children}];
}

/** Tight where nothing but lists stands under an item's words: a tight list can hold no second paragraph. */
function writeList({ordered, start, items}: BlockOf<'list'>, delimiter: Delimiter): FlowContent[] {
  const spread = items.some(({blocks}) => blocks.slice(1).some(block => !mayFollowWords(block)));
  const children = items.map(({blocks}, index) => {
    const content = writeBlocks(blocks);
    const marker = ordered ? `${start + index}${delimiter}` : undefined;
    return markItem(marker, content, spread);
  });
  return [{type: 'list', ordered, start, spread, children}];
}

/** Whether a block needs no empty line between it and the words above: of numbered lists only one that begins with 1. */
function mayFollowWords(block: Block | undefined): boolean {
  if (block?.type !== 'list' || (block.ordered && block.start !== 1)) return false;
  const first = block.items[0]?.blocks[0];
  return first !== undefined && (first.type !== 'list' || mayFollowWords(first));
}

function markItem(marker: string | undefined, children: FlowContent[], spread: boolean): ListItem {
  return {type: 'listItem', spread, children, ...(marker === undefined ? {} : {data: {marker}})};
}

function writeTable({align, header, rows}: BlockOf<'table'>): FlowContent[] {
  return [
    {
      type: 'table',
      align: align.map(side => side ?? null),
      children: [header, ...rows].map(writeRow),
    },
  ];
}

function writeRow(cells: readonly TableCell[]): TableRow {
  return {
    type: 'tableRow',
    children: cells.map(({children}) => ({type: 'tableCell', children: writeInlines(children)})),
  };
}
