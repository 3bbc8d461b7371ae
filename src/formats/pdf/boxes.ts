import type {Block, BlockOf} from '../../publication/types.ts';
import {plainText, withAnchor, writeInlines} from './inlines.ts';
import type {Leaf, Node} from './layer/nodes.ts';
import type {Run} from './layer/runs.ts';
import {narrowed, type Setting} from './setting.ts';
import {BOX_LOOK} from './styles.ts';
import {runningText} from './text.ts';

/** A framed and shaded panel: "Box 3. The title", the contents, and the source line in small print. */
export function writeBox(
  box: BlockOf<'box'>,
  setting: Setting,
  writeBlocks: (blocks: readonly Block[], setting: Setting) => Node[],
): Node {
  const {blockGap} = setting.metrics;
  const title = writeTitle(box, setting);
  const contents = writeBlocks(box.blocks, narrowed(setting, 2 * BOX_LOOK.padding.x));
  const source = writeSource(box, setting);
  const last = contents.at(-1);
  if (source !== undefined && last !== undefined && 'text' in last) last.keepWithNext = true;
  return {
    stack: [
      ...(title === undefined ? anchored(contents, box.id) : [title, ...contents]),
      ...(source === undefined ? [] : [source]),
    ],
    style: 'box',
    panel: BOX_LOOK,
    spaceBefore: blockGap,
    spaceAfter: blockGap,
  };
}

function writeTitle(box: BlockOf<'box'>, setting: Setting): Leaf | undefined {
  const label = runningText(box.label);
  const title = plainText(box.title);
  const runs: Run[] = [
    ...(label === '' ? [] : [{text: title === '' ? label : `${label}. `}]),
    ...(box.title.length === 0 ? [] : writeInlines(box.title, setting)),
  ];
  if (runs.length === 0) return undefined;
  return {
    text: withAnchor(runs, box.id),
    style: 'boxTitle',
    spaceAfter: setting.metrics.paragraphGap,
    keepWithNext: true,
    bookmark: {title: [label, title].filter(part => part !== '').join('. '), depth: BOX_DEPTH},
  };
}

/** A box without any title still is a place that can be linked to. */
function anchored(contents: readonly Node[], id: string): Node[] {
  const [first, ...others] = contents;
  if (first !== undefined && 'text' in first)
    return [{...first, text: withAnchor(first.text, id)}, ...others];
  return [{text: [{text: '', anchor: id, fontSize: 1}]}, ...contents];
}

/** Boxes stand below whatever heading they follow. */
const BOX_DEPTH = 9;

function writeSource({source}: BlockOf<'box'>, setting: Setting): Leaf | undefined {
  if (source === undefined) return undefined;
  return {
    text: withAnchor(writeInlines(source.children, setting), source.id),
    style: 'small',
    spaceBefore: setting.metrics.paragraphGap,
  };
}
