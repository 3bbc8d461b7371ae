import {existsSync, realpathSync, statSync} from 'node:fs';
import {dirname, isAbsolute, join, relative, resolve, sep} from 'node:path';
import {RequestError} from './request-error.ts';

/** The folder that a manuscript may name files in, and its configuration. */
export interface Project {
  /** Absolute, as people know it (links not followed). */
  readonly root: string;
  /** The folder that paths are shown relative to: where the person stands. */
  readonly base: string;
  /** Absolute; `undefined` when the project has none. */
  readonly configPath: string | undefined;
}

/** Where a person stands. */
export interface Standpoint {
  /** Absolute. */
  readonly cwd: string;
  /** The person's home folder, absolute; no project is looked for above it. */
  readonly userHome: string | undefined;
}

/** The name of the optional configuration file, by which a project's folder is found. */
export const CONFIG_NAME = 'opcit.config.json';

/** The folder of a project's manuscripts, by which it is found where there is no configuration. */
const MANUSCRIPT_FOLDER = 'manuscript';

/**
 * The project that a person stands in: that of the nearest `opcit.config.json` in the folder or above it, else of the nearest
 * folder that has a folder `manuscript`, else the folder itself.
 *
 * @param configPath a configuration that the person named; its folder is then the project
 */
export function findProject({cwd, userHome}: Standpoint, configPath: string | undefined): Project {
  if (configPath !== undefined) {
    const path = resolve(cwd, configPath);
    if (!isFile(path))
      throw new RequestError(`${configPath}: no such file; --config takes the path of an ${CONFIG_NAME}`);
    return {root: dirname(path), base: cwd, configPath: path};
  }
  return {...(projectAround(cwd, userHome) ?? {root: cwd, configPath: undefined}), base: cwd};
}

/**
 * The project of a manuscript, which is the same wherever the person stands: that of the nearest configuration above it,
 * else of the nearest folder `manuscript`. One that has neither belongs to the project that the person stands in, and
 * outside of that its own folder is the project.
 *
 * @param path absolute
 * @param home the project that the person stands in
 */
export function findProjectOf(path: string, home: Project, {userHome}: Standpoint): Project {
  const folder = dirname(path);
  const found = projectAround(folder, userHome);
  if (found !== undefined) return {...found, base: home.base};
  return holds(home.root, path) ? home : {root: folder, base: home.base, configPath: undefined};
}

function projectAround(
  folder: string,
  userHome: string | undefined,
): Pick<Project, 'root' | 'configPath'> | undefined {
  const places = foldersUpwards(folder, userHome);
  const configured = places.find(place => isFile(join(place, CONFIG_NAME)));
  if (configured !== undefined) return {root: configured, configPath: join(configured, CONFIG_NAME)};
  const root = places.find(place => {
    const manuscripts = join(place, MANUSCRIPT_FOLDER);
    if (!isFolderAt(manuscripts)) return false;
    // A folder of that name among a person's own does not make all that they have one project.
    return place !== userHome || folder === place || holds(manuscripts, folder);
  });
  return root === undefined ? undefined : {root, configPath: undefined};
}

/** A folder and those above it, up to the person's home or the root of a repository. */
function foldersUpwards(folder: string, userHome: string | undefined): readonly string[] {
  const places = [folder];
  for (let place = folder; place !== userHome && !existsSync(join(place, '.git')); ) {
    const above = dirname(place);
    if (above === place) break;
    places.push(above);
    place = above;
  }
  return places;
}

/** True when an absolute path lies in the project by its name; links are not followed. */
export function isInside(project: Project, path: string): boolean {
  return holds(project.root, path);
}

/** A path as reports show it: relative to the base, with forward slashes, `.` for the base; absolute for a file outside it and the project. */
export function showPath({root, base}: Project, path: string): string {
  const isNear = holds(base, path) || (holds(root, path) && holds(root, base));
  return withSlashes(isNear ? relative(base, path) || '.' : path);
}
/**
 * A path as the project's own files show it, wherever the person stands: relative to its root, absolute for a file outside.
 *
 * @param shown as `showPath` gives it; anything else, such as `<stdin>`, comes back as it is
 */
export function pathInProject({root, base}: Project, shown: string): string {
  const path = resolve(base, shown);
  return holds(root, path) ? withSlashes(relative(root, path)) : shown;
}

function withSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/**
 * The real path of a file that a manuscript or a configuration names. Texts from elsewhere are not trusted: a file outside
 * the project, by its name or through a link, is refused.
 *
 * @param path absolute
 * @param from who names it, for the message
 * @throws RequestError when the file is not there or lies outside
 */
export function confine(project: Project, path: string, from: string): string {
  const shown = showPath(project, path);
  if (!isInside(project, path)) {
    throw new RequestError(
      `${from}: ${shown} lies outside the project folder; copy the file into the project`,
    );
  }
  const real = realPath(path);
  if (real === undefined)
    throw new RequestError(`${from}: ${shown}: no such file; the path counts from the file that names it`);
  if (!holds(realPath(project.root) ?? project.root, real)) {
    throw new RequestError(
      `${from}: ${shown} is a link out of the project folder; copy the file into the project`,
    );
  }
  return real;
}

/**
 * The real path of a file of the project; `undefined` when nothing is there, or when it lies outside, by its name or
 * through a link.
 *
 * @param path absolute
 */
export function confined(project: Project, path: string): string | undefined {
  const real = isInside(project, path) ? realPath(path) : undefined;
  return real !== undefined && holds(realPath(project.root) ?? project.root, real) ? real : undefined;
}

/** True when a path names a file that can be read as one; a device, a pipe and a folder are none. */
export function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function isFolderAt(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
