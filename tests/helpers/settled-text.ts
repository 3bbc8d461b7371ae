import type {Block, Inline, Publication} from '../../src/publication/types.ts';

type Plain = Exclude<Inline, {readonly type: 'cross-reference' | 'finding'}>;

/** What a publication says whatever its ids: its blocks and notes with references as plain words and figures as theirs. */
export function settledText({blocks, notes, title, evidenceLine, dateLine}: Publication): unknown {
  return {
    title,
    evidenceLine,
    dateLine,
    blocks: settleBlocks(blocks),
    notes: notes.map(note => ({number: note.number, blocks: settleBlocks(note.blocks)})),
  };
}

/** A paragraph of white space is none. */
function settleBlocks(blocks: readonly Block[]): readonly unknown[] {
  return blocks
    .filter(
      block => block.type !== 'paragraph' || block.number !== undefined || settle(block.children).length > 0,
    )
    .map(settleBlock);
}

function settleBlock(block: Block): unknown {
  switch (block.type) {
    case 'heading':
      return {type: block.type, level: block.level, children: settle(block.children)};
    case 'paragraph':
      return {...block, id: undefined, children: settle(block.children)};
    case 'box':
      return {
        ...block,
        id: undefined,
        title: settle(block.title),
        blocks: settleBlocks(block.blocks),
        source: block.source && settleBlock(block.source),
      };
    case 'list':
      return {...block, items: block.items.map(({blocks}) => settleBlocks(blocks))};
    case 'quotation':
      return {...block, blocks: settleBlocks(block.blocks)};
    case 'table':
      return {
        ...block,
        header: block.header.map(c => settle(c.children)),
        rows: block.rows.map(r => r.map(c => settle(c.children))),
      };
    default:
      return block;
  }
}

/** White space at the ends of a line, such as a comment leaves, is nobody's. */
function settle(inlines: readonly Inline[]): readonly Plain[] {
  const joined = join(inlines);
  return joined
    .map((inline, index) => {
      if (inline.type !== 'text') return inline;
      const start = index === 0 ? inline.value.replace(/^[ \t]+/u, '') : inline.value;
      return {...inline, value: index === joined.length - 1 ? start.replace(/[ \t]+$/u, '') : start};
    })
    .filter(inline => inline.type !== 'text' || inline.value !== '');
}

function join(inlines: readonly Inline[]): readonly Plain[] {
  const settled: Plain[] = [];
  for (const inline of inlines) {
    const plain = settleInline(inline);
    for (const each of plain) {
      const last = settled.at(-1);
      const isSame = each.type === last?.type && 'value' in each && 'value' in last;
      if (isSame) settled[settled.length - 1] = {...each, value: last.value + each.value};
      else settled.push(each);
    }
  }
  return settled;
}

function settleInline(inline: Inline): readonly Plain[] {
  if (inline.type === 'cross-reference') return [{type: 'text', value: inline.value}];
  if (inline.type === 'finding') return join(inline.children);
  if ('children' in inline) return [{...inline, children: join(inline.children)} as Plain];
  return [inline];
}
