import type {Span} from '../text/span.ts';

const OPENING = '<!--';
const CLOSING = '-->';

// What may stand before a comment at the start of a block: "17. ", "- ", "> ", or nothing.
const BLOCK_START = /^\uFEFF?(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*$/u;

// No block begins deeper in a line than this.
const DEEPEST_START = 200;

const BLANKS = /[ \t]*/uy;
const LINE_END = /[\r\n]/u;

/**
 * Comments that begin a line on which text follows: `17. <!-- … --> Remittances are …`.
 *
 * For Markdown the whole line would be HTML (CommonMark, HTML blocks, kind 2), and a number, a note or a cite in it lost.
 */
export function findLeadingComments(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(OPENING); at >= 0; ) {
    const first = commentAt(text, at);
    if (first === undefined) break;
    const row = [first];
    for (let next = afterRow(text, row); text.startsWith(OPENING, next); next = afterRow(text, row)) {
      const comment = commentAt(text, next);
      if (comment === undefined) break;
      row.push(comment);
    }
    const end = row.at(-1)?.end ?? first.end;
    if (isLeading(text, row)) found.push(...row);
    at = text.indexOf(OPENING, end);
  }
  return found;
}

function commentAt(text: string, start: number): Span | undefined {
  const close = text.indexOf(CLOSING, start + OPENING.length);
  return close < 0 ? undefined : {start, end: close + CLOSING.length};
}

/** The first place behind comments that is no blank. */
function afterRow(text: string, row: readonly Span[]): number {
  BLANKS.lastIndex = row.at(-1)?.end ?? 0;
  BLANKS.test(text);
  return BLANKS.lastIndex;
}

/** Whether comments that stand side by side begin a line, and something follows them there. */
function isLeading(text: string, row: readonly Span[]): boolean {
  const [start, end] = [row[0]?.start ?? 0, row.at(-1)?.end ?? 0];
  const before =
    text
      .slice(Math.max(0, start - DEEPEST_START), start)
      .split(LINE_END)
      .at(-1) ?? '';
  if (!BLOCK_START.test(before)) return false;
  const after = text[afterRow(text, row)];
  return after !== undefined && !LINE_END.test(after) && !LINE_END.test(text.slice(start, end));
}

/**
 * The text with each of these comments in the place of which stands a tag of the same length: that one is HTML inside a
 * line, as the author meant it, and moves no offset.
 */
export function maskComments(text: string, comments: readonly Span[]): string {
  let masked = '';
  let done = 0;
  for (const {start, end} of comments) {
    masked += text.slice(done, start) + maskOf(end - start);
    done = end;
  }
  return masked + text.slice(done);
}

const MASK_START = '<x ';

/** `<x        >` */
function maskOf(length: number): string {
  return `${MASK_START}${' '.repeat(length - MASK_START.length - 1)}>`;
}
