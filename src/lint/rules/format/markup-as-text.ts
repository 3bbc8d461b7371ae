import {findRawMarkup, type RawMarkup} from '../../../manuscript/raw-markup.ts';
import {slice} from '../../../text/span.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const markupAsText: Rule = defineRule({
  code: 'markup-as-text',
  group: 'format',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds HTML such as `<sub>`, `<br>` or `<div>`, LaTeX commands such as `\\newpage`, and a comment that is never closed. They are printed in the files as they are typed.',
    why: 'The committee reads “H<sub>2</sub>O” with its brackets. What HTML does in a browser, no DOCX or PDF does.',
    instead: 'Write it in Markdown, or take it out. A comment, `<!-- … -->`, is never printed and may stay.',
  },
  *check({manuscript}) {
    for (const markup of findRawMarkup(manuscript)) {
      yield {
        span: markup.span,
        message: describe(markup, slice(manuscript.source.text, markup.span)),
        help: helpFor(markup),
      };
    }
  },
});

function describe({kind}: RawMarkup, typed: string): string {
  if (kind === 'comment') return 'Unexpected comment without an end, expected `-->` where it ends';
  return `Unexpected ${quote(typed)} in the text, expected Markdown`;
}

function helpFor({kind, name}: RawMarkup): string {
  if (kind === 'comment')
    return 'Close the comment; until then all that follows is printed, as one piece of text.';
  if (kind === 'latex')
    return 'It is printed as typed: take it out; pages and lines break where they are full.';
  const instead = INSTEAD.get(name);
  return instead === undefined
    ? 'It is printed as typed: take it out, or put it between backticks where the reader is to see it.'
    : `It is printed as typed: ${instead}.`;
}

const STRONG = 'write **strong words** between two asterisks';
const EMPHASIS = 'write *emphasis* between asterisks';
const LIST = 'begin each item of a list with a hyphen on a line of its own';
const PLAIN = 'take it out and leave its contents; an empty line parts two paragraphs';
const TABLE = 'write a table with bars, `| Year | Total |`, and a line `| --- | --- |` under its head';

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['sub', 'use the lowered sign itself, as in H₂O'],
  ['sup', 'use the raised sign itself, as in m², or `[^1]` for a note'],
  ['br', 'end the line with a backslash, or leave an empty line between two paragraphs'],
  ['b', STRONG],
  ['strong', STRONG],
  ['i', EMPHASIS],
  ['em', EMPHASIS],
  ['u', EMPHASIS],
  ['s', 'write ~~deleted words~~ between two tildes'],
  ['del', 'write ~~deleted words~~ between two tildes'],
  ['p', PLAIN],
  ['div', PLAIN],
  ['span', PLAIN],
  ['center', PLAIN],
  ['font', PLAIN],
  ['ul', LIST],
  ['ol', LIST],
  ['li', LIST],
  ['table', TABLE],
  ['tr', TABLE],
  ['td', TABLE],
  ['a', 'write a link as [its words](its address)'],
  ['img', 'write an image as ![what it shows](its file)'],
  ['hr', 'write three hyphens on a line of their own'],
  ['blockquote', 'begin each line of a quotation with >'],
]);
