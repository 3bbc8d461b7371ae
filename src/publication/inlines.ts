import type {
  FootnoteReference,
  Html,
  ImageReference,
  Link as LinkNode,
  LinkReference,
  PhrasingContent,
  Text as TextNode,
} from 'mdast';
import {overlapping} from '../citation/styles/overlap.ts';
import type {Replacement} from '../citation/styles/types.ts';
import type {ImageNode} from '../manuscript/images.ts';
import {spanOfNode} from '../manuscript/node-span.ts';
import {contains, type Span} from '../text/span.ts';
import {composeAddresses, outwardUrl, record} from './addresses.ts';
import {type Composition, urlOf} from './composition.ts';
import {headingOf} from './headings.ts';
import {splitComments} from './html.ts';
import {cutText, joinLines, type PlacedText, placeText, rangeIn} from './places.ts';
import {isShown} from './published.ts';
import {liveNumbersIn} from './targets.ts';
import type {Inline} from './types.ts';
import {composeReplacement} from './written.ts';

/** Markdown's inlines as those of the publication. Every word stays; what is no text of the author's goes. */
export function composeInlines(
  nodes: readonly PhrasingContent[],
  composition: Composition,
): readonly Inline[] {
  return nodes.flatMap((node, index) =>
    node.type === 'text' && followsGap(nodes, index)
      ? composeText(withoutFirstSpace(placeNode(node, composition)), composition)
      : composeInline(node, composition),
  );
}

/**
 * Whether a comment that goes stands between this text and white space.
 *
 *     a word <!-- check --> and another
 *                          ^
 */
function followsGap(nodes: readonly PhrasingContent[], index: number): boolean {
  const previous = nodes[index - 1];
  if (previous === undefined || isShown(previous)) return false;
  const before = nodes.slice(0, index).findLast(isShown);
  return before?.type === 'break' || (before?.type === 'text' && ENDS_WITH_SPACE.test(before.value));
}

// "a word ", at the end
const ENDS_WITH_SPACE = /\s$/u;

function withoutFirstSpace(text: PlacedText): PlacedText {
  return text.value.length > 1 && text.value.startsWith(' ') ? cutText(text, 1, text.value.length) : text;
}

/** The text by which an image is published when it cannot be shown: its alternative text, or else its url. */
export function composeAltText(node: ImageNode, composition: Composition): Inline {
  const alt = node.alt?.trim() || urlOf(node as ImageReference, composition.definitions);
  return composeStandIn(`[${joinLines(alt)}]`, spanOfNode(node), composition);
}

/** A text of the author's with its place, each live number and each address in it a link of its own. */
export function composeText(text: PlacedText, composition: Composition): readonly Inline[] {
  const inlines: Inline[] = [];
  let done = 0;
  for (const replacement of overlapping(composition.written.replacements, text.place.span)) {
    const range = rangeIn(text, replacement.span);
    if (range === undefined || range.to <= done) continue;
    if (range.from > done) inlines.push(...composeTyped(cutText(text, done, range.from), composition));
    inlines.push(...composeReplacement(replacement, composition));
    done = range.to;
  }
  if (done === 0) return composeTyped(text, composition);
  if (done < text.value.length)
    inlines.push(...composeTyped(cutText(text, done, text.value.length), composition));
  return inlines;
}

/** Words as typed. */
function composeTyped(text: PlacedText, composition: Composition): readonly Inline[] {
  const inlines: Inline[] = [];
  const put = (from: number, to: number): void => {
    if (from < to) inlines.push(...composeLinked(cutText(text, from, to), composition));
  };
  let done = 0;
  const live = composition.isInLink ? [] : composition.liveNumbers;
  for (const {span, kind, target, number} of liveNumbersIn(live, text.place.span)) {
    const range = rangeIn(text, span);
    if (range === undefined || range.from < done) continue;
    put(done, range.from);
    const piece = cutText(text, range.from, range.to);
    const value = number === undefined ? piece.value : String(number);
    inlines.push(record({type: 'cross-reference', kind, target, value}, piece, composition));
    done = range.to;
  }
  put(done, text.value.length);
  return inlines;
}

/** Words of which some lead to where their work was cited before. */
function composeLinked(text: PlacedText, composition: Composition): readonly Inline[] {
  const inlines: Inline[] = [];
  let done = 0;
  for (const {span, to} of composition.isInLink
    ? []
    : overlapping(composition.written.links, text.place.span)) {
    const range = rangeIn(text, span);
    const target = composition.placeIds(to)?.id;
    if (range === undefined || target === undefined || range.from < done) continue;
    if (range.from > done) inlines.push(...composeAddresses(cutText(text, done, range.from), composition));
    const piece = cutText(text, range.from, range.to);
    inlines.push(
      record({type: 'cross-reference', kind: 'cite', target, value: piece.value}, piece, composition),
    );
    done = range.to;
  }
  if (done < text.value.length)
    inlines.push(...composeAddresses(cutText(text, done, text.value.length), composition));
  return inlines;
}

/**
 * The replacement that takes the whole of a node's words, so that its look goes with them: "*Ibid*" written out is not
 * all emphasis.
 */
function replacementOf(node: PhrasingContent, {written}: Composition): Replacement | undefined {
  if (written.replacements.length === 0) return undefined;
  const words = wordsIn(node);
  if (words === undefined) return undefined;
  return overlapping(written.replacements, words).find(({span}) => contains(span, words));
}

/** Where the words of a node stand; `undefined` for a call of a note, which stays where words go. */
function wordsIn(node: PhrasingContent): Span | undefined {
  if (node.type === 'text' || node.type === 'html' || node.type.startsWith('footnote')) return undefined;
  if (!('children' in node)) return spanOfNode(node);
  const spans = node.children.map(child => (child.type === 'text' ? spanOfNode(child) : wordsIn(child)));
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined || spans.includes(undefined)) return undefined;
  return {start: first.start, end: last.end};
}

function composeInline(node: PhrasingContent, composition: Composition): readonly Inline[] {
  const replacement = replacementOf(node, composition);
  if (replacement !== undefined) return composeReplacement(replacement, composition);
  switch (node.type) {
    case 'text':
      return composeText(placeNode(node, composition), composition);
    case 'emphasis':
    case 'strong':
      return [{type: node.type, children: composeInlines(node.children, composition)}];
    case 'delete':
      return [{type: 'deleted', children: composeInlines(node.children, composition)}];
    case 'inlineCode':
      return [atom({type: 'code-inline', value: joinLines(node.value)}, spanOfNode(node), composition)];
    case 'break':
      return [{type: 'line-break'}];
    case 'link':
    case 'linkReference':
      return composeLink(node, composition);
    case 'image':
    case 'imageReference':
      return [composeAltText(node, composition)];
    case 'footnoteReference':
      return composeNoteReference(node, composition);
    case 'html':
      return composeHtml(node, composition);
    case 'textDirective':
      // The parser knows containers only; should one come, its words stay.
      return composeInlines(node.children, composition);
  }
}

/** Links to a heading and out of the document stay live; of any other the text stays. */
function composeLink(node: LinkNode | LinkReference, composition: Composition): readonly Inline[] {
  const url = urlOf(node, composition.definitions);
  const children = composeInlines(node.children, {...composition, isInLink: true});
  const heading = headingOf(url, composition.headings);
  if (heading !== undefined) return children.map(child => leadTo(heading, child, composition));
  const outward = outwardUrl(url);
  if (outward === undefined) return children;
  if (children.length > 0) return [{type: 'link', url: outward, children}];
  return [{type: 'link', url: outward, children: [composeStandIn(url, spanOfNode(node), composition)]}];
}

/** Turns the text of an inline into a link to a heading, through emphasis and the like. */
function leadTo(target: string, inline: Inline, composition: Composition): Inline {
  if (inline.type === 'text') {
    const link: Inline = {type: 'cross-reference', kind: 'heading', target, value: inline.value};
    const place = composition.places.inlines.get(inline);
    if (place !== undefined) composition.places.inlines.set(link, place);
    return link;
  }
  if ('children' in inline) {
    return {...inline, children: inline.children.map(child => leadTo(target, child, composition))};
  }
  return inline;
}

/** A reference that calls no published note, such as one inside a note, is the text that the author typed. */
function composeNoteReference(node: FootnoteReference, composition: Composition): readonly Inline[] {
  const reference = composition.notes.references.get(node);
  const span = spanOfNode(node);
  if (reference !== undefined) return [atom(reference, span, composition)];
  const {text} = composition.manuscript.source;
  return composeText(placeText(text.slice(span.start, span.end), text, span), composition);
}

/** Comments vanish; any other raw HTML is shown as the text it is. */
export function composeHtml(node: Html, composition: Composition): readonly Inline[] {
  const whole = placeNode(node, composition);
  return splitComments(whole.value).flatMap(({start, end}) =>
    composeText(cutText(whole, start, end), composition),
  );
}

function placeNode(node: TextNode | Html, {manuscript}: Composition): PlacedText {
  return placeText(node.value, manuscript.source.text, spanOfNode(node));
}

/** A text in place of something that has none of its own: every character of it stands for the whole node. */
function composeStandIn(value: string, span: Span, composition: Composition): Inline {
  const units = Array.from({length: value.length}, () => span);
  return record({type: 'text', value}, {value, place: {span, units}}, composition);
}

/** An inline that is marked as a whole or not at all. */
function atom<Kind extends Inline>(inline: Kind, span: Span, {places}: Composition): Kind {
  places.inlines.set(inline, {span, units: undefined});
  return inline;
}
