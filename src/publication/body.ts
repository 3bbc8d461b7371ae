import type {RootContent} from 'mdast';
import {isInTypedBox} from '../manuscript/paragraphs-numbered.ts';
import {composeBlock} from './blocks.ts';
import type {Composition} from './composition.ts';
import type {Block} from './types.ts';

/**
 * The blocks of the text from top to bottom. What stands under a numbered paragraph belongs to it until the next
 * number or heading, and is indented with it; a box in between belongs to nobody.
 *
 * @param titleHeading the heading that is the document's title, which is not printed twice
 */
export function composeBody(
  composition: Composition,
  titleHeading: RootContent | undefined,
): readonly Block[] {
  const {manuscript, numbering} = composition;
  const blocks: Block[] = [];
  let isUnderNumber = false;
  for (const node of manuscript.root.children) {
    if (node === titleHeading) continue;
    if (node.type === 'heading') isUnderNumber = false;
    const indent = isUnderNumber && !isInTypedBox(node, manuscript.boxes) ? 1 : 0;
    blocks.push(...composeBlock(node, composition, indent));
    const parts = node.type === 'list' ? node.children : node.type === 'paragraph' ? [node] : [];
    isUnderNumber ||= parts.some(part => numbering.paragraphs.has(part));
  }
  return blocks;
}
