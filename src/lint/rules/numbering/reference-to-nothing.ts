import {findHeadingLinks, slugHeadings} from '../../../manuscript/heading-links.ts';
import {numberParagraphs} from '../../../manuscript/paragraphs-numbered.ts';
import type {CrossReference, CrossReferenceNumber, Manuscript} from '../../../manuscript/types.ts';
import {overlaps} from '../../../text/span.ts';
import {suggest} from '../../../text/suggest.ts';
import {numbersOfMalformed} from '../../malformed-box.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule} from '../../rule.ts';

export const referenceToNothing: Rule = defineRule({
  code: 'reference-to-nothing',
  group: 'numbering',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds “see box 5”, “paragraphs 4 to 7” or “note 3 above” where there is no such box, paragraph or note, ranges that run backwards, and a link, `[above](#about-us)`, to a heading that is not there. References to parts of other documents (“paragraph 12 of the White Paper”) are left alone.',
    why: 'Typed references go stale when a part is added, moved or taken out, and the reader finds another part or none.',
    instead:
      'Type the number that the part has now. A note has the number it is printed with, which its label need not be.',
  },
  *check({manuscript, citations, reading}) {
    const pointers = citations.resolutions.flatMap(({cite}) => cite.pointer?.span ?? []);
    const parts = listParts(manuscript, numbersOfMalformed(manuscript, reading));
    for (const reference of manuscript.crossReferences) {
      const missing = reference.numbers.filter(
        ({value, span}) =>
          !parts[reference.kind].has(value) && !pointers.some(pointer => overlaps(pointer, span)),
      );
      const existing = [...parts[reference.kind]];
      if (missing.length > 1 && missing.length === reference.numbers.length) {
        yield describeAll(reference, existing);
      } else {
        for (const number of missing) yield describe(reference, number, existing, manuscript);
      }
      if (missing.length === 0 && runsBackwards(reference)) yield describeRange(reference);
    }
    yield* checkLinks(manuscript);
  },
});

type Parts = Readonly<Record<CrossReference['kind'], ReadonlySet<number>>>;

/** The numbers that exist, as a reader sees them; also those that are typed and not read, which have their own findings. */
function listParts(manuscript: Manuscript, malformed: ReadonlySet<number>): Parts {
  const {boxes, unreadNumbers, notes, frontMatter} = manuscript;
  const unread = frontMatter.paragraphs === 'automatic' ? [] : unreadNumbers.map(({typed}) => typed);
  return {
    box: new Set([...boxes.map(({typed, expected}) => typed ?? expected), ...malformed]),
    paragraph: new Set([...numberParagraphs(manuscript).values(), ...unread]),
    note: new Set(notes.flatMap(({number}) => number ?? [])),
  };
}

function describe(
  {kind, text, numbers}: CrossReference,
  {value, span}: CrossReferenceNumber,
  existing: readonly number[],
  {notes}: Manuscript,
): Finding {
  const labelled =
    kind === 'note'
      ? notes.find(({label, number}) => label === String(value) && number !== undefined)
      : undefined;
  return {
    span,
    message:
      numbers.length > 1
        ? `Unexpected number ${quote(String(value))} in ${quote(text)}, expected a ${kind} that exists`
        : `Unexpected reference to ${quote(text)}, expected a ${kind} that exists`,
    help:
      labelled === undefined
        ? describeExisting(kind, existing)
        : `The note labelled ${quote(`[^${value}]`)} is printed as note ${labelled.number ?? '?'}.`,
    ...suggestionsFor(value, existing, labelled?.number),
  };
}

/** None of the numbers is there: one finding. */
function describeAll({kind, span, text}: CrossReference, existing: readonly number[]): Finding {
  return {
    span,
    message: `Unexpected reference to ${quote(text)}, expected ${pluralOf(kind)} that exist`,
    help: describeExisting(kind, existing),
  };
}

function pluralOf(kind: CrossReference['kind']): string {
  return kind === 'box' ? 'boxes' : `${kind}s`;
}

function* checkLinks(manuscript: Manuscript): Generator<Finding> {
  const links = findHeadingLinks(manuscript);
  if (links.length === 0) return;
  const slugOf = slugHeadings();
  const slugs = new Set(manuscript.headings.map(({text}) => slugOf(text)));
  const nearest = new Map<string, readonly string[]>();
  for (const {slug, span} of links) {
    if (slugs.has(slug)) continue;
    const suggestions = nearest.get(slug) ?? suggest(slug, slugs).map(name => `#${name}`);
    nearest.set(slug, suggestions);
    yield {
      span,
      message: `Unexpected link to ${quote(`#${slug}`)}, expected a heading that exists`,
      help: 'A heading is called by its words in small letters with hyphens between them: `#about-us` for “About us”.',
      ...(suggestions.length > 0 ? {suggestions} : {}),
    };
  }
}

function describeExisting(kind: CrossReference['kind'], existing: readonly number[]): string {
  const plural = pluralOf(kind);
  if (existing.length === 0) return `There are no numbered ${plural}; correct or remove the reference.`;
  const sorted = [...existing].sort((one, other) => one - other);
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low === high
    ? `There is only ${kind} ${low}.`
    : `The ${plural} are numbered from ${low} to ${high}.`;
}

/** The numbers nearest to the one typed. */
function suggestionsFor(
  value: number,
  existing: readonly number[],
  better: number | undefined,
): {readonly suggestions?: readonly string[]} {
  const nearest = [...existing].sort(
    (one, other) => Math.abs(one - value) - Math.abs(other - value) || one - other,
  );
  const suggestions = better === undefined ? nearest.slice(0, 2) : [better];
  return suggestions.length > 0 ? {suggestions: suggestions.map(String)} : {};
}

function runsBackwards({isRange, numbers}: CrossReference): boolean {
  const [first, last] = [numbers[0]?.value, numbers.at(-1)?.value];
  return isRange && first !== undefined && last !== undefined && last < first;
}

function describeRange({span, text}: CrossReference): Finding {
  return {
    span,
    message: `Unexpected range ${quote(text)}, expected the lower number first`,
    help: 'Correct the numbers; a range that runs backwards holds nothing.',
  };
}
