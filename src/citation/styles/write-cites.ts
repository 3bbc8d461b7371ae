import type {Bibliography} from '../../bibliography/types.ts';
import type {Citations} from '../types.ts';
import {expandShortForms} from './expand.ts';
import {writeFullForm} from './full-form.ts';
import {linkShortForms} from './link.ts';
import {withoutOverlaps} from './overlap.ts';
import {NothingPrinted} from './processor.ts';
import type {Style} from './read-style.ts';
import {styleFault, usableStyle} from './report-style.ts';
import {
  asTyped,
  type CitingSubject,
  isCslStyle,
  type StyleFile,
  type WorksCited,
  type WrittenCitations,
  type WrittenCites,
} from './types.ts';
import {inListOrder} from './work-order.ts';
import {writeByStyle} from './write-by-style.ts';

/** How the cites of a manuscript are to be written, beside what its front matter says. */
export interface WayOfCiting {
  /** What `csl:<style>` names, as read from disk. */
  readonly file: StyleFile | undefined;
  /** Whether `linked` adds "(note 3)". */
  readonly hasPointers: boolean;
}

/**
 * Writes the cites of a manuscript as its front matter asks. Full references stay as typed in every way of citing, and so
 * does each cite that is not settled.
 *
 * @returns the cites as typed where the style cannot be used; a fault where only the processor found that
 */
export async function writeCitesOrFault(
  subject: CitingSubject,
  {file, hasPointers}: WayOfCiting,
): Promise<WrittenCitations> {
  const style = isCslStyle(subject.manuscript.frontMatter) ? usableStyle(file) : undefined;
  try {
    return {written: await writeCites(subject, style, hasPointers), fault: undefined};
  } catch (error) {
    // Whatever a style makes a processor do is a fault of the style.
    if (style === undefined) throw error;
    const expected =
      error instanceof NothingPrinted
        ? `a style that prints something for ${error.keys.map(key => `\`@${key}\``).join(' and ')}`
        : 'a style that citeproc can read';
    return {written: asTyped, fault: styleFault(subject.manuscript, expected)};
  }
}

async function writeCites(
  subject: CitingSubject,
  style: Style | undefined,
  hasPointers: boolean,
): Promise<WrittenCites> {
  const {manuscript, bibliography, citations} = subject;
  const {citations: way, worksCited: heading} = manuscript.frontMatter;
  const keys = keysCited(citations);
  const list = (): WorksCited | undefined =>
    heading === undefined || keys.length === 0
      ? undefined
      : {heading, works: listPlainly(bibliography, keys)};
  if (style !== undefined) {
    const listed = heading === undefined ? [] : keys;
    const {replacements, works} = await writeByStyle(subject, style, listed);
    const worksCited =
      heading === undefined || keys.length === 0 || works === undefined ? list() : {heading, works};
    return {replacements, links: [], worksCited};
  }
  if (way === 'linked') {
    const {links, replacements} = linkShortForms(subject, hasPointers);
    return {
      links: withoutOverlaps(links),
      replacements: withoutOverlaps(replacements),
      worksCited: list(),
    };
  }
  const replacements =
    way === 'expanded' ? expandShortForms(citations.resolutions, bibliography, manuscript.source) : [];
  return {replacements: withoutOverlaps(replacements), links: [], worksCited: list()};
}

/** The works that settled cites name, each once, in reading order. */
function keysCited({resolutions}: Citations): readonly string[] {
  return [...new Set(resolutions.flatMap(one => (one.status === 'resolved' ? [one.key] : [])))];
}

function listPlainly(bibliography: Bibliography, keys: readonly string[]): WorksCited['works'] {
  const works = keys.flatMap(key => {
    const entry = bibliography.byKey.get(key);
    const values = bibliography.valuesOf(key);
    return entry === undefined || values === undefined ? [] : [{entry, values}];
  });
  return inListOrder(works).map(({entry, values}) => writeFullForm(entry, values));
}
