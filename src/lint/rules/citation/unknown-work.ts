import type {Cite} from '../../../citation/types.ts';
import {cites} from '../../cite-fault.ts';
import {namePlace, relateEntry} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const unknownWork: Rule = defineRule({
  code: 'unknown-work',
  group: 'citation',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds a reference that fits no entry of the bibliography.',
    why: 'What the bibliography does not hold can be neither checked nor linked, and every *op cit* that leans on it hangs in the air.',
    instead:
      'Add an entry, by hand or with `opcit bib extract`, or correct the reference if it was meant to be one that is there.',
  },
  *check(subject) {
    for (const resolution of cites(subject.citations, 'unknown-work')) {
      const {cite} = resolution;
      const suggestions = resolution.status === 'unresolved' ? resolution.suggestions : [];
      const nearest = suggestions[0];
      yield {
        span: cite.span,
        message: `Unexpected work ${quote(nameWork(cite))} in ${namePlace(cite.in)}, expected one of the bibliography`,
        help:
          nearest === undefined
            ? 'Add an entry for it: `opcit bib extract` makes one from a full reference.'
            : `Add an entry for it, or correct the reference if ${quote(nearest)} is meant.`,
        ...(suggestions.length > 0
          ? {
              suggestions,
              related: suggestions
                .flatMap(key => relateEntry(subject, key, 'the nearest entry is here'))
                .slice(0, 1),
            }
          : {}),
      };
    }
  },
});

function nameWork({names, year, title, text}: Cite): string {
  const named = names ?? title ?? text;
  return year === undefined || named === text ? named : `${named} (${year.text})`;
}
