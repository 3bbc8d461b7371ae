import type {IgnoreComment, Manuscript} from '../../../manuscript/types.ts';
import type {Span} from '../../../text/span.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type JudgedIgnore, type Rule} from '../../rule.ts';

export const ignoreUnused: Rule = defineRule({
  code: 'ignore-unused',
  group: 'opcit',
  severity: 'warning',
  fixes: 'review',
  docs: {
    what: 'Finds an `opcit-ignore` comment that silences nothing: the finding is gone, the code is misspelt or missing, it names several, or the comment does not stand right before its block.',
    why: 'It will silence the next finding of its kind that turns up there, which nobody has looked at.',
    instead: 'Remove the comment, correct its code, or move it to the line before the block.',
  },
  check: () => [],
  *checkIgnores({manuscript}, ignores) {
    for (const judged of ignores) {
      const {ignore, verdict, suggestions} = judged;
      if (verdict === 'unknown-code') {
        const nearest = suggestions[0];
        yield {
          span: ignore.span,
          message: `Unexpected code ${quote(ignore.code)} in an ignore comment, expected ${nearest === undefined ? 'the code of a rule' : quote(nearest)}`,
          help: '`opcit rules` lists every code.',
          fix: nearest === undefined ? removal(judged, manuscript) : correction(judged, nearest, manuscript),
          ...(suggestions.length > 0 ? {suggestions} : {}),
        };
      }
      if (verdict === 'malformed') yield* describeMalformed(ignore);
      if (verdict === 'unused') {
        yield {
          span: ignore.span,
          message: `Unexpected ${quote(`opcit-ignore ${ignore.code}`)}, expected a finding of this code in the block below it`,
          help:
            ignore.covers === undefined
              ? 'No block follows it; move it before the block that it is for, or remove it.'
              : 'Remove it, or move it right before the block that it is for.',
          fix: removal(judged, manuscript),
        };
      }
    }
  },
});

/** A comment that cannot be read; one without a colon is reported by the rule about reasons. */
function* describeMalformed({fault, word, code, span}: IgnoreComment): Generator<Finding> {
  const help = 'Write <!-- opcit-ignore add-refs: why it may stay -->; until then it silences nothing.';
  if (fault === 'other-word') {
    const message = `Unexpected ${quote(word)} in a comment, expected \`opcit-ignore\``;
    yield {span, message, help};
  }
  if (fault === 'no-code') {
    const message = 'Unexpected `opcit-ignore` without a code, expected the code of a rule behind it';
    yield {span, message, help};
  }
  if (fault === 'several-codes') {
    const message = `Unexpected second code behind ${quote(`opcit-ignore ${code}`)}, expected one code in each comment`;
    yield {span, message, help: 'Write a comment for each code, each with its reason, one above the other.'};
  }
}

function correction(
  {ignore}: JudgedIgnore,
  nearest: string,
  {source}: Manuscript,
): NonNullable<Finding['fix']> {
  const start = source.text.indexOf(ignore.code, ignore.span.start + '<!--'.length + 'opcit-ignore'.length);
  return {
    title: `Replace the code ${ignore.code} by ${nearest}`,
    applicability: 'review',
    edits: [{span: {start, end: start + ignore.code.length}, insert: nearest}],
  };
}

function removal({ignore}: JudgedIgnore, {source}: Manuscript): NonNullable<Finding['fix']> {
  return {
    title: 'Remove the comment',
    applicability: 'review',
    edits: [{span: wholeLine(ignore.span, source.text), insert: ''}],
  };
}

// The rest of a line that holds nothing more, and one blank line after it.
const REST_OF_LINE = /^[ \t]*(?:$|(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))?)/u;

/** The comment with its line, and the blank line below, where it stands alone on it. */
function wholeLine(span: Span, text: string): Span {
  const isAtStart = span.start === 0 || /[\r\n]/u.test(text.charAt(span.start - 1));
  const rest = REST_OF_LINE.exec(text.slice(span.end));
  return isAtStart && rest !== null ? {start: span.start, end: span.end + rest[0].length} : span;
}
