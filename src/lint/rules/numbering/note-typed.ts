import type {Nodes, Text} from 'mdast';
import type {Manuscript} from '../../../manuscript/types.ts';
import type {Span} from '../../../text/span.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule} from '../../rule.ts';

// Raised digits, with what stands before them: "economy.¹", "year²³".
const RAISED = /(?<before>[\p{L}\p{Nd}]{0,12})(?<digits>[⁰¹²³⁴-⁹]{1,3})(?![ᵃ-ᶿⁿⁱ⁺⁻])/gu;

// The same in HTML: "economy.<sup>1</sup>".
const RAISED_HTML = /^<sup>$/iu;

// What is measured in squares and cubes: "km²", "m³", "x²", "R²".
const UNIT = /(?:^|\d)(?:\p{L}|[kcmd]m|mi|ft|in|yd|inch|foot|feet|yard|mile|miles|metre|metres)$/iu;

// A year may carry a note, "2003¹"; any other number carries an exponent, "10⁶".
const YEAR = /^(?:1[5-9]|20)\d\d$/u;

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export const noteTyped: Rule = defineRule({
  code: 'note-typed',
  group: 'numbering',
  severity: 'warning',
  fixes: 'review',
  docs: {
    what: 'Finds note numbers typed as raised digits, `¹` or `<sup>1</sup>`. Squares, cubes and powers (km², 10⁶) are left alone.',
    why: 'To every tool they are plain text: no note is tied to them, and they keep their number when the notes change.',
    instead: 'Write `[^1]` in the text and `[^1]: …` for the note.',
  },
  *check({manuscript}) {
    for (const {span, label} of typedMarks(manuscript)) {
      const note = manuscript.notes.find(one => one.label === label && one.duplicateOf === undefined);
      const finding: Finding = {
        span,
        message: `Unexpected typed note number ${quote(manuscript.source.text.slice(span.start, span.end))}, expected a note reference such as ${quote(`[^${label}]`)}`,
        help:
          note === undefined
            ? `Write ${quote(`[^${label}]`)} here, and ${quote(`[^${label}]: …`)} for the note.`
            : `Write ${quote(`[^${label}]`)} here; the note is there.`,
      };
      yield note === undefined
        ? finding
        : {
            ...finding,
            fix: {
              title: `Replace it by a reference to note [^${label}]`,
              applicability: 'review',
              edits: [{span, insert: `[^${label}]`}],
            },
          };
    }
  },
});

interface TypedMark {
  readonly span: Span;
  /** The number in plain digits. */
  readonly label: string;
}

function* typedMarks({root, source}: Manuscript): Generator<TypedMark> {
  const texts: Text[] = [];
  const raised: Span[] = [];
  collect(root, texts, raised);
  for (const text of texts) yield* raisedDigits(text, source.text);
  for (const span of raised) {
    const label = source.text.slice(span.start, span.end).replace(/<\/?sup>/giu, '');
    if (/^\d{1,3}$/u.test(label) && !isMeasure(source.text.slice(0, span.start))) yield {span, label};
  }
}

/** Text nodes, and the spans from `<sup>` to `</sup>`, in the order of the text. */
function collect(node: Nodes, texts: Text[], raised: Span[]): void {
  if (node.type === 'text') texts.push(node);
  if (!('children' in node)) return;
  node.children.forEach((child, index) => {
    if (child.type === 'html' && RAISED_HTML.test(child.value)) {
      const close = node.children[index + 2];
      const start = child.position?.start.offset;
      const end = close?.position?.end.offset;
      if (close?.type === 'html' && start !== undefined && end !== undefined) raised.push({start, end});
    }
    collect(child, texts, raised);
  });
}

function* raisedDigits(text: Text, source: string): Generator<TypedMark> {
  const start = text.position?.start.offset ?? 0;
  const typed = source.slice(start, text.position?.end.offset ?? start);
  for (const match of typed.matchAll(RAISED)) {
    const {before = '', digits = ''} = match.groups ?? {};
    if (isMeasure(before)) continue;
    const at = start + match.index + before.length;
    const label = Array.from(digits, digit => DIGITS.indexOf(digit)).join('');
    yield {span: {start: at, end: at + digits.length}, label};
  }
}

/** Whether what stands before a raised number makes it a square, a cube or a power. */
function isMeasure(before: string): boolean {
  const word = /[\p{L}\p{Nd}]{1,12}$/u.exec(before.slice(-12))?.[0] ?? '';
  if (/^\d+$/u.test(word)) return !YEAR.test(word);
  return UNIT.test(word);
}
