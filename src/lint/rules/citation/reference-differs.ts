import type {Difference, Resolution} from '../../../citation/types.ts';
import type {RelatedPlace} from '../../../text/diagnostic.ts';
import {slice} from '../../../text/span.ts';
import {faultsOf} from '../../cite-fault.ts';
import {nameCite, namePlace, relateCite} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule, type Subject} from '../../rule.ts';

export const referenceDiffers: Rule = defineRule({
  code: 'reference-differs',
  group: 'citation',
  severity: 'warning',
  fixes: 'review',
  docs: {
    what: 'Finds a reference that says something else than the entry of its work: a misspelt name, another year, title, volume, publisher or place, pages that the article does not have. In a short form it finds names that are not those of the work that is meant.',
    why: 'One of the two is wrong, and readers who look the work up may not find it.',
    instead: 'Correct the reference or the entry, whichever is wrong.',
    convention:
      'The note and the entry of one work agree in everything but layout: names may be turned or cut to initials, titles cut to what stands before the colon (The Chicago Manual of Style, ch. 14).',
  },
  *check(subject) {
    const faults = faultsOf(subject.citations);
    for (const [index, resolution] of subject.citations.resolutions.entries()) {
      if (resolution.status === 'resolved') {
        for (const difference of resolution.differences) yield describe(resolution, difference, [], subject);
      } else if (resolution.status === 'conflict' && faults[index] === 'reference-differs') {
        yield describeConflict(resolution, subject);
      }
    }
  },
});

type WithKey = Extract<Resolution, {readonly status: 'resolved' | 'conflict'}>;

const ENTRY_FIELDS: Readonly<Record<Difference['field'], readonly string[]>> = {
  name: ['author', 'editor'],
  year: ['year', 'date'],
  title: ['title'],
  journal: ['journaltitle', 'journal'],
  book: ['booktitle'],
  editor: ['editor'],
  series: ['type', 'series'],
  volume: ['volume'],
  issue: ['number', 'issue'],
  pages: ['pages'],
  publisher: ['publisher', 'institution', 'school', 'organization'],
  place: ['address', 'location'],
};

/** A conflict is one cause: the difference that made it is told, the others stand in the help. */
function describeConflict(
  resolution: Extract<Resolution, {readonly status: 'conflict'}>,
  subject: Subject,
): Finding {
  const {cite, key, differences} = resolution;
  const field = resolution.conflict === 'year' ? 'year' : 'name';
  const main = differences.find(difference => difference.field === field) ?? differences[0];
  if (main !== undefined) {
    return describe(
      resolution,
      main,
      differences.filter(difference => difference !== main),
      subject,
    );
  }
  return {
    span: cite.span,
    message: `Unexpected ${field} in ${nameCite(cite)} in ${namePlace(cite.in)}, expected the ${field} of ${quote(key)}`,
    help: helpFor(resolution, []),
    related: relate(resolution, field, subject),
    suggestions: [key],
  };
}

function describe(
  resolution: WithKey,
  difference: Difference,
  others: readonly Difference[],
  subject: Subject,
): Finding {
  const {cite, key} = resolution;
  const fix = differenceFix(difference, subject);
  return {
    span: difference.span,
    message: `Unexpected ${difference.field} ${quote(difference.typed)} in ${namePlace(cite.in)}, expected ${quote(difference.expected)}`,
    help: helpFor(resolution, others),
    related: relate(resolution, difference.field, subject),
    ...(fix === undefined ? {} : {fix}),
    suggestions: [key],
  };
}

function helpFor({cite, key}: WithKey, others: readonly Difference[]): string {
  const more = others.map(
    ({field, typed, expected}) => ` Its ${field} differs too: ${quote(typed)}, ${quote(expected)}.`,
  );
  const advice =
    cite.form === 'full'
      ? `The entry ${quote(key)} says otherwise; correct whichever is wrong.`
      : `The work meant seems to be ${quote(key)}; name it as its full citation does, or cite the other work in full.`;
  return advice + more.join('');
}

/** The full citation that a short form leans on, and the field of the entry that says otherwise. */
function relate(
  {cite, key, antecedent}: WithKey,
  field: Difference['field'],
  subject: Subject,
): readonly RelatedPlace[] {
  const entry = subject.bibliography.byKey.get(key);
  const name = ENTRY_FIELDS[field].find(one => entry?.fields.has(one));
  const span = entry?.fields.get(name ?? '')?.valueSpan ?? entry?.keySpan;
  return [
    ...(antecedent === undefined || cite.form === 'full'
      ? []
      : [relateCite(subject, antecedent, 'cited here')]),
    ...(entry === undefined || span === undefined
      ? []
      : [{path: entry.path, span, message: `the entry ${quote(key)} says this`}]),
  ];
}

/** Only where the words stand in the source as they read: not across markup, escapes or entities. */
function differenceFix({field, typed, expected, span}: Difference, {manuscript}: Subject): Finding['fix'] {
  if (slice(manuscript.source.text, span) !== typed) return undefined;
  return {
    title: `Replace the ${field} by that of the entry`,
    applicability: 'review',
    edits: [{span, insert: expected}],
  };
}
