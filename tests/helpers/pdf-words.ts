import type {Block, Inline, Publication} from '../../src/publication/types.ts';
import type {ReadPdf} from './pdf-reader.ts';

// "evidence" in "evidence17": a note's mark is read as part of the word before it, so figures are no part of one here
const WORD = /[\p{L}\p{M}]+/gu;

/** How often each word of a publication's text and notes should be printed, whatever the pages look like. */
export function wordsOf({blocks, notes}: Publication): ReadonlyMap<string, number> {
  const texts = [...blocks, ...notes.flatMap(note => note.blocks)].flatMap(textsOf);
  return count(texts.join(' '));
}

/** How often each word is printed. */
export function wordsIn({pages}: ReadPdf): ReadonlyMap<string, number> {
  return count(pages.map(({text}) => text).join(' '));
}

function count(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [inlineText(block.children)];
    case 'box':
      return [
        inlineText(block.title),
        ...block.blocks.flatMap(textsOf),
        ...(block.source ? textsOf(block.source) : []),
      ];
    case 'list':
      return block.items.flatMap(item => item.blocks.flatMap(textsOf));
    case 'quotation':
      return block.blocks.flatMap(textsOf);
    case 'table':
      return [block.header, ...block.rows].flat().map(cell => inlineText(cell.children));
    case 'code':
      return [block.text];
    default:
      return [];
  }
}

/** A note's mark is no word of the text, and parts the words on either side of it. */
function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map(inline => {
      if (inline.type === 'note-reference' || inline.type === 'line-break') return ' ';
      return 'children' in inline ? inlineText(inline.children) : inline.value;
    })
    .join('');
}
