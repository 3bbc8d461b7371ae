import {visit} from 'unist-util-visit';
import {contains, type Span} from '../text/span.ts';
import {spanOfNode} from './node-span.ts';
import type {Manuscript} from './types.ts';

/** Items that an author typed on lines of their own, which Markdown runs together into one. */
export interface RunOnLines {
  /** The markers that begin a line and are printed within one, `(b)`, in order; at least one. */
  readonly markers: readonly [Span, ...(readonly Span[])];
  /** Where each of these lines begins, before its blanks. */
  readonly lines: readonly number[];
  /** Whether an empty line before each makes a paragraph of it; not in a note or a quotation. */
  readonly canBePartedByEmptyLines: boolean;
}

// What an item on a line of its own begins with: "(a) ", "b) ", "(iv) ", "(2) ", "• ".
const MARKER =
  /^[ \t>]*(?<marker>\((?<bracketed>[a-z]|[ivx]{1,5}|\d{1,2})\)|(?<bare>[a-z]|[ivx]{1,5})[.)]|[•◦▪●‣])[ \t]/u;

// What ends a line for good: two spaces, a backslash.
const HARD_END = /(?: {2}|\\)$/u;

const LINE_END = /\r\n|\n|\r/gu;

interface Item {
  /** What stands in the marker: "a", "iv", "2", "•". */
  readonly label: string;
  readonly marker: Span;
  readonly line: number;
  readonly runsOn: boolean;
}

/**
 * Paragraphs in which two or more lines begin as items do, each the next in order (`(a)`, `(b)`): one such line alone is
 * a line that happens to be broken there.
 */
export function findRunOnLines({root, source, typedNotes}: Manuscript): readonly RunOnLines[] {
  const found: RunOnLines[] = [];
  const closed: Span[] = [];
  visit(root, node => {
    if (node.type === 'footnoteDefinition' || node.type === 'blockquote') closed.push(spanOfNode(node));
    if (node.type !== 'paragraph') return;
    const span = spanOfNode(node);
    if (typedNotes.some(note => contains(span, note.span))) return;
    const items = itemsIn(source.text, span);
    const inOrder = items.filter((item, at) => follows(items[at - 1], item) || follows(item, items[at + 1]));
    const [first, ...rest] = inOrder.filter(({runsOn}) => runsOn);
    if (first === undefined) return;
    found.push({
      markers: [first.marker, ...rest.map(({marker}) => marker)],
      lines: [first, ...rest].map(({line}) => line),
      canBePartedByEmptyLines: !closed.some(one => contains(one, span)),
    });
  });
  return found;
}

function itemsIn(text: string, {start, end}: Span): readonly Item[] {
  const items: Item[] = [];
  const typed = text.slice(start, end);
  let from = 0;
  let before: string | undefined;
  for (const to of [...typed.matchAll(LINE_END), undefined]) {
    const line = typed.slice(from, to?.index ?? typed.length);
    const match = MARKER.exec(line);
    const marker = match?.groups?.['marker'];
    if (match !== null && marker !== undefined) {
      const at = start + from + match[0].lastIndexOf(marker);
      items.push({
        label: match.groups?.['bracketed'] ?? match.groups?.['bare'] ?? marker,
        marker: {start: at, end: at + marker.length},
        line: start + from,
        runsOn: before !== undefined && !HARD_END.test(before),
      });
    }
    before = line;
    from = (to?.index ?? typed.length) + (to?.[0].length ?? 0);
  }
  return items;
}

const ROMAN: readonly string[] = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const NOT_FOUND = -1;

/** Whether an item is the next after another: "b" after "a", "ii" after "i", "3" after "2", a bullet after a bullet. */
function follows(one: Item | undefined, next: Item | undefined): boolean {
  if (one === undefined || next === undefined) return false;
  if (/^[•◦▪●‣]$/u.test(one.label)) return one.label === next.label;
  if (/^\d/u.test(one.label)) return Number(next.label) === Number(one.label) + 1;
  return isNext(ROMAN.indexOf(one.label), ROMAN.indexOf(next.label)) || isNextLetter(one.label, next.label);
}

function isNextLetter(one: string, next: string): boolean {
  return one.length === 1 && next.length === 1 && isNext(LETTERS.indexOf(one), LETTERS.indexOf(next));
}

function isNext(one: number, next: number): boolean {
  return one !== NOT_FOUND && next === one + 1;
}
