import type {Span} from '../text/span.ts';

const OPENING = '<!--';
const CLOSING = '-->';

/**
 * The parts of raw HTML outside its comments. A comment that is never closed counts as text, so that a slip cannot
 * make the rest of a submission vanish.
 *
 *     <b>one</b><!-- two --> three
 *     ^^^^^^^^^^            ^^^^^^
 *
 * @returns spans in `html`, in order, none of them empty
 */
export function splitComments(html: string): readonly Span[] {
  const parts: Span[] = [];
  let from = 0;
  while (from < html.length) {
    const start = html.indexOf(OPENING, from);
    const closing = start === -1 ? -1 : html.indexOf(CLOSING, start + OPENING.length);
    if (closing === -1) {
      parts.push({start: from, end: html.length});
      break;
    }
    if (start > from) parts.push({start: from, end: start});
    from = closing + CLOSING.length;
  }
  return parts;
}
