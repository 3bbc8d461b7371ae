import {cites} from '../../cite-fault.ts';
import {nameCite, namePlace, relateFirstCites} from '../../cite-words.ts';
import {quoteList} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const ibidAmbiguous: Rule = defineRule({
  code: 'ibid-ambiguous',
  group: 'citation',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds an *ibid* or *idem* after a note that cites several works.',
    why: '*Ibid* can then mean any of them, and readers choose differently.',
    instead: 'Name the work that is meant.',
    convention:
      '*Ibid* may follow a note only if that note cites a single work (*The Chicago Manual of Style*, 17th edition, 14.34).',
  },
  *check(subject) {
    for (const resolution of cites(subject.citations, 'ibid-ambiguous')) {
      if (resolution.status !== 'ambiguous') continue;
      const {cite, candidates} = resolution;
      yield {
        span: cite.span,
        message: `Unexpected ${nameCite(cite)} in ${namePlace(cite.in)}, expected one work just before it`,
        help: `Name the work that is meant: ${quoteList(candidates, 'or')}.`,
        related: relateFirstCites(subject, candidates),
        suggestions: candidates,
      };
    }
  },
});
