import type {BlockOf, Inline, TableCell} from '../../publication/types.ts';
import {TWIPS_PER_POINT} from './page.ts';

/** The mean width of a letter by the size of the type, and those of the letters of one word, bold ones too. */
const LETTER_WIDTH = 0.5;
const WORD_WIDTH = 0.65;
const CAPITAL_WIDTH = 0.8;

// "MIG": letters that are wider than others
const CAPITAL = /[\p{Lu}mw@%]/gu;

// "Sub-Saharan Africa": where a line may break
const BREAK = /\s+/u;

/** How wide a column has to be for its longest word, and would like to be for its longest cell. */
interface Wish {
  readonly least: number;
  readonly natural: number;
}

/**
 * The width of each column, together exactly `width`. A column whose cells fit on one line within its even share gets
 * that much, so that short words and figures are not broken for the sake of long texts; the others share the rest, each
 * at least as wide as its longest word. A word too long for that, such as an address, is broken where it stands.
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
  const natural = wishes.map(wish => wish.natural);
  if (sum(natural) <= width) return share(natural, width);
  const least = wishes.map(wish => wish.least);
  const modest = withinEvenShare(natural, width);
  const lowest = wishes.map((wish, column) => (modest.has(column) ? wish.natural : wish.least));
  if (sum(lowest) <= width) return share(fillUp(lowest, natural, width), width);
  if (sum(least) <= width) return share(fillUp(least, natural, width), width);

  const small = withinEvenShare(lowest, width);
  const room = width - sum(lowest.filter((_, column) => small.has(column)));
  const even = room / (lowest.length - small.size);
  return share(
    lowest.map((each, column) => (small.has(column) ? each : even)),
    width,
  );
}

/** The columns that can have all they ask for when every other one is given the same; at least one asks for more. */
function withinEvenShare(wanted: readonly number[], width: number): ReadonlySet<number> {
  const settled = new Set<number>();
  for (let before = -1; before < settled.size; ) {
    before = settled.size;
    const room = width - sum(wanted.filter((_, column) => settled.has(column)));
    const even = room / (wanted.length - settled.size);
    for (const [column, each] of wanted.entries()) if (each <= even) settled.add(column);
  }
  return settled;
}

/** What is left of `width` goes to the columns that lack room for their longest cell, by what they lack. */
function fillUp(lowest: readonly number[], natural: readonly number[], width: number): readonly number[] {
  const lacking = natural.map((each, column) => each - (lowest[column] ?? 0));
  const part = (width - sum(lowest)) / sum(lacking);
  return lowest.map((each, column) => each + part * (lacking[column] ?? 0));
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
    const longestWord = texts
      .flatMap(text => text.split(BREAK))
      .reduce((most, word) => Math.max(most, widthOfWord(word)), 1);
    const least = padding + longestWord * letter;
    return {least, natural: Math.max(least, padding + longest(texts) * letter * LETTER_WIDTH)};
  });
}

/** By the size of the type. */
function widthOfWord(word: string): number {
  const capitals = word.match(CAPITAL)?.length ?? 0;
  return capitals * CAPITAL_WIDTH + (word.length - capitals) * WORD_WIDTH;
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
