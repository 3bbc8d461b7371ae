import {cites} from '../../cite-fault.ts';
import {nameCite, namePlace, relateCite} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const opCitBeforeFullCitation: Rule = defineRule({
  code: 'op-cit-before-full-citation',
  group: 'citation',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds an *op cit* or short title that stands before the full citation of its work; names with a year stand by themselves. Source lines of boxes count where the box stands.',
    why: 'Readers meet the short form first and look for a full citation in the notes before it, where there is none. It mostly happens when a section or a box is moved.',
    instead: 'Swap the two: the full citation where the work first appears, the short form later.',
    convention: '*Op cit* looks back, never forward; *infra* is the word for what comes later.',
  },
  *check(subject) {
    for (const resolution of cites(subject.citations, 'op-cit-before-full-citation')) {
      const {cite, antecedent} = resolution;
      const later = antecedent === undefined ? 'a later note' : namePlace(antecedent.in);
      yield {
        span: cite.span,
        message: `Unexpected ${nameCite(cite)} in ${namePlace(cite.in)}, expected it after the full citation in ${later}`,
        help: `Give the full citation here and the short form in ${later}, since readers meet this one first.`,
        ...(antecedent === undefined
          ? {}
          : {related: [relateCite(subject, antecedent, `${workOf(resolution)} is cited in full only here`)]}),
      };
    }
  },
});

function workOf(resolution: {readonly status: string; readonly key?: string}): string {
  return resolution.key === undefined ? 'the work' : quote(resolution.key);
}
