import {basename, dirname, join, resolve} from 'node:path';
import type {Image, ImageReference, Nodes} from 'mdast';
import {decode, isFolder, listFiles, readNamedSource, readSource} from '../host/files.ts';
import type {ImageRequest} from '../host/images.ts';
import {findProject, findProjectOf, isInside, type Project, showPath} from '../host/project.ts';
import {RequestError} from '../host/request-error.ts';
import type {Manuscript} from '../manuscript/types.ts';
import {type Inputs, readManuscript} from '../pipeline.ts';
import {findProfile, profiles, withRules} from '../profiles/index.ts';
import type {Profile} from '../profiles/profile.ts';
import type {Reported} from '../text/diagnostic.ts';
import {indexPositions} from '../text/position.ts';
import type {SourceText} from '../text/source.ts';
import {suggest} from '../text/suggest.ts';
import type {Outside} from './outside.ts';
import {type Config, NO_CONFIG} from './settings.ts';

/** The options of every command that reads manuscripts. */
export interface ReadingOptions {
  readonly config?: string;
  readonly profile?: string;
  readonly bibliography?: readonly string[];
}

/** A manuscript with all that goes with it, read from disk. */
export interface Request {
  readonly project: Project;
  /** Absolute. */
  readonly path: string;
  /** Without images, which a build alone reads. */
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
 * Without names these are `manuscript/*.md` of the project; a folder stands for the `.md` files in it. The profile is that
 * of the option, else of the front matter, else of the configuration, else the first of the list; the bibliography likewise,
 * and in the end `bibliography/*.bib` of the project.
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
  const home = findProject(outside.cwd, options.config);
  const manuscripts =
    stdin === undefined
      ? findManuscripts(names, home, outside.cwd).map(named => readNamed(named, home, options))
      : [await readTypedIn(stdin, home, outside)];

  const settings = new Map<string, Settings>();
  const requests: Request[] = [];
  for (const {project, path, source} of manuscripts) {
    const setting = settings.get(project.root) ?? (await readSettings(project, ruleCodes));
    settings.set(project.root, setting);
    const manuscript = readManuscript(source);
    const profile = withRules(chooseProfile(options, manuscript.value, setting), setting.config.rules);
    const bibliographies = chooseBibliographies({project, path, options, outside, manuscript, setting});
    requests.push({project, path, inputs: {manuscript, bibliographies, profile, images: new Map()}});
  }
  return requests;
}

/** The images that a manuscript names, each with its place. */
export function listImages({root, source}: Manuscript): readonly ImageRequest[] {
  const positions = indexPositions(source.text);
  const definitions = new Map<string, string>();
  const images: (Image | ImageReference)[] = [];
  walk(root, node => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url);
    if (node.type === 'image' || node.type === 'imageReference') images.push(node);
  });
  return images.flatMap(image => {
    const url = image.type === 'image' ? image.url : definitions.get(image.identifier);
    const {line, column} = positions.at(image.position?.start.offset ?? 0);
    return url === undefined || url === '' ? [] : [{url, place: `${source.path}:${line}:${column}`}];
  });
}

interface Named {
  readonly path: string;
  readonly typed: string;
}

interface FoundManuscript {
  readonly project: Project;
  readonly path: string;
  readonly source: SourceText;
}

/** A project's configuration, and the bibliographies already read, so that manuscripts that share them share one list. */
interface Settings {
  readonly config: Config;
  readonly configName: string;
  readonly bibliographies: Map<string, readonly SourceText[]>;
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
    for (const each of found)
      paths.set(each, {path: each, typed: each === path ? typed : join(typed, basename(each))});
  }
  return [...paths.values()];
}

function readNamed({path, typed}: Named, home: Project, options: ReadingOptions): FoundManuscript {
  const isHome = isInside(home, path) || options.config !== undefined;
  const project = isHome ? home : findProjectOf(path, home);
  return {project, path, source: readNamedSource(project, path, typed)};
}

async function readTypedIn({filename}: TypedIn, home: Project, outside: Outside): Promise<FoundManuscript> {
  const text = decode(await outside.readStdin(), 'standard input');
  const path = resolve(outside.cwd, filename ?? 'stdin.md');
  const project = isInside(home, path) ? home : findProjectOf(path, home);
  return {project, path, source: {path: filename === undefined ? '<stdin>' : showPath(home, path), text}};
}

async function readSettings(project: Project, ruleCodes: readonly string[] | undefined): Promise<Settings> {
  const {configPath} = project;
  const bibliographies = new Map<string, readonly SourceText[]>();
  if (configPath === undefined) return {config: NO_CONFIG, configName: '', bibliographies};
  const source = readNamedSource(project, configPath, showPath(project, configPath));
  const {readConfig} = await import('./config.ts');
  return {config: readConfig(source, ruleCodes), configName: source.path, bibliographies};
}

function chooseProfile(
  options: ReadingOptions,
  manuscript: Manuscript,
  {config, configName}: Settings,
): Profile {
  const {frontMatter, source} = manuscript;
  if (options.profile !== undefined) return requireProfile(options.profile, '--profile');
  if (frontMatter.profile !== undefined) {
    return requireProfile(frontMatter.profile, placeOf('profile', frontMatter.places, source));
  }
  return config.profile === undefined ? profiles[0] : requireProfile(config.profile, configName);
}

function requireProfile(id: string, from: string): Profile {
  const found = findProfile(id);
  if (found !== undefined) return found;
  const [nearest] = suggest(
    id,
    profiles.map(profile => profile.id),
    1,
  );
  const way =
    nearest === undefined ? '`opcit profiles` lists those that exist' : `did you mean '${nearest}'?`;
  throw new RequestError(`${from}: unknown profile '${id}'; ${way}`);
}

function placeOf(key: string, places: Manuscript['frontMatter']['places'], {path, text}: SourceText): string {
  const span = places.get(key);
  if (span === undefined) return path;
  const {line, column} = indexPositions(text).at(span.start);
  return `${path}:${line}:${column}`;
}

interface BibliographyChoice {
  readonly project: Project;
  readonly path: string;
  readonly options: ReadingOptions;
  readonly outside: Outside;
  readonly manuscript: Reported<Manuscript>;
  readonly setting: Settings;
}

function chooseBibliographies(choice: BibliographyChoice): readonly SourceText[] {
  const {project, path, options, outside, manuscript, setting} = choice;
  const {frontMatter, source} = manuscript.value;
  if (options.bibliography !== undefined) {
    const named = options.bibliography.map(typed => ({typed, path: resolve(outside.cwd, typed)}));
    return readOnce(setting, named, each => readNamedSource(project, each.path, each.typed));
  }
  const from =
    frontMatter.bibliography === undefined
      ? setting.configName
      : placeOf('bibliography', frontMatter.places, source);
  return readOnce(setting, nameBibliographies(choice, project, path), each =>
    readSource(project, each.path, from),
  );
}

function nameBibliographies(
  {manuscript, setting}: BibliographyChoice,
  project: Project,
  path: string,
): readonly Named[] {
  const within = (folder: string) => (typed: string) => ({typed, path: resolve(folder, typed)});
  const {bibliography} = manuscript.value.frontMatter;
  if (bibliography !== undefined) return bibliography.map(within(dirname(path)));
  if (setting.config.bibliography !== undefined) return setting.config.bibliography.map(within(project.root));
  return listFiles(join(project.root, 'bibliography'), '.bib').map(within(project.root));
}

function readOnce(
  {bibliographies}: Settings,
  named: readonly Named[],
  readOne: (named: Named) => SourceText,
): readonly SourceText[] {
  const key = named.map(({path}) => path).join('\n');
  const known = bibliographies.get(key);
  if (known !== undefined) return known;
  const sources = named.map(readOne);
  bibliographies.set(key, sources);
  return sources;
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child, visit);
}
