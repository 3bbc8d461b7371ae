import {Bookmark, type IParagraphOptions, Paragraph, type ParagraphChild} from 'docx';
import type {BlockOf} from '../../publication/types.ts';
import {writeInlines} from './inlines.ts';
import {type ItemNumbering, levelIndent} from './numbering.ts';
import {type Indent, indentedPlace, type Place} from './place.ts';
import type {Plan} from './plan.ts';
import {LIST_STEP, QUOTE_INDENT, STYLE} from './styles.ts';

/** Twips above what follows a table. */
const AFTER_TABLE = 160;
/** Twips between a number without words and what it numbers. */
const AFTER_BARE_NUMBER = 40;
/** Twips: an empty paragraph that keeps two tables apart, or ends a cell. */
const GAP = 160;

/** A paragraph of the text: numbered by Word, the first of an item, or plain. */
export function writeParagraph(block: BlockOf<'paragraph'>, place: Place, plan: Plan): Paragraph {
  const children = bookmarked(block.id, [...place.lead, ...writeInlines(block.children, plan, place)], plan);
  const run = plan.runOf.get(block);
  if (run !== undefined)
    return writeNumbered(run.reference, block.children.length === 0, children, place, plan);
  if (place.item !== undefined) return writeItem(place.item, children, place);
  if (block.isWork === true) return writeStyled(block, STYLE.work, place, plan);
  const style = plainStyle(block, place);
  const {left, right} = indentedPlace(place, block.indent, plan);
  return new Paragraph({
    style,
    children,
    ...indentOptions({left, right, hanging: 0}, styleIndent(style, plan)),
    ...spaceAfterTable(place),
    ...keptWithNext(place),
  });
}

/** A paragraph of a style that brings all its looks, such as a source line. */
export function writeStyled(block: BlockOf<'paragraph'>, style: string, place: Place, plan: Plan): Paragraph {
  return new Paragraph({
    style,
    children: [...writeInlines(block.children, plan, place)],
    ...spaceAfterTable(place),
  });
}

/** A list's item, `w:numPr`; without children, the sign of an item that begins with something else than a paragraph. */
export function writeItem(item: ItemNumbering, children: readonly ParagraphChild[], place: Place): Paragraph {
  const {left, right} = place;
  const style = item.isOrdered ? place.styles.ordered : place.styles.bullet;
  return new Paragraph({
    style,
    numbering: {reference: item.reference, instance: item.instance, level: item.level},
    children,
    ...indentOptions({left, right, hanging: LIST_STEP}, {...levelIndent(item.level), right: 0}),
    ...spaceAfterTable(place),
  });
}

/** The empty paragraph without which two tables would grow together, and a cell may not end (17.4.65). */
export function writeGap(): Paragraph {
  return new Paragraph({spacing: {line: GAP, lineRule: 'exact'}});
}

/** Puts the bookmark of a part round its content, if anything points at it. */
export function bookmarked(
  id: string | undefined,
  children: readonly ParagraphChild[],
  plan: Plan,
): readonly ParagraphChild[] {
  const name = id === undefined ? undefined : plan.bookmarks.get(id);
  return name === undefined ? children : [new Bookmark({id: name, children})];
}

/** The indent of a paragraph where its style or list would give another one. */
export function indentOptions(wanted: Indent, usual: Indent): Pick<IParagraphOptions, 'indent'> {
  const isUsual =
    wanted.left === usual.left && wanted.right === usual.right && wanted.hanging === usual.hanging;
  return isUsual ? {} : {indent: {...wanted}};
}

function keptWithNext({isLead}: Place): Pick<IParagraphOptions, 'keepNext'> {
  return isLead ? {keepNext: true} : {};
}

/** The space that a table before it does not leave. */
export function spaceAfterTable(place: Place): Pick<IParagraphOptions, 'spacing'> {
  return place.followsTable ? {spacing: {before: AFTER_TABLE}} : {};
}

/** A number without words of its own stands above what it numbers, on the same page. */
function writeNumbered(
  reference: string,
  isBare: boolean,
  children: readonly ParagraphChild[],
  place: Place,
  plan: Plan,
): Paragraph {
  const usual = {left: plan.numberWidth, right: 0, hanging: plan.numberWidth};
  return new Paragraph({
    style: STYLE.numbered,
    numbering: {reference, instance: 0, level: 0},
    children,
    ...indentOptions({...usual, left: place.left + plan.numberWidth, right: place.right}, usual),
    ...(isBare
      ? {keepNext: true, spacing: {...spaceAfterTable(place).spacing, after: AFTER_BARE_NUMBER}}
      : {...spaceAfterTable(place), ...keptWithNext(place)}),
  });
}

function plainStyle(block: BlockOf<'paragraph'>, place: Place): string {
  if (place.depth > 0) return place.styles.listContinue;
  return block.indent === 0 ? place.styles.plain : place.styles.continued;
}

function styleIndent(style: string, plan: Plan): Indent {
  const none = {left: 0, right: 0, hanging: 0};
  switch (style) {
    case STYLE.continued:
      return {...none, left: plan.numberWidth};
    case STYLE.listContinue:
      return {...none, left: LIST_STEP};
    case STYLE.quote:
      return {...none, left: QUOTE_INDENT, right: QUOTE_INDENT};
    default:
      return none;
  }
}
