import type {Bibliography} from '../bibliography/types.ts';
import {asTyped, type WrittenCites} from '../citation/styles/types.ts';
import type {Citations} from '../citation/types.ts';
import type {Manuscript} from '../manuscript/types.ts';
import type {Profile} from '../profiles/profile.ts';
import type {Diagnostic} from '../text/diagnostic.ts';
import {composeBody} from './body.ts';
import {type Composition, readDefinitions} from './composition.ts';
import {readFigures} from './figures.ts';
import {describeDraft, listFindings, numberFindings, readRegions} from './findings.ts';
import {identifyHeadings} from './headings.ts';
import {markFindings} from './marks.ts';
import {numberNotes} from './note-numbers.ts';
import {composeNotes} from './notes.ts';
import {numberParts} from './numbering.ts';
import {newPlaces} from './places.ts';
import {findLiveNumbers, readPlaces} from './targets.ts';
import {readTitle, type Title} from './title.ts';
import {composeDateLine, composeEvidenceLine} from './title-lines.ts';
import type {Block, Draft, Publication, PublishedNote} from './types.ts';
import {composeWorksCited} from './works-cited.ts';

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
  /** What a way of citing makes of the cites; absent for all as typed. */
  readonly written?: WrittenCites;
}

/**
 * Composes the document: numbers and ids settled, cross-references live, Markdown gone, every word of the author's
 * kept as typed but for the cites that a way of citing writes otherwise. The same arguments always give the same publication.
 */
export function composePublication(subject: PublicationSubject, options: ComposeOptions): Publication {
  const {manuscript, profile} = subject;
  const {frontMatter} = manuscript;
  const {openFindings} = options;
  const language = frontMatter.language ?? profile.language;
  const title = readTitle(manuscript);
  const composition = settle(subject, options, title);
  const body = [...composeBody(composition, title.heading), ...composeWorksCited(composition)];
  const notes = composeNotes(composition);
  const drafted =
    openFindings === undefined
      ? {draft: undefined, body, notes}
      : draft(subject, composition, {body, notes}, openFindings);
  return {
    title: title.text,
    evidenceLine: composeEvidenceLine(profile, frontMatter),
    dateLine: composeDateLine(frontMatter.date, language),
    submitter: frontMatter.submitter,
    capacity: frontMatter.capacity,
    committee: frontMatter.committee,
    inquiry: frontMatter.inquiry,
    reference: frontMatter.reference,
    issued: frontMatter.date,
    language,
    profile,
    draft: drafted.draft,
    blocks: drafted.body,
    notes: drafted.notes,
  };
}

/** Settles everything that a block or an inline may ask before the first of them is composed. */
function settle(
  {manuscript, citations, profile}: PublicationSubject,
  {images, written = asTyped}: ComposeOptions,
  title: Title,
): Composition {
  const {root, source} = manuscript;
  const notes = numberNotes(manuscript, written.replacements);
  const numbering = numberParts(manuscript);
  const definitions = readDefinitions(root);
  const places = readPlaces(numbering, notes);
  return {
    manuscript,
    profile,
    numbering,
    notes,
    headings: identifyHeadings(root, source.text, notes.isPublished, title.heading),
    figures: readFigures(manuscript, images),
    liveNumbers: findLiveNumbers(manuscript, citations, places),
    written,
    replaced: new Set(),
    placeIds: ({kind, number}) => places[kind].get(number),
    isInLink: false,
    definitions,
    places: newPlaces(),
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
