import {familyForms, foldName} from '../bibliography/names.ts';
import type {Bibliography} from '../bibliography/types.ts';
import type {Manuscript, PassagePlace} from '../manuscript/types.ts';
import {gatherCites} from './gather-cites.ts';
import {indexEntries} from './index-entries.ts';
import {readReference} from './read-reference.ts';
import type {ReferenceReading} from './reading.ts';
import {isOtherPrinting} from './same-printing.ts';
import type {TypedReference} from './typed-reference.ts';
import type {Citations} from './types.ts';

/** A work that notes cite in full and the bibliography lacks. */
export interface ExtractedWork {
  readonly work: TypedReference;
  /** Where it is typed in full, in reading order. */
  readonly places: readonly PassagePlace[];
}

/**
 * The works of the full references that fit no entry, in reading order, each once.
 *
 * What two references share and the last of them says is given to both: "Smit, W (1998) …; and Kruger, F (1998) …, both in
 * *Environment and Urbanization* 10:1".
 */
export function extractReferences(
  manuscript: Manuscript,
  bibliography: Bibliography,
  {resolutions}: Citations,
): readonly ExtractedWork[] {
  const lacking = new Set(
    resolutions.flatMap(one =>
      one.status === 'unresolved' && one.reason === 'not-in-bibliography' && one.cite.form === 'full'
        ? [one.cite.span.start]
        : [],
    ),
  );
  const readings = gatherCites(manuscript.passages, indexEntries(bibliography)).items.flatMap(
    ({kind, reading, cite}) =>
      kind === 'reference' && reading.kind === 'reference' && lacking.has(cite.span.start) ? [reading] : [],
  );
  return mergeWorks(shareHolders(readings));
}

/** Of works that are typed several times, also in several manuscripts, the fullest reference, and all places. */
export function mergeWorks(works: readonly ExtractedWork[]): readonly ExtractedWork[] {
  const merged: ExtractedWork[] = [];
  for (const one of works) {
    const at = merged.findIndex(other => isSameWork(other.work, one.work));
    const known = merged[at];
    if (known === undefined) merged.push(one);
    else {
      const work = countDetails(one.work) > countDetails(known.work) ? one.work : known.work;
      merged[at] = {work, places: [...known.places, ...one.places]};
    }
  }
  return merged;
}

// ", both in ", "; all in ": what follows holds for the references before it too.
const SHARED = /\b(?:both|all)\s(?:published\s)?in\b/iu;

function shareHolders(readings: readonly ReferenceReading[]): readonly ExtractedWork[] {
  const read = readings.map(reading => ({reading, work: readReference(reading)}));
  return read.map(({reading, work}, at) => {
    const later = read
      .slice(at + 1)
      .find(other => other.reading.passage === reading.passage && SHARED.test(textOf(other.reading)));
    const holder = work.container === undefined ? later?.work : undefined;
    const shared =
      holder === undefined
        ? work
        : {
            ...work,
            container: holder.container,
            holderEditors: holder.holderEditors,
            isIn: holder.isIn,
            volume: work.volume ?? holder.volume,
            issue: work.issue ?? holder.issue,
            doubts: work.doubts.filter(doubt => doubt !== 'Where the title ends could not be told.'),
          };
    return {work: shared, places: [reading.passage.in]};
  });
}

function textOf({passage, range}: ReferenceReading): string {
  return passage.text.value.slice(range.start, range.end);
}

/**
 * One work: the same first name, year and title, but for a subtitle that one of them leaves out, and nothing typed of either that
 * the other denies.
 */
function isSameWork(one: TypedReference, other: TypedReference): boolean {
  if (isOtherPrinting(one, other)) return false;
  if (one.year !== undefined && other.year !== undefined && one.year !== other.year) return false;
  const [title, another] = [one, other].map(work => foldName(work.title ?? ''));
  if (title === undefined || another === undefined || title === '' || another === '') return false;
  const [first, second] = [one, other].map(({names}) => names[0]);
  if (first === undefined || second === undefined) return first === second && title === another;
  const forms = new Set(familyForms(first));
  if (!familyForms(second).some(form => forms.has(form))) return false;
  return title === another || isWithoutSubtitle(one, another) || isWithoutSubtitle(other, title);
}

// ": " and its like before a subtitle.
const SUBTITLE = /[:?!–—]\s.*$/u;

function isWithoutSubtitle({title}: TypedReference, other: string): boolean {
  const main = (title ?? '').replace(SUBTITLE, '');
  return main !== title && main.includes(' ') && foldName(main) === other;
}

function countDetails(work: TypedReference): number {
  return Object.values(work).filter(value => value !== undefined).length;
}
