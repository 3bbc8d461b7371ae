import type {Cite} from '../../../citation/types.ts';
import {cites, type UnsettledResolution} from '../../cite-fault.ts';
import {nameCite, namePlace, relateCite, relateEntry} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule, type Subject} from '../../rule.ts';

export const opCitWithoutAntecedent: Rule = defineRule({
  code: 'op-cit-without-antecedent',
  group: 'citation',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds an *op cit*, *loc cit*, *supra* or short title whose work is not cited in full anywhere before it; names with a year stand by themselves.',
    why: 'A reader who turns back to find the work finds nothing to turn back to.',
    instead: 'Cite the work in full here, or move its full citation to an earlier note.',
    convention:
      '*Op cit* (opere citato, “in the work cited”) stands for a work that an earlier note has cited in full.',
  },
  *check(subject) {
    for (const resolution of cites(subject.citations, 'op-cit-without-antecedent')) {
      yield describe(resolution, subject);
    }
  },
});

function describe(resolution: UnsettledResolution, subject: Subject): Finding {
  const {cite} = resolution;
  const where = `${nameCite(cite)} in ${namePlace(cite.in)}`;
  if (resolution.status === 'conflict') {
    return {
      span: cite.span,
      message: `Unexpected ${where}, expected an earlier full citation of ${quote(resolution.key)}`,
      help: `${quote(resolution.key)} is in the bibliography, but no note cites it in full; do so here.`,
      related: [
        ...(resolution.antecedent === undefined
          ? []
          : [relateCite(subject, resolution.antecedent, 'cited here, but not in full')]),
        ...relateEntry(subject, resolution.key, 'the work is this entry'),
      ],
      suggestions: [resolution.key],
    };
  }
  const suggestions = resolution.status === 'ambiguous' ? resolution.candidates : resolution.suggestions;
  return {
    span: cite.span,
    message: `Unexpected ${where}, expected an earlier full citation`,
    help: helpFor(cite),
    ...(suggestions.length > 0 ? {suggestions} : {}),
  };
}

function helpFor({names, title}: Cite): string {
  return names === undefined && title === undefined
    ? 'Name the author and the year of the work, or cite it in full here.'
    : 'Cite the work in full here or in an earlier note; if one does, check that the names agree with it.';
}
