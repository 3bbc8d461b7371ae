import type {Bibliography} from '../bibliography/types.ts';
import type {Citations} from '../citation/types.ts';
import type {IssuedDate, Manuscript} from '../manuscript/types.ts';
import type {Profile} from '../profiles/profile.ts';
import type {Diagnostic, Reported} from '../text/diagnostic.ts';
import {composeBody} from './body.ts';
import {type Composition, readDefinitions, urlOf} from './composition.ts';
import {readFigures} from './figures.ts';
import {describeDraft, listFindings, numberFindings, readRegions} from './findings.ts';
import {identifyHeadings} from './headings.ts';
import {readIssued} from './issued.ts';
import {markFindings} from './marks.ts';
import {numberNotes} from './note-numbers.ts';
import {composeNotes} from './notes.ts';
import {numberParts} from './numbering.ts';
import {newPlaces} from './places.ts';
import {findLiveNumbers} from './targets.ts';
import {readTitle, type Title} from './title.ts';
import type {Block, Draft, Publication, PublishedNote} from './types.ts';

/** What a publication is made of: a manuscript read and resolved, and what a parliament asks of it. */
export interface PublicationSubject {
  readonly manuscript: Manuscript;
  readonly bibliography: Bibliography;
  readonly citations: Citations;
  readonly profile: Profile;
}

export interface ComposeOptions {
  /** The bytes of the images, by their urls as Markdown gives them. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** Set for a draft: the findings still open, in any order, each marked at its place. */
  readonly openFindings: readonly Diagnostic[] | undefined;
  /** The date of a draft whose front matter has none yet. A submission's date comes from its front matter alone. */
  readonly issued: IssuedDate | undefined;
}

/**
 * Composes the document: numbers and ids settled, cross-references live, Markdown gone, every word of the author's
 * kept as typed. The same arguments always give the same publication.
 *
 * Reports `image-not-found`, `image-in-line` and `missing-date`; a draft lists them with its open findings.
 */
export function composePublication(
  subject: PublicationSubject,
  options: ComposeOptions,
): Reported<Publication> {
  const {manuscript, profile} = subject;
  const {frontMatter} = manuscript;
  const isDraft = options.openFindings !== undefined;
  const title = readTitle(manuscript);
  const issued = readIssued(manuscript, isDraft, options.issued);
  const composition = settle(subject, options, title);
  const diagnostics = [...issued.diagnostics, ...composition.diagnostics];
  const body = composeBody(composition.value, title.heading);
  const notes = composeNotes(composition.value);
  const drafted = isDraft
    ? draft(subject, composition.value, {body, notes}, join(options.openFindings, diagnostics))
    : {draft: undefined, body, notes};
  return {
    value: {
      title: title.text,
      submitter: frontMatter.submitter,
      capacity: frontMatter.capacity,
      committee: frontMatter.committee,
      inquiry: frontMatter.inquiry,
      reference: frontMatter.reference,
      issued: issued.value,
      language: frontMatter.language ?? profile.language,
      profile,
      draft: drafted.draft,
      blocks: drafted.body,
      notes: drafted.notes,
    },
    diagnostics,
  };
}

/** Settles everything that a block or an inline may ask before the first of them is composed. */
function settle(
  {manuscript, citations, profile}: PublicationSubject,
  {images}: ComposeOptions,
  title: Title,
): Reported<Composition> {
  const {root, source} = manuscript;
  const notes = numberNotes(manuscript);
  const numbering = numberParts(manuscript);
  const definitions = readDefinitions(root);
  const figures = readFigures(manuscript, images, node => urlOf(node, definitions), notes);
  return {
    value: {
      manuscript,
      profile,
      numbering,
      notes,
      headings: identifyHeadings(root, source.text, notes.isPublished, title.heading),
      figures: figures.value,
      liveNumbers: findLiveNumbers(manuscript, citations, numbering, notes),
      isInLink: false,
      definitions,
      places: newPlaces(),
    },
    diagnostics: figures.diagnostics,
  };
}

interface Parts {
  readonly body: readonly Block[];
  readonly notes: readonly PublishedNote[];
}

/** Marks the open findings at their places and lists them. */
function draft(
  {manuscript, bibliography}: PublicationSubject,
  composition: Composition,
  {body, notes}: Parts,
  open: readonly Diagnostic[],
): Parts & {readonly draft: Draft} {
  const findings = numberFindings(open, manuscript);
  const regionOf = readRegions(manuscript, composition.notes);
  const {marked, inText} = markFindings(
    {body, notes: notes.map(({blocks}) => blocks)},
    findings.filter(({diagnostic}) => diagnostic.path === manuscript.source.path),
    composition.places,
    ({span}) => regionOf(span),
  );
  return {
    draft: {mark: describeDraft(open), findings: listFindings(findings, manuscript, bibliography, inText)},
    body: marked.body,
    notes: notes.map((note, index) => ({...note, blocks: marked.notes[index] ?? note.blocks})),
  };
}

/** The open findings with those of composing itself, none of them twice. */
function join(open: readonly Diagnostic[], own: readonly Diagnostic[]): readonly Diagnostic[] {
  const isKnown = (one: Diagnostic): boolean =>
    open.some(
      ({code, path, span}) => code === one.code && path === one.path && span.start === one.span.start,
    );
  return [...open, ...own.filter(one => !isKnown(one))];
}
