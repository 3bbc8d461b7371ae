import {basename, join, resolve} from 'node:path';
import {shippedStyles} from '../citation/styles/shipped.ts';
import {decode, isFolder, listFiles, readNamedSource} from '../host/files.ts';
import {readImages} from '../host/images.ts';
import {findProject, findProjectOf, type Project, pathInProject, showPath} from '../host/project.ts';
import {RequestError} from '../host/request-error.ts';
import {readStyleFile} from '../host/styles.ts';
import {findImages} from '../manuscript/images.ts';
import {type Inputs, readManuscript} from '../pipeline.ts';
import type {SourceText} from '../text/source.ts';
import {
  chooseBibliographies,
  chooseProfile,
  type ReadingOptions,
  readSettings,
  type Settings,
} from './choices.ts';
import type {Outside} from './outside.ts';

/** A manuscript with all that goes with it, read from disk. */
export interface Request {
  readonly project: Project;
  /** Absolute. */
  readonly path: string;
  readonly inputs: Inputs;
}

/** A manuscript that comes over standard input. */
export interface TypedIn {
  /** Where it would stand; the bibliography is found from there. */
  readonly filename: string | undefined;
}

/**
 * Reads the manuscripts that a person asked for, and what each of them names.
 *
 * Without names these are `manuscript/*.md` of the project; a folder stands for the `.md` files in it.
 *
 * @param names as typed
 * @param ruleCodes the codes that a configuration may name
 * @throws RequestError when something is missing, unreadable or unknown
 */
export async function readRequests(
  names: readonly string[],
  options: ReadingOptions,
  outside: Outside,
  {ruleCodes, stdin}: {readonly ruleCodes?: readonly string[]; readonly stdin?: TypedIn | undefined} = {},
): Promise<readonly Request[]> {
  const {cwd, env} = outside;
  const here = {cwd, userHome: env['HOME'] ?? env['USERPROFILE']};
  const home = findProject(here, options.config);
  const projectOf: ProjectOf = path =>
    options.config === undefined ? findProjectOf(path, home, here) : home;
  const manuscripts =
    stdin === undefined
      ? findManuscripts(names, home, cwd).map(named => readNamed(named, projectOf))
      : [await readTypedIn(stdin, projectOf, outside)];

  const settings = new Map<string, Settings>();
  const requests: Request[] = [];
  for (const {project, path, source} of manuscripts) {
    const setting = settings.get(project.root) ?? (await readSettings(project, ruleCodes));
    settings.set(project.root, setting);
    const manuscript = readManuscript(source);
    const profile = chooseProfile(options, manuscript.value, setting);
    const bibliographies = chooseBibliographies(
      {project, manuscript: manuscript.value, manuscriptPath: path, options, cwd},
      setting,
    );
    const images = readImages(
      project,
      path,
      findImages(manuscript.value).flatMap(({url}) => (url === '' ? [] : [url])),
    );
    const projectPathOf = (shown: string): string => pathInProject(project, shown);
    const style = readStyleFile(project, path, manuscript.value.frontMatter.citations, shippedStyles);
    requests.push({
      project,
      path,
      inputs: {manuscript, bibliographies, profile, images, projectPathOf, style},
    });
  }
  return requests;
}

/** The project of a manuscript, by its absolute path. */
type ProjectOf = (path: string) => Project;

interface Named {
  readonly path: string;
  readonly typed: string;
}

interface FoundManuscript {
  readonly project: Project;
  readonly path: string;
  readonly source: SourceText;
}

function findManuscripts(names: readonly string[], home: Project, cwd: string): readonly Named[] {
  if (names.length === 0) {
    const found = listFiles(join(home.root, 'manuscript'), '.md');
    if (found.length > 0) return found.map(path => ({path, typed: showPath(home, path)}));
    throw new RequestError(
      'no manuscript/*.md here; name a file, or go to the folder that holds manuscript/',
    );
  }
  const paths = new Map<string, Named>();
  for (const typed of names) {
    const path = resolve(cwd, typed);
    const found = isFolder(path) ? listFiles(path, '.md') : [path];
    if (found.length === 0) throw new RequestError(`${typed}: no .md file in this folder; name a manuscript`);
    for (const each of found) {
      paths.set(each, {path: each, typed: each === path ? typed : join(typed, basename(each))});
    }
  }
  return [...paths.values()];
}

function readNamed({path, typed}: Named, projectOf: ProjectOf): FoundManuscript {
  const project = projectOf(path);
  return {project, path, source: readNamedSource(project, path, typed)};
}

async function readTypedIn(
  {filename}: TypedIn,
  projectOf: ProjectOf,
  outside: Outside,
): Promise<FoundManuscript> {
  const text = decode(await outside.readStdin(), 'standard input');
  const path = resolve(outside.cwd, filename ?? 'stdin.md');
  const project = projectOf(path);
  return {project, path, source: {path: filename === undefined ? '<stdin>' : showPath(project, path), text}};
}
