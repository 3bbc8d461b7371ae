import type {Resolution} from '../../../citation/types.ts';
import {cites} from '../../cite-fault.ts';
import {citeBefore, nameCite, namePlace, relateCite} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const ibidWithoutAntecedent: Rule = defineRule({
  code: 'ibid-without-antecedent',
  group: 'citation',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds an *ibid* or *idem* with no work just before it: at the very beginning, after a placeholder, or after a cite that is itself in doubt.',
    why: '*Ibid* points at the reference above it and nowhere else. When a note is moved or put in between, it silently points at another work, or at none.',
    instead: 'Name the work: a short form or *op cit* survives the next edit.',
    convention:
      '*Ibid* (ibidem, “in the same place”) repeats the reference immediately before it, in the same note or in the note before.',
  },
  *check(subject) {
    for (const resolution of cites(subject.citations, 'ibid-without-antecedent')) {
      const {cite} = resolution;
      const before = citeBefore(subject, cite);
      yield {
        span: cite.span,
        message: `Unexpected ${nameCite(cite)} in ${namePlace(cite.in)}, expected a settled work in the cite just before`,
        help: helpFor(resolution),
        ...(before === undefined
          ? {}
          : {related: [relateCite(subject, before, 'this is the cite just before')]}),
      };
    }
  },
});

function helpFor(resolution: Resolution): string {
  if (resolution.status === 'conflict') {
    return `${quote(resolution.key)} is nowhere cited in full; do so here.`;
  }
  if (resolution.status === 'unresolved' && resolution.reason === 'note-without-work') {
    return 'The cite just before names no settled work; settle that one, or name the work here.';
  }
  return 'No work is cited just before; name the work here.';
}
