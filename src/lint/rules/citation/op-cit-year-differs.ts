import type {Cite} from '../../../citation/types.ts';
import {slice} from '../../../text/span.ts';
import {cites} from '../../cite-fault.ts';
import {nameCite, namePlace, relateCite, relateEntry} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule, type Subject} from '../../rule.ts';

export const opCitYearDiffers: Rule = defineRule({
  code: 'op-cit-year-differs',
  group: 'citation',
  severity: 'error',
  fixes: 'review',
  docs: {
    what: 'Finds an *op cit* or short form whose names fit one work but whose year is another’s.',
    why: 'Either the year is a slip, or another work is meant that is not cited in full. A reader cannot tell which.',
    instead: 'Correct the year, or cite the other work in full first.',
    convention:
      'In author–date citation the year is part of the work’s name: another year is another work (The Chicago Manual of Style, ch. 15). A year beside *op cit* is read so.',
  },
  *check(subject) {
    for (const resolution of cites(subject.citations, 'op-cit-year-differs')) {
      if (resolution.status !== 'conflict') continue;
      const {cite, key, antecedent} = resolution;
      const difference = resolution.differences.find(({field}) => field === 'year');
      const expected = difference?.expected ?? subject.bibliography.byKey.get(key)?.year?.toString();
      yield describe(subject, {cite, key, antecedent, expected});
    }
  },
});

interface YearConflict {
  readonly cite: Cite;
  readonly key: string;
  readonly antecedent: Cite | undefined;
  readonly expected: string | undefined;
}

function describe(subject: Subject, {cite, key, antecedent, expected}: YearConflict): Finding {
  const typed = cite.year?.text ?? 'no year';
  const fix = yearFix(subject, cite, expected);
  return {
    span: cite.span,
    message: `Unexpected year ${quote(typed)} in ${nameCite(cite)} in ${namePlace(cite.in)}, expected ${expected === undefined ? `the year of ${quote(key)}` : quote(expected)}`,
    help: helpFor({cite, key, antecedent, expected}),
    related:
      antecedent === undefined
        ? relateEntry(subject, key, 'the work is this entry')
        : [
            relateCite(
              subject,
              antecedent,
              `${quote(key)} is cited ${comesLater(cite, antecedent) ? 'in full only here, later' : 'here'}`,
            ),
          ],
    ...(fix === undefined ? {} : {fix}),
    suggestions: [key],
  };
}

function helpFor({cite, key, antecedent, expected}: YearConflict): string {
  const dated = expected === undefined ? 'has no year' : `is dated ${expected}`;
  if (antecedent === undefined || !comesLater(cite, antecedent)) {
    return `${quote(key)} ${dated}: correct the year, or cite the other work in full first.`;
  }
  const later = namePlace(antecedent.in);
  return `${quote(key)} ${dated} and is cited in full only later, in ${later}: correct the year, give the full citation here and the short form in ${later}. If another work is meant, cite that in full.`;
}

function comesLater(cite: Cite, antecedent: Cite): boolean {
  return antecedent.id > cite.id;
}

function yearFix({manuscript}: Subject, {year}: Cite, expected: string | undefined): Finding['fix'] {
  if (year === undefined || expected === undefined) return undefined;
  if (slice(manuscript.source.text, year.span) !== year.text) return undefined;
  return {
    title: `Replace the year ${year.text} by ${expected}`,
    applicability: 'review',
    edits: [{span: year.span, insert: expected}],
  };
}
