import type {Block, Inline, Publication} from '../../publication/types.ts';
import type {Metrics} from './styles.ts';

/** What the writers of blocks and inlines know of the publication as a whole. */
export interface Setting {
  readonly metrics: Metrics;
  /** Shows a paragraph's number, `{n}.` */
  readonly paragraphPattern: string;
  /** The level of the highest heading, which is set largest whatever its number. */
  readonly topLevel: number;
  /** Every place in the document that can be linked to. */
  readonly anchors: ReadonlySet<string>;
  /** The names under which pictures are known to the PDF; a picture that cannot be read has none. */
  readonly pictures: ReadonlyMap<Uint8Array, string>;
  /** In a note everything is as small as its words. */
  readonly isInNote: boolean;
  /** Width between the edges of the place where a block stands and height between the page's margins, in points. */
  readonly page: {readonly width: number; readonly height: number};
}

/** The setting of a place `points` narrower. */
export function narrowed(setting: Setting, points: number): Setting {
  return {...setting, page: {...setting.page, width: setting.page.width - points}};
}

/** The anchor of a finding in the list at the end. */
export function findingId(number: number): string {
  return `finding-${number}`;
}

/** The anchor of a finding's mark in the text. */
export function findingMarkId(number: number): string {
  return `finding-mark-${number}`;
}

/** The names of all places that something in the publication can link to. */
export function anchorsOf({blocks, notes, draft}: Publication): ReadonlySet<string> {
  const anchors = new Set(notes.map(({id}) => id));
  for (const {number} of draft?.findings ?? []) anchors.add(findingId(number));
  for (const block of [...blocks, ...notes.flatMap(note => note.blocks)]) collect(block, anchors);
  return anchors;
}

/** The level of the highest heading at the top level of the text; 1 where there is none. */
export function topLevelOf(blocks: readonly Block[]): number {
  const levels = blocks.flatMap(block => (block.type === 'heading' ? [block.level] : []));
  return levels.length === 0 ? 1 : Math.min(...levels);
}

function collect(block: Block, anchors: Set<string>): void {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      if (block.id !== undefined) anchors.add(block.id);
      for (const inline of block.children) collectInline(inline, anchors);
      return;
    case 'box':
      anchors.add(block.id);
      for (const inline of block.title) collectInline(inline, anchors);
      for (const inner of block.blocks) collect(inner, anchors);
      if (block.source !== undefined) collect(block.source, anchors);
      return;
    case 'list':
      for (const inner of block.items.flatMap(item => item.blocks)) collect(inner, anchors);
      return;
    case 'quotation':
      for (const inner of block.blocks) collect(inner, anchors);
      return;
    case 'table':
      for (const cell of [block.header, ...block.rows].flat()) {
        for (const inline of cell.children) collectInline(inline, anchors);
      }
      return;
    case 'figure':
    case 'code':
    case 'divider':
      return;
  }
}

function collectInline(inline: Inline, anchors: Set<string>): void {
  if (inline.type === 'note-reference') anchors.add(inline.id);
  if (inline.type === 'finding' && inline.hasLabel) anchors.add(findingMarkId(inline.number));
  if ('children' in inline) for (const inner of inline.children) collectInline(inner, anchors);
}
