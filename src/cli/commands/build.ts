import {basename, extname, join, resolve} from 'node:path';
import type {FormatId} from '../../formats/index.ts';
import {isFolder, isSameFile, listFiles} from '../../host/files.ts';
import {type OutputFile, writeOutputs} from '../../host/output.ts';
import {confine, isInside, type Project, showPath} from '../../host/project.ts';
import {RequestError} from '../../host/request-error.ts';
import {rules} from '../../lint/rules/index.ts';
import {type Built, build, type Linted} from '../../pipeline.ts';
import type {ReadingOptions} from '../choices.ts';
import type {ExitCode} from '../exit-code.ts';
import {gatherReport} from '../gather.ts';
import type {Outside} from '../outside.ts';
import {allDiagnostics, countInWords, type Report} from '../reporters/report.ts';
import {type Request, readRequests} from '../requests.ts';
import {neutralise} from '../terminal/cells.ts';
import {type ColorChoice, openScreen} from '../terminal/screen.ts';

export interface BuildOptions extends ReadingOptions {
  readonly to: readonly FormatId[];
  readonly outDir?: string;
  readonly draft?: boolean;
  readonly color: ColorChoice;
  readonly quiet?: boolean;
}

/**
 * Writes the files to submit. While an error stands in any manuscript it prints the findings and writes nothing; with
 * `--draft` it builds all the same. Every file is composed in memory before the first is written.
 */
export async function buildCommand(
  names: readonly string[],
  options: BuildOptions,
  outside: Outside,
): Promise<ExitCode> {
  const requests = await readRequests(names, options, outside, {ruleCodes: rules.map(({code}) => code)});
  const places = requests.map(request => placeOutput(request, options, outside));
  refuseClashes(places, requests);

  const isDraft = options.draft === true;
  const settings = {formats: options.to, draft: isDraft};
  const builds: Built[] = [];
  for (const request of requests) {
    builds.push(await build(request.inputs, settings));
  }
  const linted = builds.map(built => built.linted);
  if (builds.some(({status}) => status === 'refused')) return refuse(linted, options, outside);

  const files = builds.flatMap((built, index) => nameFiles(built, places[index] ?? ''));
  spareManuscripts(files, requests);
  writeOutputs(files);
  if (options.quiet !== true)
    summarise({builds, linted, files, isDraft, project: requests[0]?.project}, outside);
  return 0;
}

/** The path of a manuscript's files without their extension, absolute. */
function placeOutput({project, path}: Request, {outDir}: BuildOptions, {cwd}: Outside): string {
  const folder = outDir === undefined ? join(project.root, 'output') : resolve(cwd, outDir);
  if (isInside(project, folder)) confine(project, nearestFolder(project, folder), 'the output folder');
  return join(folder, basename(path, extname(path)));
}

/** The part of a folder's path that exists already: what is to be made cannot be a link. */
function nearestFolder(project: Project, folder: string): string {
  return isFolder(folder) || folder === project.root ? folder : nearestFolder(project, resolve(folder, '..'));
}

function refuseClashes(places: readonly string[], requests: readonly Request[]): void {
  for (const [index, place] of places.entries()) {
    const first = places.indexOf(place);
    if (first === index) continue;
    const [one, other] = [first, index].map(at => requests[at]?.inputs.manuscript.value.source.path);
    throw new RequestError(
      `${one} and ${other} would be written to the same files; rename one, or build them one by one`,
    );
  }
}

async function refuse(linted: readonly Linted[], options: BuildOptions, outside: Outside): Promise<ExitCode> {
  const {printPretty} = await import('../reporters/pretty.ts');
  const screen = openScreen(outside.stdout, options.color, outside.env);
  const isQuiet = options.quiet === true;
  const report = gatherReport(linted);
  outside.stdout.write(printPretty(isQuiet ? onlyErrors(report) : report, {screen, isQuiet}));
  if (!isQuiet) {
    outside.stderr.write(
      'opcit: nothing was written, since errors stand; `opcit build --draft` builds all the same\n',
    );
  }
  return 1;
}

/** What stands in the way of a build, and nothing else. */
function onlyErrors(report: Report): Report {
  const files = report.files.map(file => ({
    ...file,
    diagnostics: file.diagnostics.filter(({severity}) => severity === 'error'),
  }));
  return {...report, files};
}

function nameFiles(built: Built, place: string): readonly OutputFile[] {
  if (built.status === 'refused') return [];
  return built.files.map(({format, artifact}) => ({path: place + format.extension, bytes: artifact.bytes}));
}

/** A manuscript is its author's: no build writes over one, whatever folder or link leads there. */
function spareManuscripts(files: readonly OutputFile[], requests: readonly Request[]): void {
  for (const {project, path} of requests) {
    for (const manuscript of [path, ...listFiles(join(project.root, 'manuscript'), '.md')]) {
      if (!files.some(file => isSameFile(file.path, manuscript))) continue;
      throw new RequestError(
        `${showPath(project, manuscript)} is a manuscript and would be overwritten; name another folder with --out-dir`,
      );
    }
  }
}

interface Written {
  readonly builds: readonly Built[];
  readonly linted: readonly Linted[];
  readonly files: readonly OutputFile[];
  readonly isDraft: boolean;
  readonly project: Project | undefined;
}

function summarise({builds, linted, files, isDraft, project}: Written, {stderr}: Outside): void {
  for (const built of builds) {
    if (built.status === 'refused') continue;
    for (const {format, artifact} of built.files) {
      for (const warning of artifact.warnings) stderr.write(`opcit: ${format.id}: ${neutralise(warning)}\n`);
    }
  }
  for (const {path, bytes} of files) {
    const shown = project === undefined ? path : showPath(project, path);
    stderr.write(`wrote ${neutralise(shown)} (${Math.ceil(bytes.length / 1000)} kB)\n`);
  }
  const found = allDiagnostics(gatherReport(linted));
  if (found.length === 0) return;
  const stands = found.length === 1 ? 'stands' : 'stand';
  stderr.write(
    `${isDraft ? 'a draft: ' : ''}${countInWords(found)} ${stands}; \`opcit lint\` shows ${found.length === 1 ? 'it' : 'them'}\n`,
  );
}
