import type {Block, BlockOf, Publication} from '../../publication/types.ts';

/** A figure in words, as opcit prints an image that it cannot show: `[The valley after the flood]`. */
export function altText({alt}: BlockOf<'figure'>): string {
  return `[${alt.trim() === '' ? 'figure' : alt}]`;
}

/** A line for the person who builds when pictures had to be left out: one file of text cannot hold them. */
export function countFigures({blocks, notes}: Publication): readonly string[] {
  const count = figuresIn([...blocks, ...notes.flatMap(note => note.blocks)]);
  if (count === 0) return [];
  return [count === 1 ? '1 figure is given in words only' : `${count} figures are given in words only`];
}

function figuresIn(blocks: readonly Block[]): number {
  return blocks.reduce((count, block) => count + (block.type === 'figure' ? 1 : figuresIn(inside(block))), 0);
}

function inside(block: Block): readonly Block[] {
  if (block.type === 'list') return block.items.flatMap(({blocks}) => blocks);
  return block.type === 'box' || block.type === 'quotation' ? block.blocks : [];
}
