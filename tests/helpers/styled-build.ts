import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {shippedStyles} from '../../src/citation/styles/shipped.ts';
import type {StyleFile} from '../../src/citation/styles/types.ts';
import type {FormatId} from '../../src/formats/index.ts';
import {readStyleFile} from '../../src/host/styles.ts';
import {type Built, build, type Inputs, readManuscript} from '../../src/pipeline.ts';
import {bareProfile} from './bare-profile.ts';

/** The works that the tests of citing cite, by keys that are the surnames of their authors. */
export const WORKS = `
@book{alder2001, author = {Alder, Ann}, title = {Red Cedars: A History}, year = 2001, publisher = {Osier Press}, address = {Bristol}}
@article{birch1998, author = {Birch, Bo and Elm, Eva}, title = {Silver Bark}, journal = {Woodland}, volume = 4, number = 2, pages = {11--30}, year = 1998}
@techreport{hazel2003, author = {Hazel, Hugh}, title = {Coppice and Copse}, institution = {Board of Woods and Forests}, number = 7, year = 2003}
@incollection{rowan2010, author = {Rowan, Rose}, title = {Berries in Autumn}, booktitle = {The Hedgerow Reader}, editor = {Yew, Yann}, publisher = {Hawthorn}, address = {London}, pages = {1--9}, year = 2010}
`;

const LOCALES = new Map(
  ['en-GB', 'en-US'].map(tag => [
    tag,
    readFileSync(
      fileURLToPath(new URL(`../../src/citation/styles/csl/locales-${tag}.xml`, import.meta.url)),
      'utf8',
    ),
  ]),
);

/** A style of a test's own. */
export function styleOf(xml: string): StyleFile {
  return {name: 'own.csl', xml, missing: undefined, locales: LOCALES};
}

/** The words of CSL's languages, by tag. */
export function localeOf(tag: string): string {
  return LOCALES.get(tag) ?? LOCALES.get('en-GB') ?? '';
}

/** What stands in a manuscript, and what its front matter says of citing. */
export interface Cited {
  readonly text: string;
  readonly citations: string;
  readonly more?: readonly string[];
  /** In place of the style that `citations` names. */
  readonly style?: StyleFile;
  readonly bibliography?: string;
  readonly draft?: boolean;
}

/** Builds a manuscript in memory. */
export function buildCited(
  {text, citations, more = [], style, bibliography = WORKS, draft = false}: Cited,
  formats: readonly FormatId[] = ['md'],
): Promise<Built> {
  const head = ['---', 'title: A manuscript', 'date: 2026-11', `citations: ${citations}`, ...more, '---', ''];
  const manuscript = readManuscript({path: 'manuscript/evidence.md', text: `${head.join('\n')}\n${text}`});
  const inputs: Inputs = {
    manuscript,
    bibliographies: [{path: 'bibliography/references.bib', text: bibliography}],
    profile: bareProfile,
    images: new Map(),
    style: style ?? readStyleFile(NOWHERE, '/nowhere/manuscript/evidence.md', citations, shippedStyles),
  };
  return build(inputs, {formats, draft});
}

/** The body and the notes of a build as Markdown, without the front matter and the title. */
export async function writeCited(cited: Cited): Promise<string> {
  const built = await buildCited(cited);
  if (built.status === 'refused') {
    throw new Error(built.linted.diagnostics.map(({code, message}) => `${code}: ${message}`).join('\n'));
  }
  const text = new TextDecoder().decode(built.files[0]?.artifact.bytes);
  return text.slice(text.indexOf('# A manuscript') + '# A manuscript'.length).trim();
}

const NOWHERE = {root: '/nowhere', base: '/nowhere', configPath: undefined};
