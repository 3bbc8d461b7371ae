import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReference,
  InternalHyperlink,
  type IRunPropertiesOptions,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import type {Inline, InlineOf} from '../../publication/types.ts';
import {complexField} from './fields.ts';
import {findingAnchor, findingLabel, findingMarkAnchor, findingShading} from './findings.ts';
import {linkTarget} from './links.ts';
import type {Plan} from './plan.ts';
import {MONOSPACED, STYLE} from './styles.ts';
import {runningText} from './text.ts';

/** Where inlines stand: Word has no notes inside notes. */
export interface InlinePlace {
  readonly isInNote: boolean;
}

/** How the words of a piece look, gathered from the inlines round them. */
interface Look {
  readonly bold: boolean;
  readonly italics: boolean;
  readonly strike: boolean;
  readonly shading: string | undefined;
  readonly url: string | undefined;
}

type Leaf = Exclude<Inline, {readonly children: readonly Inline[]}>;
/** The smallest unit that Word is given: an inline without children, or the label of a finding. */
type Piece = {readonly look: Look} & (
  | {readonly kind: 'leaf'; readonly leaf: Leaf}
  | {readonly kind: 'label'; readonly finding: InlineOf<'finding'>}
);

const PLAIN: Look = {bold: false, italics: false, strike: false, shading: undefined, url: undefined};

/** Runs, links, fields and bookmarks (`w:r`, `w:hyperlink`, `w:fldChar`, `w:bookmarkStart`) for a line of inlines. */
export function writeInlines(
  inlines: readonly Inline[],
  plan: Plan,
  place: InlinePlace,
): readonly ParagraphChild[] {
  const pieces = flatten(inlines, PLAIN);
  const children: ParagraphChild[] = [];
  for (let index = 0; index < pieces.length; ) {
    const linked = linkedRun(pieces, index);
    const piece = pieces[index];
    if (piece === undefined) break;
    if (linked.length > 0) {
      children.push(writeLink(linked, piece.look.url ?? ''));
      index += linked.length;
      continue;
    }
    if (isNoteMark(piece) && isNoteMark(pieces[index - 1])) children.push(betweenNotes(piece.look));
    children.push(...writePiece(piece, plan, place));
    index += 1;
  }
  return children;
}

function flatten(inlines: readonly Inline[], look: Look): readonly Piece[] {
  return inlines.flatMap(inline => flattenOne(inline, look));
}

function flattenOne(inline: Inline, look: Look): readonly Piece[] {
  switch (inline.type) {
    case 'emphasis':
      return flatten(inline.children, {...look, italics: true});
    case 'strong':
      return flatten(inline.children, {...look, bold: true});
    case 'deleted':
      return flatten(inline.children, {...look, strike: true});
    case 'link':
      return flatten(inline.children, {...look, url: linkTarget(inline.url)});
    case 'finding': {
      const marked = {...look, shading: findingShading(inline.severity)};
      const words = flatten(inline.children, marked);
      return inline.hasLabel ? [...words, {kind: 'label', finding: inline, look: marked}] : words;
    }
    default:
      return [{kind: 'leaf', leaf: inline, look}];
  }
}

/** The pieces from `index` on that make one link; note marks, fields and labels are links of their own and break it. */
function linkedRun(pieces: readonly Piece[], index: number): readonly Piece[] {
  const url = pieces[index]?.look.url;
  if (url === undefined) return [];
  const rest = pieces.slice(index);
  const end = rest.findIndex(piece => piece.look.url !== url || !isWords(piece));
  return end === -1 ? rest : rest.slice(0, end);
}

function isWords(piece: Piece): boolean {
  if (piece.kind === 'label') return false;
  return piece.leaf.type !== 'note-reference' && piece.leaf.type !== 'cross-reference';
}

function isNoteMark(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.kind === 'leaf' && piece.leaf.type === 'note-reference';
}

function writeLink(pieces: readonly Piece[], url: string): ParagraphChild {
  const children = pieces.flatMap(piece =>
    piece.kind === 'leaf' ? writeWords(piece.leaf, piece.look, STYLE.hyperlink) : [],
  );
  return new ExternalHyperlink({link: url, children});
}

function writePiece(piece: Piece, plan: Plan, place: InlinePlace): readonly ParagraphChild[] {
  if (piece.kind === 'label') return writeLabel(piece.finding, piece.look);
  switch (piece.leaf.type) {
    case 'note-reference':
      return writeNoteReference(piece.leaf, piece.look, plan, place);
    case 'cross-reference':
      return writeCrossReference(piece.leaf, piece.look, plan);
    default:
      return writeWords(piece.leaf, piece.look, undefined);
  }
}

function writeWords(leaf: Leaf, look: Look, style: string | undefined): readonly TextRun[] {
  switch (leaf.type) {
    case 'text':
      return writeText(leaf.value, runFormat(look, style));
    case 'code-inline': {
      const format = runFormat(look, style ?? STYLE.code);
      return writeText(leaf.value, style === undefined ? format : {...format, font: MONOSPACED});
    }
    case 'line-break':
      return [new TextRun({...runFormat(look, style), break: 1})];
    default:
      return [];
  }
}

/** A tab is an element of its own (`w:tab`): as a character in `w:t` it would be a space. */
function writeText(value: string, format: IRunPropertiesOptions): readonly TextRun[] {
  return runningText(value)
    .split('\t')
    .flatMap((text, index) => [
      ...(index === 0 ? [] : [new TextRun({...format, children: [new Tab()]})]),
      ...(text === '' ? [] : [new TextRun({...format, text})]),
    ]);
}

/**
 * `w:footnoteReference` for the first call of a note. Word numbers each of those anew, so a second call is a field
 * that repeats the first one's number (`NOTEREF`, with `\f` for its look).
 */
function writeNoteReference(
  reference: InlineOf<'note-reference'>,
  look: Look,
  plan: Plan,
  place: InlinePlace,
): readonly ParagraphChild[] {
  const format = noteFormat(look);
  const bookmark = plan.bookmarks.get(reference.note);
  if (reference.isFirst && !place.isInNote && plan.noteNumbers.has(reference.number)) {
    const mark = new TextRun({...format, children: [new FootnoteReference(reference.number)]});
    return bookmark === undefined ? [mark] : [new Bookmark({id: bookmark, children: [mark]})];
  }
  const number = `${reference.number}`;
  if (bookmark === undefined) return [new TextRun({...format, text: number})];
  return complexField(`NOTEREF ${bookmark} \\f \\h`, number, format);
}

/** Two marks side by side would read as one number: 1 and 2 as 12. */
function betweenNotes(look: Look): ParagraphChild {
  return new TextRun({...noteFormat(look), text: ','});
}

function noteFormat(look: Look): IRunPropertiesOptions {
  return runFormat({...PLAIN, shading: look.shading}, STYLE.footnoteReference);
}

/** A number that Word keeps true when parts move; the words before it ("see box") are the author's own. */
function writeCrossReference(
  {kind, target, value}: InlineOf<'cross-reference'>,
  look: Look,
  plan: Plan,
): readonly ParagraphChild[] {
  const bookmark = plan.bookmarks.get(target);
  const text = runningText(value);
  const format = runFormat(look, undefined);
  if (bookmark === undefined) return [new TextRun({...format, text})];
  switch (kind) {
    case 'note':
      return complexField(`NOTEREF ${bookmark} \\h`, text, format);
    case 'paragraph':
      // \n: the number alone, without the full stop behind it.
      return complexField(`REF ${bookmark} \\n \\h`, text, format);
    case 'box': {
      const numberBookmark = plan.numberBookmarks.get(target);
      if (numberBookmark === undefined) return [internalLink(bookmark, text, look, STYLE.hyperlink)];
      return complexField(`REF ${numberBookmark} \\h`, text, format);
    }
    case 'heading':
      return [internalLink(bookmark, text, look, STYLE.hyperlink)];
    case 'cite':
      // Live and as typed: a note in which every second line is blue would be hard to read.
      return [internalLink(bookmark, text, look, undefined)];
  }
}

function internalLink(anchor: string, text: string, look: Look, style: string | undefined): ParagraphChild {
  return new InternalHyperlink({anchor, children: [new TextRun({...runFormat(look, style), text})]});
}

/** `[2 op-cit-year-differs]` behind the words concerned, linked to the list of open findings. */
function writeLabel(finding: InlineOf<'finding'>, look: Look): readonly ParagraphChild[] {
  const format = runFormat({...PLAIN, shading: look.shading}, STYLE.findingLabel);
  const space = new TextRun({style: STYLE.findingLabel, text: ' '});
  const label = new Bookmark({
    id: findingMarkAnchor(finding.number),
    children: [
      new InternalHyperlink({
        anchor: findingAnchor(finding.number),
        children: [new TextRun({...format, text: findingLabel(finding.number, finding.code)})],
      }),
    ],
  });
  // A mark without words stands before the words that follow.
  return finding.children.length === 0 ? [label, space] : [space, label];
}

function runFormat(look: Look, style: string | undefined): IRunPropertiesOptions {
  return {
    ...(style === undefined ? {} : {style}),
    ...(look.bold ? {bold: true} : {}),
    ...(look.italics ? {italics: true} : {}),
    ...(look.strike ? {strike: true} : {}),
    ...(look.shading === undefined ? {} : {shading: {type: 'clear', color: 'auto', fill: look.shading}}),
  };
}
