import type {Nodes} from 'mdast';
import {decodeString} from 'micromark-util-decode-string';
import type {Span} from '../text/span.ts';
import {spanOfNode} from './node-span.ts';
import type {PlainText, TextMark} from './types.ts';

// One character reference: "&amp;", "&#8211;", "&#x2013;".
const CHARACTER_REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9A-Za-z]{1,31});/uy;

// What a backslash can escape: ASCII punctuation.
const ESCAPABLE = /[!-/:-@[-`{-~]/u;

/**
 * The text of a node without its Markdown, each character knowing where it stands in the source.
 *
 * A soft line break reads as one space, a hard one too; note references, comments and raw HTML read as nothing.
 *
 * @param node any node: a paragraph, a heading, one emphasis
 * @param source the whole text that the node was parsed from
 * @param isRead whether a note reference reads as it is typed, by its identifier
 */
export function plainTextOf(
  node: Nodes,
  source: string,
  isRead: (identifier: string) => boolean = () => false,
): PlainText {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const marks: TextMark[] = [];

  const put = (value: string, place: (index: number) => Span): void => {
    for (let index = 0; index < value.length; index++) {
      const character = value.charAt(index);
      const {start, end} = place(index);
      if (character === '\n' && characters.at(-1) === '\r' && ends.at(-1) === start) continue;
      characters.push(character === '\r' || character === '\n' ? ' ' : character);
      starts.push(start);
      ends.push(end);
    }
  };

  const walk = (here: Nodes): void => {
    switch (here.type) {
      case 'text': {
        const places = alignText(here.value, source, spanOfNode(here));
        put(here.value, index => places[index] ?? spanOfNode(here));
        return;
      }
      case 'inlineCode': {
        const span = spanOfNode(here);
        const places = alignCode(here.value, source, span);
        const start = characters.length;
        put(here.value, index => places[index] ?? span);
        marks.push({kind: 'code', start, end: characters.length});
        return;
      }
      case 'break':
        put(' ', () => spanOfNode(here));
        return;
      case 'footnoteReference': {
        const span = spanOfNode(here);
        if (isRead(here.identifier))
          put(source.slice(span.start, span.end), index => ({
            start: span.start + index,
            end: span.start + index + 1,
          }));
        return;
      }
      case 'image':
        put(here.alt ?? '', () => spanOfNode(here));
        return;
      case 'emphasis':
      case 'strong':
      case 'link': {
        const start = characters.length;
        for (const child of here.children) walk(child);
        marks.push({kind: here.type, start, end: characters.length});
        return;
      }
      default:
        if ('children' in here) for (const child of here.children) walk(child as Nodes);
    }
  };
  walk(node);

  const whole = spanOfNode(node);
  return {
    value: characters.join(''),
    marks: marks.sort((one, other) => one.start - other.start || other.end - one.end),
    spanOf(start, end) {
      const first = starts[start] ?? ends.at(-1) ?? whole.start;
      return {start: first, end: end > start ? (ends[end - 1] ?? first) : first};
    },
  };
}

/**
 * Where each code unit of a text node's value stands in the source.
 *
 * The two differ by escapes (`\.`), character references (`&amp;`), and what Markdown drops at line ends: white
 * space, and the marks of the quotation or list around.
 *
 *     value   a & b. c
 *     source  a &amp; b\. c
 *
 * @param value the node's value
 * @param source the whole source
 * @param span the node's place in it
 * @returns one span for each code unit of `value`
 */
export function alignText(value: string, source: string, span: Span): readonly Span[] {
  const places: Span[] = [];
  let at = span.start;
  while (places.length < value.length && at < span.end) {
    const wanted = value.charAt(places.length);
    const typed = source.charAt(at);
    if (typed === '\\' && ESCAPABLE.test(source.charAt(at + 1)) && source.charAt(at + 1) === wanted) {
      places.push({start: at, end: at + 2});
      at += 2;
      continue;
    }
    if (typed === '&') {
      CHARACTER_REFERENCE.lastIndex = at;
      const reference = CHARACTER_REFERENCE.exec(source)?.[0];
      const decoded = reference === undefined ? undefined : decodeString(reference);
      if (
        reference !== undefined &&
        decoded !== reference &&
        decoded &&
        value.startsWith(decoded, places.length)
      ) {
        for (let index = 0; index < decoded.length; index++)
          places.push({start: at, end: at + reference.length});
        at += reference.length;
        continue;
      }
    }
    if (typed === wanted || (typed === '\0' && wanted === '\uFFFD')) places.push({start: at, end: at + 1});
    at += 1;
  }
  return places;
}

/**
 * Where each code unit of inline code stands in the source. Nothing is escaped in it; a line end is a space there, a NUL is
 * U+FFFD, and one space next to the backticks may be dropped.
 */
function alignCode(value: string, source: string, span: Span): readonly Span[] {
  const places: Span[] = [];
  let at = span.start;
  while (source.charAt(at) === '`') at += 1;
  while (places.length < value.length && at < span.end) {
    const wanted = value.charAt(places.length);
    const typed = source.charAt(at);
    const length = source.startsWith('\r\n', at) ? 2 : 1;
    const isLineEnd = (typed === '\n' || typed === '\r') && wanted === ' ';
    if (typed === wanted || isLineEnd || (typed === '\0' && wanted === '\uFFFD'))
      places.push({start: at, end: at + length});
    at += length;
  }
  return places;
}
