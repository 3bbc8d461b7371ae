import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import type {SourceText} from '../text/source.ts';
import {readSource} from './files.ts';
import {packageFolder} from './package.ts';
import type {Project} from './project.ts';
import {RequestError} from './request-error.ts';

/** A style with the words of its language, as read from disk; the type of `citation/styles`, which this folder does not know. */
export interface StyleOnDisk {
  readonly name: string;
  readonly xml: string | undefined;
  readonly missing: string | undefined;
  readonly locales: ReadonlyMap<string, string>;
}

/** Where the styles stand in the package, in a clone and in what npm installs. */
const FOLDER = 'src/citation/styles/csl';
const LOCALES = ['en-GB', 'en-US'] as const;

/**
 * Reads the style that `citations: csl:<style>` names: one that comes with opcit, or a `.csl` file inside the project, by its
 * path from the manuscript. No other file is read and the network never asked; what is not there is said in `missing`.
 *
 * @param manuscriptPath absolute
 * @param citations the front matter's value; for any other than `csl:…` the answer is `undefined`
 * @param shipped the files of the styles that come with opcit, by the names that a manuscript may use
 */
export function readStyleFile(
  project: Project,
  manuscriptPath: string,
  citations: string,
  shipped: Readonly<Record<string, string>>,
): StyleOnDisk | undefined {
  if (!citations.startsWith(PREFIX)) return undefined;
  const name = citations.slice(PREFIX.length).trim();
  const isPath = name.endsWith('.csl');
  const found = isPath
    ? readOwn(project, resolve(dirname(manuscriptPath), name))
    : readShipped(name, shipped);
  return {name, ...found, locales: found.xml === undefined ? new Map() : readLocales()};
}

const PREFIX = 'csl:';

type Found = Pick<StyleOnDisk, 'xml' | 'missing'>;

function readOwn(project: Project, path: string): Found {
  try {
    const {text}: SourceText = readSource(project, path, 'the front matter');
    return {xml: text, missing: undefined};
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return {
      xml: undefined,
      missing: 'a file of UTF-8 text inside the project, by its path from the manuscript',
    };
  }
}

function readShipped(name: string, shipped: Readonly<Record<string, string>>): Found {
  const file = Object.hasOwn(shipped, name) ? shipped[name] : undefined;
  if (file === undefined)
    return {xml: undefined, missing: 'a style that opcit has, or the path of a `.csl` file'};
  return {xml: readPart(`${file}.csl`), missing: undefined};
}

function readLocales(): ReadonlyMap<string, string> {
  return new Map(LOCALES.map(tag => [tag, readPart(`locales-${tag}.xml`)]));
}

/** @throws RequestError where the package was not installed whole */
function readPart(name: string): string {
  const path = join(packageFolder(), FOLDER, name);
  if (!existsSync(path))
    throw new RequestError(`${name} is missing from opcit's own package; install it anew`);
  return readFileSync(path, 'utf8');
}
