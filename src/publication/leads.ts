import type {Block, Inline} from './types.ts';

/**
 * Whether a paragraph leads to the list, table or quotation behind it, so that a page should not end between them.
 *
 *     Among these are:
 *     • unequal claims
 */
export function leadsTo(block: Block, next: Block | undefined): boolean {
  if (block.type !== 'paragraph' || next === undefined) return false;
  return LED_TO.has(next.type) && ENDS_WITH_COLON.test(textOf(block.children));
}

const LED_TO: ReadonlySet<Block['type']> = new Set(['list', 'table', 'quotation', 'code', 'figure']);

// "Among these are: "
const ENDS_WITH_COLON = /:\s*$/u;

/** The last words of some inlines; the mark of a note is none. */
function textOf(inlines: readonly Inline[]): string {
  const last = inlines.findLast(({type}) => type !== 'note-reference');
  if (last === undefined) return '';
  if ('children' in last) return textOf(last.children);
  return 'value' in last ? last.value : '';
}
