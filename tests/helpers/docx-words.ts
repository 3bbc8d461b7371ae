import type {Block, Inline, Publication} from '../../src/publication/types.ts';

/** What a reader of the file is to find at one place: the words, and the number shown before them, if any. */
export interface ExpectedLine {
  readonly number: string | undefined;
  readonly text: string;
}

/** Each paragraph of a publication's blocks in reading order, those of boxes and tables too; not code or lists' signs. */
export function expectedLines(blocks: readonly Block[]): readonly ExpectedLine[] {
  return blocks.flatMap(block => {
    switch (block.type) {
      case 'paragraph':
        return [
          {number: block.number === undefined ? undefined : `${block.number}.`, text: words(block.children)},
        ];
      case 'heading':
        return [{number: undefined, text: words(block.children)}];
      case 'box':
        return [
          {number: undefined, text: `${block.label}. ${words(block.title)}`},
          ...expectedLines(block.blocks),
          ...expectedLines(block.source === undefined ? [] : [block.source]),
        ];
      case 'list':
        return block.items.flatMap(item => expectedLines(item.blocks));
      case 'quotation':
        return expectedLines(block.blocks);
      case 'table':
        return [block.header, ...block.rows]
          .flat()
          .map(cell => ({number: undefined, text: words(cell.children)}));
      default:
        return [];
    }
  });
}

/** The numbers of the paragraphs of a publication, as they are to show. */
export function expectedNumbers(publication: Publication): readonly string[] {
  return expectedLines(publication.blocks).flatMap(line => line.number ?? []);
}

/** The words of inlines; the first call of a note reads `[^5]`, a later one as its number. */
export function words(inlines: readonly Inline[]): string {
  return inlines
    .map((inline, index) => {
      if ('children' in inline) return words(inline.children);
      if (inline.type === 'line-break') return '\n';
      if (inline.type !== 'note-reference') return inline.value.replaceAll('\n', ' ');
      const before = inlines[index - 1]?.type === 'note-reference' ? ',' : '';
      return before + (inline.isFirst ? `[^${inline.number}]` : `${inline.number}`);
    })
    .join('');
}
