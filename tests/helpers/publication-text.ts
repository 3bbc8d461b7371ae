import type {Block, Inline, Publication} from '../../src/publication/types.ts';

/**
 * A publication as text that a person can read and a test can compare: one line a paragraph, what belongs to a
 * numbered paragraph behind a bar, links and marks in brackets.
 *
 *     4. Many go.{^1} See box {box-2}2{/}.
 *     | ⟦add refs⟧(1 add-refs)
 */
export function publicationText({blocks, notes}: Publication): string {
  return [
    ...blocks.flatMap(linesOf),
    ...notes.map(note => `^${note.number} ${note.blocks.flatMap(linesOf).join(' ¶ ')}`),
  ].join('\n');
}

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${inlineText(block.children)} {${block.id}}`];
    case 'paragraph': {
      const number = block.number === undefined ? '' : `${block.number}. `;
      const id = block.id === undefined || block.id === `para-${block.number}` ? '' : ` {${block.id}}`;
      return indented(block.indent, [`${number}${inlineText(block.children)}${id}`]);
    }
    case 'box':
      return [
        `[${block.id}] ${block.label}: ${inlineText(block.title)}`,
        ...block.blocks.flatMap(linesOf).map(line => `  ${line}`),
        ...(block.source === undefined ? [] : [`  Foot: ${inlineText(block.source.children)}`]),
      ];
    case 'list': {
      const items = block.items.map(({blocks}, index) => {
        const marker = block.ordered ? `(${block.start + index})` : '-';
        return `${marker} ${blocks.flatMap(linesOf).join(' ¶ ')}`;
      });
      return indented(block.indent, items);
    }
    case 'quotation':
      return indented(
        block.indent,
        block.blocks.flatMap(linesOf).map(line => `> ${line}`),
      );
    case 'table':
      return indented(
        block.indent,
        [block.header, ...block.rows].map(
          cells => `|${cells.map(cell => inlineText(cell.children)).join('|')}|`,
        ),
      );
    case 'figure':
      return indented(block.indent, [
        `[figure ${block.width}×${block.height} ${block.mediaType}: ${block.alt}]`,
      ]);
    case 'code':
      return indented(block.indent, [`\`\`\`${block.text}\`\`\``]);
    case 'divider':
      return ['***'];
  }
}

function indented(indent: 0 | 1, lines: readonly string[]): readonly string[] {
  return indent === 0 ? lines : lines.map(line => `| ${line}`);
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(textOf).join('');
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'emphasis':
      return `*${inlineText(inline.children)}*`;
    case 'strong':
      return `**${inlineText(inline.children)}**`;
    case 'deleted':
      return `~~${inlineText(inline.children)}~~`;
    case 'code-inline':
      return `\`${inline.value}\``;
    case 'link':
      return `<${inline.url}>${inlineText(inline.children)}</>`;
    case 'cross-reference':
      return `{${inline.target}}${inline.value}{/}`;
    case 'note-reference':
      return inline.isFirst ? `{^${inline.number}}` : `{^${inline.number} ${inline.id}}`;
    case 'finding': {
      const label = inline.hasLabel ? `(${inline.number} ${inline.code})` : '';
      return `⟦${inlineText(inline.children)}⟧${label}`;
    }
    case 'line-break':
      return ' ⏎ ';
  }
}
