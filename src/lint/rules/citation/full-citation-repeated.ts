import type {Entry} from '../../../bibliography/types.ts';
import type {Cite} from '../../../citation/types.ts';
import {wordsOf} from '../../../text/words.ts';
import {namePlace, relateCite} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const fullCitationRepeated: Rule = defineRule({
  code: 'full-citation-repeated',
  group: 'citation',
  severity: 'info',
  fixes: 'none',
  docs: {
    what: 'Finds a work that is cited in full a second time. A citation that says more than the one before, its year or its publisher, is not reported.',
    why: 'It is not wrong, but it costs words, and two full citations of one work tend to drift apart.',
    instead: 'Use a short form or *op cit* after the first full citation.',
    convention:
      'A work is cited in full where it is first mentioned, and in a short form from then on (New Hart’s Rules, ch. 17; OSCOLA, 4th edition, 1.2).',
  },
  *check(subject) {
    const first = new Map<string, Cite>();
    for (const resolution of subject.citations.resolutions) {
      if (resolution.status !== 'resolved' || resolution.cite.form !== 'full') continue;
      const {cite, key} = resolution;
      const before = first.get(key);
      // What stood before may be a mention of the work; this is then the full citation.
      if (before === undefined || saysMore(cite, before, subject.bibliography.byKey.get(key))) {
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

/** Whether a citation gives the year, the publisher, the place or the journal, which an earlier one of the work leaves out. */
function saysMore(later: Cite, earlier: Cite, entry: Entry | undefined): boolean {
  if (later.year !== undefined && earlier.year === undefined) return true;
  return [entry?.publisher, entry?.place, entry?.container].some(
    value => value !== undefined && holds(later, value) && !holds(earlier, value),
  );
}

function holds({text}: Cite, value: string): boolean {
  return foldedLine(text).includes(foldedLine(value));
}

/** The folded words of a text in one line, each between spaces. */
function foldedLine(text: string): string {
  return ` ${wordsOf(text)
    .map(({folded}) => folded)
    .join(' ')} `;
}
