import type {Block, BlockOf, Inline} from '../../publication/types.ts';

/** The blocks of a publication in reading order, each before those inside it. A box's source line comes last in it. */
export function* walkBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    yield* walkBlocks(blocksInside(block));
  }
}

/** The inlines that a block holds itself, in reading order, each before those inside it; not those of blocks inside it. */
export function* walkInlines(block: Block): Generator<Inline> {
  yield* descend(inlinesInside(block));
}

function blocksInside(block: Block): readonly Block[] {
  switch (block.type) {
    case 'box':
      return block.source === undefined ? block.blocks : [...block.blocks, block.source];
    case 'list':
      return block.items.flatMap(item => item.blocks);
    case 'quotation':
      return block.blocks;
    default:
      return [];
  }
}

function inlinesInside(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.children;
    case 'box':
      return block.title;
    case 'table':
      return tableInlines(block);
    default:
      return [];
  }
}

function tableInlines(table: BlockOf<'table'>): readonly Inline[] {
  return [table.header, ...table.rows].flat().flatMap(cell => cell.children);
}

function* descend(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* descend(inline.children);
  }
}
