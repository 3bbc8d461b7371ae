import type {Cite} from '../../../citation/types.ts';
import {namePlace, relateCite} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const fullCitationRepeated: Rule = defineRule({
  code: 'full-citation-repeated',
  group: 'citation',
  severity: 'info',
  fixes: 'none',
  docs: {
    what: 'Finds a work that is cited in full a second time.',
    why: 'It is not wrong, but it costs words, and two full citations of one work tend to drift apart.',
    instead: 'Use a short form or *op cit* after the first full citation.',
  },
  *check(subject) {
    const first = new Map<string, Cite>();
    for (const resolution of subject.citations.resolutions) {
      if (resolution.status !== 'resolved' || resolution.cite.form !== 'full') continue;
      const {cite, key} = resolution;
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, cite);
        continue;
      }
      yield {
        span: cite.span,
        message: `Unexpected second full citation of ${quote(key)} in ${namePlace(cite.in)}, expected a short form`,
        help: `It was cited in full in ${namePlace(before.in)}; a short form or op cit is enough here.`,
        related: [relateCite(subject, before, 'first cited in full here')],
      };
    }
  },
});
