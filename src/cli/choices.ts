import {dirname, join, resolve} from 'node:path';
import {isSameFile, listFiles, readNamedSource, readSource} from '../host/files.ts';
import {type Project, showPath} from '../host/project.ts';
import {RequestError} from '../host/request-error.ts';
import type {Manuscript} from '../manuscript/types.ts';
import {findProfile, profiles, withRules} from '../profiles/index.ts';
import type {Profile} from '../profiles/profile.ts';
import {indexPositions} from '../text/position.ts';
import type {SourceText} from '../text/source.ts';
import {suggest} from '../text/suggest.ts';
import {type Config, NO_CONFIG} from './settings.ts';

/** The options of every command that reads manuscripts. */
export interface ReadingOptions {
  readonly config?: string;
  readonly profile?: string;
  readonly bibliography?: readonly string[];
}

/** A project's configuration, and the bibliographies already read, so that manuscripts that share them share one list. */
export interface Settings {
  readonly config: Config;
  readonly bibliographies: Map<string, readonly SourceText[]>;
}

interface Named {
  readonly path: string;
  readonly typed: string;
}

/**
 * Reads the configuration of a project; of one without, nothing is set.
 *
 * @param ruleCodes the codes that it may name; `undefined` leaves the names unchecked
 * @throws RequestError for a fault in it
 */
export async function readSettings(
  project: Project,
  ruleCodes: readonly string[] | undefined,
): Promise<Settings> {
  const {configPath} = project;
  const bibliographies = new Map<string, readonly SourceText[]>();
  if (configPath === undefined) return {config: NO_CONFIG, bibliographies};
  const source = readNamedSource(project, configPath, showPath(project, configPath));
  const {readConfig} = await import('./config.ts');
  return {config: readConfig(source, ruleCodes), bibliographies};
}

/**
 * The profile of a manuscript, with the configuration's word on its rules: that of the option, else of the front matter,
 * else of the configuration, else the first of the list. A name in the front matter that no profile has is a finding of
 * the linter, and the next of these counts.
 *
 * @throws RequestError when the option or the configuration names none that exists
 */
export function chooseProfile(options: ReadingOptions, manuscript: Manuscript, {config}: Settings): Profile {
  return withRules(nameProfile(options, manuscript, config), config.rules);
}

function nameProfile(options: ReadingOptions, manuscript: Manuscript, config: Config): Profile {
  if (options.profile !== undefined) return requireProfile(options.profile, '--profile');
  const own = findProfile(manuscript.frontMatter.profile ?? '');
  if (own !== undefined) return own;
  return config.profile === undefined
    ? profiles[0]
    : requireProfile(config.profile.value, config.profile.place);
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

/** Whose bibliography is wanted. */
export interface BibliographyQuestion {
  readonly project: Project;
  readonly manuscript: Manuscript;
  /** Absolute. */
  readonly manuscriptPath: string;
  readonly options: ReadingOptions;
  readonly cwd: string;
}

/**
 * The bibliography of a manuscript: that of the option, else of the front matter, else of the configuration, else
 * `bibliography/*.bib` of the project, which may be none. Manuscripts that ask for the same files are given the same list.
 *
 * @throws RequestError for a file that is not there, cannot be read, or lies outside the project though a text names it
 */
export function chooseBibliographies(
  question: BibliographyQuestion,
  settings: Settings,
): readonly SourceText[] {
  const {project, options, cwd} = question;
  if (options.bibliography !== undefined) {
    const named = options.bibliography.map(typed => ({typed, path: resolve(cwd, typed)}));
    return readOnce(settings, named, ({path, typed}) => readNamedSource(project, path, typed));
  }
  const {from, folder, names} = findNames(question, settings);
  const named = names.map(typed => ({typed, path: resolve(folder, typed)}));
  return readOnce(settings, named, ({path}) => readSource(project, path, from));
}

/** Names in a text, the folder that they count from, and who says so. */
interface FoundNames {
  readonly names: readonly string[];
  readonly folder: string;
  readonly from: string;
}

function findNames(
  {project, manuscript, manuscriptPath}: BibliographyQuestion,
  {config}: Settings,
): FoundNames {
  const {frontMatter, source} = manuscript;
  if (frontMatter.bibliography !== undefined) {
    const from = placeOf('bibliography', frontMatter.places, source);
    return {names: frontMatter.bibliography, folder: dirname(manuscriptPath), from};
  }
  if (config.bibliography !== undefined) {
    return {names: config.bibliography.value, folder: project.root, from: config.bibliography.place};
  }
  const folder = join(project.root, 'bibliography');
  return {names: listFiles(folder, '.bib'), folder, from: 'bibliography/'};
}

function readOnce(
  {bibliographies}: Settings,
  named: readonly Named[],
  readOne: (named: Named) => SourceText,
): readonly SourceText[] {
  const key = named.map(({path}) => path).join('\n');
  const known = bibliographies.get(key);
  if (known !== undefined) return known;
  const sources = eachOnce(named).map(readOne);
  bibliographies.set(key, sources);
  return sources;
}

/** A file named twice, in whatever words, is read once: its entries are no twins of themselves. */
function eachOnce(named: readonly Named[]): readonly Named[] {
  return named.filter(
    ({path}, index) =>
      !named.slice(0, index).some(before => before.path === path || isSameFile(before.path, path)),
  );
}
