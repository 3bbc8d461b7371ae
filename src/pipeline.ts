import {parseBibliography} from './bibliography/parse.ts';
import type {Bibliography} from './bibliography/types.ts';
import {resolveCitations} from './citation/resolve.ts';
import {reportStyle} from './citation/styles/report-style.ts';
import {asTyped, isAsTyped, type StyleFile, type WrittenCitations} from './citation/styles/types.ts';
import type {Artifact, Format} from './formats/format.ts';
import {type FormatId, formats} from './formats/index.ts';
import type {Rule, Subject} from './lint/rule.ts';
import {rules} from './lint/rules/index.ts';
import {runRules} from './lint/run.ts';
import {reportImages} from './manuscript/images.ts';
import {parseManuscript} from './manuscript/parse.ts';
import type {Manuscript} from './manuscript/types.ts';
import type {Profile} from './profiles/profile.ts';
import {compareDiagnostics, type Diagnostic, type Reported} from './text/diagnostic.ts';
import type {SourceText} from './text/source.ts';

/** All that the stages work on; nothing is read from disk after this. */
export interface Inputs {
  /** Already parsed, since its front matter names the profile and the bibliography. */
  readonly manuscript: Reported<Manuscript>;
  readonly bibliographies: readonly SourceText[];
  readonly profile: Profile;
  /** PNG and JPEG bytes by address as typed. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** The path by which written files name a source, from the path that reports show; without it, the same path. */
  readonly projectPathOf?: (path: string) => string;
  /** What `citations: csl:<style>` names; absent for any other way of citing. */
  readonly style?: StyleFile | undefined;
}

/** What the rules said of a manuscript. */
export interface Linted {
  readonly subject: Subject;
  /** Sorted by path and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many findings the author silenced, each with a reason. */
  readonly suppressed: number;
}

/** What is to be built. */
export interface BuildSettings {
  readonly formats: readonly FormatId[];
  /** Whether to build although errors stand, with every open finding shown. */
  readonly draft: boolean;
}

/** One written file, still in memory. */
export interface BuiltFile {
  readonly format: Format;
  readonly artifact: Artifact;
}

/** What a build came to: files, or the findings that stand in the way. */
export type Built =
  | {readonly status: 'built'; readonly files: readonly BuiltFile[]; readonly linted: Linted}
  | {readonly status: 'refused'; readonly linted: Linted};

/** Reads a manuscript's text. */
export function readManuscript(source: SourceText): Reported<Manuscript> {
  return parseManuscript(source);
}

/** Reads the bibliography and resolves every cite; what reading found is kept in the subject, for the rules to pass on. */
export function read(inputs: Inputs): Subject {
  const bibliography = readBibliography(inputs.bibliographies);
  return {
    manuscript: inputs.manuscript.value,
    bibliography: bibliography.value,
    citations: resolveCitations(inputs.manuscript.value, bibliography.value),
    profile: inputs.profile,
    reading: [
      ...inputs.manuscript.diagnostics,
      ...reportImages(inputs.manuscript.value, inputs.images),
      ...bibliography.diagnostics,
      ...reportStyle(inputs.manuscript.value, inputs.style),
    ],
  };
}

/**
 * Reads, and lets the rules look.
 *
 * @param asked which rules; every one, unless a caller wants only some
 */
export function lint(inputs: Inputs, asked: readonly Rule[] = rules): Linted {
  const subject = read(inputs);
  const {diagnostics, suppressed} = runRules(subject, asked);
  return {subject, diagnostics, suppressed};
}

/**
 * Lints, composes and writes, all in memory.
 *
 * For submission (`draft: false`) a standing error refuses the whole build. A draft is built all the same and shows its
 * open findings.
 */
export async function build(inputs: Inputs, options: BuildSettings): Promise<Built> {
  const checked = lint(inputs);
  if (!options.draft && hasError(checked.diagnostics)) return {status: 'refused', linted: checked};

  const {written, fault} = await writeCitations(checked.subject, inputs);
  const linted = fault === undefined ? checked : withDiagnostic(checked, fault);
  if (!options.draft && fault !== undefined) return {status: 'refused', linted};

  const {composePublication} = await import('./publication/compose.ts');
  const {subject, diagnostics} = nameInProject(linted, inputs.projectPathOf ?? (path => path));
  const publication = composePublication(subject, {
    images: inputs.images,
    openFindings: options.draft ? diagnostics : undefined,
    written,
  });

  const files: BuiltFile[] = [];
  for (const id of options.formats) {
    const format = await formats[id]();
    files.push({format, artifact: await format.write(publication)});
  }
  return {status: 'built', files, linted};
}

/** The same findings on the same texts, under the paths that do not depend on the folder in which the person stands. */
function nameInProject(
  {subject, diagnostics}: Linted,
  projectPathOf: (path: string) => string,
): Pick<Linted, 'subject' | 'diagnostics'> {
  const rename = <Named extends {readonly path: string}>(named: Named): Named => ({
    ...named,
    path: projectPathOf(named.path),
  });
  const {manuscript, bibliography} = subject;
  return {
    subject: {
      ...subject,
      manuscript: {...manuscript, source: rename(manuscript.source)},
      bibliography: {...bibliography, sources: bibliography.sources.map(rename)},
    },
    diagnostics: diagnostics.map(rename),
  };
}

/**
 * Writes the cites as `citations:` and `works-cited:` ask; as typed where neither asks for anything, or where the style cannot
 * be used. Only a style loads citeproc.
 */
export async function writeCitations(
  {manuscript, bibliography, citations, profile}: Subject,
  {style}: Pick<Inputs, 'style'>,
): Promise<WrittenCitations> {
  if (isAsTyped(manuscript.frontMatter)) return {written: asTyped, fault: undefined};
  const {writeCitesOrFault} = await import('./citation/styles/write-cites.ts');
  const hasPointers = manuscript.frontMatter.notePointers ?? profile.notePointers?.value ?? false;
  return writeCitesOrFault({manuscript, bibliography, citations}, {file: style, hasPointers});
}

function withDiagnostic(linted: Linted, diagnostic: Diagnostic): Linted {
  return {...linted, diagnostics: [...linted.diagnostics, diagnostic].sort(compareDiagnostics)};
}

function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({severity}) => severity === 'error');
}

/** Manuscripts that share their bibliography hand in one list, which is then parsed once. */
const readLists = new WeakMap<readonly SourceText[], Reported<Bibliography>>();

function readBibliography(sources: readonly SourceText[]): Reported<Bibliography> {
  const known = readLists.get(sources);
  if (known !== undefined) return known;
  const parsed = parseBibliography(sources);
  readLists.set(sources, parsed);
  return parsed;
}
