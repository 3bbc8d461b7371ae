import type {Block, BlockOf, Inline, TableCell} from './types.ts';

/** A part of a publication that holds inlines: of a box, its title. */
export type RunOwner = BlockOf<'heading'> | BlockOf<'paragraph'> | BlockOf<'box'> | TableCell;

/** The inlines of one owner, which a reader reads in one go. */
export interface Run {
  readonly owner: RunOwner;
  readonly children: readonly Inline[];
}

/** Every run of inlines in the order in which it is read. */
export function runsOf(blocks: readonly Block[]): readonly Run[] {
  return blocks.flatMap(runsOfBlock);
}

function runsOfBlock(block: Block): readonly Run[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [{owner: block, children: block.children}];
    case 'box':
      return [
        {owner: block, children: block.title},
        ...runsOf(block.blocks),
        ...(block.source === undefined ? [] : runsOfBlock(block.source)),
      ];
    case 'list':
      return block.items.flatMap(item => runsOf(item.blocks));
    case 'quotation':
      return runsOf(block.blocks);
    case 'table':
      return [block.header, ...block.rows].flatMap(cells =>
        cells.map(cell => ({owner: cell, children: cell.children})),
      );
    case 'figure':
    case 'code':
    case 'divider':
      return [];
  }
}

/** The same blocks with the inlines of every run changed. */
export function mapRuns(blocks: readonly Block[], change: (run: Run) => readonly Inline[]): readonly Block[] {
  return blocks.map(block => mapBlock(block, change));
}

function mapBlock(block: Block, change: (run: Run) => readonly Inline[]): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return {...block, children: change({owner: block, children: block.children})};
    case 'box':
      return {
        ...block,
        title: change({owner: block, children: block.title}),
        blocks: mapRuns(block.blocks, change),
        source:
          block.source === undefined
            ? undefined
            : {...block.source, children: change({owner: block.source, children: block.source.children})},
      };
    case 'list':
      return {...block, items: block.items.map(item => ({blocks: mapRuns(item.blocks, change)}))};
    case 'quotation':
      return {...block, blocks: mapRuns(block.blocks, change)};
    case 'table': {
      const mapCells = (cells: readonly TableCell[]): readonly TableCell[] =>
        cells.map(cell => ({children: change({owner: cell, children: cell.children})}));
      return {...block, header: mapCells(block.header), rows: block.rows.map(mapCells)};
    }
    case 'figure':
    case 'code':
    case 'divider':
      return block;
  }
}
