import type {Cite} from '../../../citation/types.ts';
import {isLeftByBrokenEntry} from '../../broken-entry.ts';
import {cites} from '../../cite-fault.ts';
import {nameCite, namePlace, relateEntry, relateFirstCites} from '../../cite-words.ts';
import {quoteList} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const opCitAmbiguous: Rule = defineRule({
  code: 'op-cit-ambiguous',
  group: 'citation',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds an *op cit*, short form or reference that fits two or more works.',
    why: 'Two works by one author make “Smith, op cit” a guess. opcit does not guess, and a reader should not have to.',
    instead: 'Add the year or a short title: “Smith (2010) op cit”, “Smith, *The State*, op cit”.',
    convention:
      'Some styles let *op cit* mean the work by that author cited last (biblatex’s *verbose-trad1* does); the maintainers of CSL advise against it. opcit reads it strictly, because a committee’s reader cannot be expected to know which rule was followed.',
  },
  *check(subject) {
    for (const resolution of cites(subject.citations, 'op-cit-ambiguous')) {
      if (resolution.status !== 'ambiguous') continue;
      const {cite, candidates} = resolution;
      if (isLeftByBrokenEntry(subject, candidates)) continue;
      const firstCites = relateFirstCites(subject, candidates);
      yield {
        span: cite.span,
        message: `Unexpected ${nameCite(cite)} in ${namePlace(cite.in)}, expected words that fit one work`,
        help: `${helpFor(cite)} It fits ${quoteList(candidates, 'and')}.`,
        related:
          firstCites.length > 0
            ? firstCites
            : candidates.flatMap(key => relateEntry(subject, key, 'it fits this entry')),
        suggestions: candidates,
      };
    }
  },
});

function helpFor(cite: Cite): string {
  if (cite.form === 'full')
    return 'Remove one of the entries if they are the same work, or cite it in more detail.';
  if (cite.names === undefined && cite.title === undefined)
    return 'Name the author and the year of the work.';
  return cite.year === undefined ? 'Add the year or a short title.' : 'Add a short title.';
}
