import {leadsTo} from '../../publication/leads.ts';
import type {Block, BlockOf} from '../../publication/types.ts';
import {writeBox} from './boxes.ts';
import {plainText, withAnchor, writeInlines} from './inlines.ts';
import {hangBeside} from './labels.ts';
import type {Label, Node} from './layer/nodes.ts';
import {narrowed, type Setting} from './setting.ts';
import {CODE_LOOK, COLOURS} from './styles.ts';
import {writeTable} from './tables.ts';
import {codeText, runningText} from './text.ts';

type BlockWriters = {
  readonly [Type in Block['type']]: (block: BlockOf<Type>, setting: Setting) => Node;
};

const writers: BlockWriters = {
  heading: writeHeading,
  paragraph: writeParagraph,
  box: (box, setting) => writeBox(box, setting, writeBlocks),
  list: writeList,
  quotation: writeQuotation,
  table: writeTable,
  figure: writeFigure,
  code: writeCode,
  divider: writeDivider,
};

/** The nodes of some blocks, in their order. A number without words of its own hangs beside what it numbers. */
export function writeBlocks(blocks: readonly Block[], setting: Setting): Node[] {
  const nodes: Node[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    const next = blocks[index + 1];
    if (block === undefined) break;
    if (isBareNumber(block) && next !== undefined && 'indent' in next && next.indent === 1) {
      nodes.push(...hangBeside([writeBlock(next, setting)], {...numberLabel(block, setting), hang: 0}));
      index += 1;
      continue;
    }
    const node = writeBlock(block, setting);
    nodes.push(leadsTo(block, next) ? {...node, keepWithNext: true} : node);
  }
  return nodes;
}

/** A paragraph; its number, if it has one, hangs to the left of its text. */
export function writeParagraph(paragraph: BlockOf<'paragraph'>, setting: Setting): Node {
  const {number, id, indent, children, isWork} = paragraph;
  const {paragraphGap, workHang} = setting.metrics;
  if (isWork === true) {
    return {
      text: writeInlines(children, setting),
      margin: [workHang, 0, 0, 0],
      leadingIndent: -workHang,
      spaceBefore: paragraphGap,
      spaceAfter: paragraphGap,
    };
  }
  return {
    text: withAnchor(writeInlines(children, setting), id),
    margin: marginFor(number === undefined ? indent : 1, setting),
    spaceBefore: paragraphGap,
    spaceAfter: paragraphGap,
    ...(number === undefined ? {} : {labels: [numberLabel({...paragraph, id: undefined, number}, setting)]}),
  };
}

type BareNumber = BlockOf<'paragraph'> & {readonly number: number};

function isBareNumber(block: Block): block is BareNumber {
  return block.type === 'paragraph' && block.number !== undefined && block.children.length === 0;
}

/** Left, top, right, bottom, for what stands at the margin or is aligned with a numbered paragraph's text. */
function marginFor(indent: 0 | 1, {metrics}: Setting): [number, 0, number, 0] {
  return [indent === 1 ? metrics.textIndent : 0, 0, 0, 0];
}

function writeBlock<Type extends Block['type']>(block: BlockOf<Type>, setting: Setting): Node {
  const writer: BlockWriters[Type] = writers[block.type as Type];
  return writer(block, setting);
}

/** Set like the text, also beside a table or code. */
function numberLabel({number, id}: BareNumber, {paragraphPattern, metrics}: Setting): Label {
  const text = paragraphPattern.replace('{n}', String(number));
  const look = {font: 'Serif', fontSize: metrics.size, bold: false, color: COLOURS.text};
  return {
    text: [{text, ...look, ...(id === undefined ? {} : {anchor: id})}],
    hang: metrics.textIndent,
  };
}

function writeHeading({level, id, children}: BlockOf<'heading'>, setting: Setting): Node {
  const {size} = setting.metrics;
  const rank = Math.min(4, Math.max(1, level - setting.topLevel + 1));
  return {
    text: withAnchor(writeInlines(children, setting), id),
    style: `heading${rank}`,
    spaceBefore: size * ([2, 1.6, 1.2, 1.2][rank - 1] ?? 1.2),
    spaceAfter: size * 0.5,
    keepWithNext: true,
    bookmark: {title: plainText(children), depth: Math.max(1, level - setting.topLevel + 1)},
  };
}

function writeList({ordered, start, indent, items}: BlockOf<'list'>, setting: Setting): Node {
  const {listIndent, itemGap, paragraphGap} = setting.metrics;
  const widest = String(start + items.length).length;
  const hang = ordered ? Math.max(listIndent, setting.metrics.size * (0.8 + 0.5 * widest)) : listIndent;
  const margin = marginFor(indent, setting);
  return {
    stack: items.map(({blocks}, index) => ({
      stack: hangBeside(
        writeBlocks(blocks, narrowed(setting, hang + (margin[0] ?? 0))).map(node => tightened(node, itemGap)),
        {text: [{text: ordered ? `${start + index}.` : '•', font: 'Serif', bold: false}], hang},
      ),
      margin: [hang, 0, 0, 0],
      spaceBefore: itemGap,
      spaceAfter: itemGap,
    })),
    margin,
    spaceBefore: paragraphGap * 0.8,
    spaceAfter: paragraphGap,
  };
}

/** In a list paragraphs stand closer. */
function tightened(node: Node, gap: number): Node {
  if (!('text' in node)) return node;
  return {...node, spaceBefore: gap, spaceAfter: gap};
}

function writeQuotation({indent, blocks}: BlockOf<'quotation'>, setting: Setting): Node {
  const {quotationIndent, paragraphGap} = setting.metrics;
  const left = quotationIndent + marginFor(indent, setting)[0];
  return {
    stack: writeBlocks(blocks, narrowed(setting, left + quotationIndent)),
    margin: [left, 0, quotationIndent, 0],
    spaceBefore: paragraphGap,
    spaceAfter: paragraphGap,
  };
}

/** Pixels count as at 96 to the inch; a picture is never wider than the measure nor much higher than half a page. */
function writeFigure({indent, bytes, width, height, alt}: BlockOf<'figure'>, setting: Setting): Node {
  const {blockGap} = setting.metrics;
  const margin = marginFor(indent, setting);
  const image = setting.pictures.get(bytes);
  if (image === undefined) {
    const words = runningText(alt) || 'without a description';
    return {
      text: [{text: `[A picture that could not be read: ${words}]`, italics: true, color: COLOURS.muted}],
      margin,
      spaceBefore: blockGap,
      spaceAfter: blockGap,
    };
  }
  const scale = Math.min(
    POINTS_IN_PIXEL,
    (setting.page.width - margin[0]) / width,
    (setting.page.height * HIGHEST_PICTURE) / height,
  );
  return {
    image,
    width: width * scale,
    height: height * scale,
    alt,
    margin,
    alignment: 'center',
    spaceBefore: blockGap,
    spaceAfter: blockGap,
  };
}

const POINTS_IN_PIXEL = 0.75;
const HIGHEST_PICTURE = 0.6;

function writeCode({indent, text}: BlockOf<'code'>, setting: Setting): Node {
  return {
    margin: marginFor(indent, setting),
    stack: [{text: [{text: codeText(text)}], style: 'code'}],
    panel: CODE_LOOK,
    spaceBefore: setting.metrics.paragraphGap,
    spaceAfter: setting.metrics.paragraphGap * 1.4,
  };
}

function writeDivider(_: BlockOf<'divider'>, {metrics, page}: Setting): Node {
  return {
    canvas: [
      {type: 'line', x1: 0, y1: 1, x2: page.width / 4, y2: 1, lineWidth: 0.6, lineColor: COLOURS.line},
    ],
    alignment: 'center',
    spaceBefore: metrics.blockGap,
    spaceAfter: metrics.blockGap,
  };
}
