import type {Cite} from '../../../citation/types.ts';
import {slice} from '../../../text/span.ts';
import {cites} from '../../cite-fault.ts';
import {namePlace} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule, type Subject} from '../../rule.ts';

// A citekey as Pandoc reads it: "@smith2010", "@{smith:2010}".
const CITEKEY = /@\{?([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?)/u;

export const unknownKey: Rule = defineRule({
  code: 'unknown-key',
  group: 'citation',
  severity: 'error',
  fixes: 'review',
  docs: {
    what: 'Finds a citekey, `@smith2010`, that no entry of the bibliography has.',
    why: 'The work cannot be looked up, and the key itself would be printed in the note.',
    instead: 'Correct the key, or add the entry.',
    convention: 'Keys are compared letter by letter, capitals included, as Pandoc does.',
  },
  *check(subject) {
    for (const resolution of cites(subject.citations, 'unknown-key')) {
      const {cite} = resolution;
      const suggestions = resolution.status === 'unresolved' ? resolution.suggestions : [];
      const place = locateKey(cite, subject);
      const nearest = suggestions[0];
      yield {
        span: place?.span ?? cite.span,
        message: `Unexpected key ${quote(place?.key ?? cite.text)} in ${namePlace(cite.in)}, expected a key of the bibliography`,
        help: nearest === undefined ? 'Add an entry with this key.' : `Did you mean ${quote(nearest)}?`,
        ...(nearest === undefined ? {} : {suggestions}),
        ...(nearest === undefined || place === undefined ? {} : {fix: keyFix(place, nearest)}),
      };
    }
  },
});

interface KeyPlace {
  readonly key: string;
  /** The key without its `@` and braces. */
  readonly span: {readonly start: number; readonly end: number};
}

function locateKey({span}: Cite, {manuscript}: Subject): KeyPlace | undefined {
  const match = CITEKEY.exec(slice(manuscript.source.text, span));
  const key = match?.[1];
  if (match === null || key === undefined) return undefined;
  const start = span.start + match.index + match[0].length - key.length;
  return {key, span: {start, end: start + key.length}};
}

function keyFix({key, span}: KeyPlace, nearest: string): NonNullable<Finding['fix']> {
  return {
    title: `Replace the key ${key} by ${nearest}`,
    applicability: 'review',
    edits: [{span, insert: nearest}],
  };
}
