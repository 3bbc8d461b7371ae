import type {Diagnostic} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import type {Span} from '../text/span.ts';

/** Code units before a line's text that may open quotations and lists; nobody nests a hundred of them. */
const WIDEST_OPENING = 200;

/** Boxes inside boxes, all open at once. */
const MOST_OPEN_BOXES = 50;

// What may open quotations and lists at the start of a line: "> > - 1. ".
const OPENINGS = /(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/uy;

// A line that opens a container, ":::box{number=1}"; one that closes it, ":::".
const CONTAINER_LINE = /[ \t>]*:::+[ \t]*(?<name>[A-Za-z])?/uy;

const LINE = /[^\r\n]+/gu;
const MARK = /[^\s]/gu;

/**
 * What opens quotations, lists and boxes deeper than any text has them, in the order of the text.
 *
 * A parser follows each of them down, so that ten thousand signs in one line would end in a full stack, and a thousand
 * indented bullets take minutes.
 */
export function findDeepNesting(text: string): readonly Span[] {
  const deep: Span[] = [];
  let open = 0;
  for (const {0: line, index} of text.matchAll(LINE)) {
    OPENINGS.lastIndex = index;
    const opened = OPENINGS.exec(text)?.[0].length ?? 0;
    const tooDeep = {start: index + WIDEST_OPENING, end: index + opened};
    if (opened > WIDEST_OPENING && text.slice(tooDeep.start, tooDeep.end).trim() !== '') deep.push(tooDeep);
    if (!line.includes(':::')) continue;
    CONTAINER_LINE.lastIndex = index;
    const match = CONTAINER_LINE.exec(text);
    if (match === null) continue;
    const isOpening = match.groups?.['name'] !== undefined;
    open = Math.max(0, open + (isOpening ? 1 : -1));
    if (isOpening && open > MOST_OPEN_BOXES) deep.push({start: index, end: index + match[0].length});
  }
  return deep;
}

/** The text with letters in their place, which open nothing and move no offset. */
export function flatten(text: string, deep: readonly Span[]): string {
  let flat = '';
  let done = 0;
  for (const {start, end} of deep) {
    flat += text.slice(done, start) + text.slice(start, end).replace(MARK, 'x');
    done = end;
  }
  return flat + text.slice(done);
}

/** One finding, where the nesting first goes too deep. */
export function reportDeepNesting({path, text}: SourceText, diagnostics: Diagnostic[]): void {
  const [first] = findDeepNesting(text);
  if (first === undefined) return;
  const mark = text.slice(first.start, first.end).search(/\S/u);
  const start = mark < 0 ? first.start : first.start + mark;
  diagnostics.push({
    code: 'nested-too-deep',
    severity: 'error',
    path,
    span: {start, end: Math.min(first.end, start + 1)},
    message:
      'Unexpected depth of quotations, lists or boxes inside each other, expected a text that people can follow',
    help: 'Take signs away at the start of the line, or close the boxes that are open; what goes deeper is not read.',
  });
}
