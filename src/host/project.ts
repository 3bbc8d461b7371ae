import {existsSync, realpathSync, statSync} from 'node:fs';
import {basename, dirname, isAbsolute, join, relative, resolve, sep} from 'node:path';
import {RequestError} from './request-error.ts';

/** The folder that a manuscript may name files in, and its configuration. */
export interface Project {
  /** Absolute, as people know it (links not followed). */
  readonly root: string;
  /** The folder that paths are shown relative to: where the person stands, or the root of the project around it. */
  readonly base: string;
  /** Absolute; `undefined` when the project has none. */
  readonly configPath: string | undefined;
}

/** The name of the optional configuration file, by which a project's folder is found. */
export const CONFIG_NAME = 'opcit.config.json';

/**
 * The project that a folder belongs to: that of the nearest `opcit.config.json` in it or above it, else the folder itself.
 *
 * @param folder absolute
 * @param configPath a configuration that the person named; its folder is then the project
 */
export function findProject(folder: string, configPath: string | undefined): Project {
  if (configPath !== undefined) {
    const path = resolve(folder, configPath);
    if (!isFile(path))
      throw new RequestError(`${configPath}: no such file; --config takes the path of an ${CONFIG_NAME}`);
    return {root: dirname(path), base: folder, configPath: path};
  }
  for (let place = folder; ; place = dirname(place)) {
    const candidate = join(place, CONFIG_NAME);
    if (isFile(candidate)) return {root: place, base: place, configPath: candidate};
    if (dirname(place) === place) return {root: folder, base: folder, configPath: undefined};
  }
}

/**
 * The project of a manuscript: that of the nearest configuration above it, else the one that the person stands in. A
 * manuscript outside of both has its own folder for a project, or the folder above one called `manuscript`.
 *
 * @param path absolute
 * @param home the project that the person stands in
 */
export function findProjectOf(path: string, home: Project): Project {
  const folder = dirname(path);
  const found = findProject(folder, undefined);
  if (found.configPath !== undefined) return {...found, base: home.base};
  if (holds(home.root, path)) return home;
  return {...found, root: basename(folder) === 'manuscript' ? dirname(folder) : folder, base: home.base};
}

/** True when an absolute path lies in the project by its name; links are not followed. */
export function isInside(project: Project, path: string): boolean {
  return holds(project.root, path);
}

/** A path as reports show it: relative to the base, with forward slashes; absolute for a file outside it. */
export function showPath({base}: Project, path: string): string {
  const shown = holds(base, path) ? relative(base, path) : path;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
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
