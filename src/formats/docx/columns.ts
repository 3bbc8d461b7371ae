import type {BlockOf, Inline, TableCell} from '../../publication/types.ts';
import {TWIPS_PER_POINT} from './page.ts';

/** The mean width of a letter by the size of the type, and that of a word's letters, bold ones too. */
const LETTER_WIDTH = 0.5;
const WORD_WIDTH = 0.65;

// "Sub-Saharan Africa": where a line may break
const BREAK = /\s+/u;

/** How wide a column has to be for its longest word, and would like to be for its longest cell. */
interface Wish {
  readonly least: number;
  readonly natural: number;
}

/**
 * The width of each column, together exactly `width`: no word is broken if there is room, and what is left goes to the
 * columns that still lack room for their longest cell.
 *
 * @param width twips
 * @param padding twips that each column loses to its two edges
 * @param fontSize points
 */
export function columnWidths(
  table: BlockOf<'table'>,
  width: number,
  padding: number,
  fontSize: number,
): readonly number[] {
  const wishes = columnWishes(table, padding, fontSize * TWIPS_PER_POINT);
  const least = sum(wishes.map(wish => wish.least));
  if (least >= width)
    return share(
      wishes.map(wish => wish.least),
      width,
    );
  const more = wishes.map(wish => wish.natural - wish.least);
  const room = width - least;
  const wanted = sum(more);
  if (wanted <= room)
    return share(
      wishes.map(wish => wish.natural),
      width,
    );
  return share(
    wishes.map((wish, column) => wish.least + ((more[column] ?? 0) / wanted) * room),
    width,
  );
}

/** The words of a cell, with the numbers of its notes. */
export function cellText(cell: TableCell | undefined): string {
  return textOf(cell?.children ?? []);
}

function columnWishes(table: BlockOf<'table'>, padding: number, letter: number): readonly Wish[] {
  const rows = [table.header, ...table.rows];
  const count = rows.reduce((most, row) => Math.max(most, row.length), Math.max(1, table.align.length));
  return Array.from({length: count}, (_, column) => {
    const texts = rows.map(row => cellText(row[column]));
    const longestWord = longest(texts.flatMap(text => text.split(BREAK)));
    const least = padding + longestWord * letter * WORD_WIDTH;
    return {least, natural: Math.max(least, padding + longest(texts) * letter * LETTER_WIDTH)};
  });
}

/** Twips in whole numbers that stand to each other as `parts` do. */
function share(parts: readonly number[], width: number): readonly number[] {
  const total = sum(parts);
  let before = 0;
  let edge = 0;
  return parts.map(part => {
    before += part;
    const start = edge;
    edge = Math.round((before / total) * width);
    return edge - start;
  });
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map(inline => {
      if ('children' in inline) return textOf(inline.children);
      if (inline.type === 'note-reference') return `${inline.number}`;
      return 'value' in inline ? inline.value : ' ';
    })
    .join('');
}
