import {findRunOnLines, type RunOnLines} from '../../../manuscript/run-on-lines.ts';
import {slice} from '../../../text/span.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule} from '../../rule.ts';

export const linesRunTogether: Rule = defineRule({
  code: 'lines-run-together',
  group: 'numbering',
  severity: 'warning',
  fixes: 'review',
  docs: {
    what: 'Finds items such as `(a)` and `(b)`, or `•`, on lines that follow each other without an empty line between them. Markdown reads the lines of a paragraph as one.',
    why: 'They are printed in one line, “(a) the first (b) the second”, and the list that the author saw is gone.',
    instead: 'Leave an empty line before each item, or make it a list with hyphens.',
  },
  *check({manuscript}) {
    const {text} = manuscript.source;
    for (const lines of findRunOnLines(manuscript)) {
      const [marker] = lines.markers;
      yield {
        span: marker,
        message: `Unexpected ${quote(slice(text, marker))} right below the line before, expected an empty line between the two`,
        help: 'Markdown prints lines without an empty line between them as one.',
        ...fixFor(lines, text),
      };
    }
  },
});

function fixFor(
  {lines, canBePartedByEmptyLines}: RunOnLines,
  text: string,
): {readonly fix?: NonNullable<Finding['fix']>} {
  const [first, ...rest] = lines.map(line => ({
    span: {start: line, end: line},
    insert: lineEndBefore(text, line),
  }));
  if (!canBePartedByEmptyLines || first === undefined) return {};
  return {
    fix: {title: 'Put an empty line before each item', applicability: 'review', edits: [first, ...rest]},
  };
}

/** The line end that the author uses, of one or two characters. */
function lineEndBefore(text: string, line: number): string {
  return text.slice(line - 2, line) === '\r\n' ? '\r\n' : text.slice(line - 1, line);
}
