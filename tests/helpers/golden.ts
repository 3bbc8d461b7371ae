import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {citesCommand} from '../../src/cli/commands/cites.ts';
import {lintCommand} from '../../src/cli/commands/lint.ts';
import type {Outside} from '../../src/cli/outside.ts';
import {readRequests} from '../../src/cli/requests.ts';
import {type FormatId, formatIds, formats} from '../../src/formats/index.ts';
import {type Inputs, lint, writeCitations} from '../../src/pipeline.ts';
import {composePublication} from '../../src/publication/compose.ts';
import type {Publication} from '../../src/publication/types.ts';
import {openPackage} from './docx-package.ts';
import {printPublication} from './golden-json.ts';
import {printXml} from './golden-xml.ts';
import {readPdfLines} from './pdf-lines.ts';

/** A whole manuscript with all that opcit makes of it, held as text. */
export interface Golden {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
}

/** What opcit makes of a manuscript now. */
export interface Made {
  /** The texts by their paths in the folder, in the order in which a difference shows first. */
  readonly texts: ReadonlyMap<string, string>;
  readonly bytes: ReadonlyMap<FormatId, Uint8Array>;
}

/** What a folder may say beside its texts: `{"draft": true}`. */
interface Options {
  readonly draft?: boolean;
}

const GOLDEN = fileURLToPath(new URL('../golden/', import.meta.url));
const INPUTS: ReadonlySet<string> = new Set(['manuscript.md', 'bibliography.bib', 'options.json']);
/** The parts of the package that are held whole; of the others their being there. */
const PARTS: readonly string[] = [
  'word/document.xml',
  'word/footnotes.xml',
  'word/numbering.xml',
  'word/styles.xml',
  'docProps/core.xml',
];

/** Every folder with a manuscript. */
export function goldenFolders(): readonly Golden[] {
  return readdirSync(GOLDEN, {withFileTypes: true})
    .filter(entry => entry.isDirectory())
    .map(({name}) => ({name, folder: join(GOLDEN, name)}))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The texts that a folder holds, by their paths in it, without what they were made of. */
export function readHeld({folder}: Golden): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, {recursive: true, encoding: 'utf8', withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(path => !INPUTS.has(path));
  return new Map(paths.sort().map(path => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Holds what was made, and nothing else. */
export function hold({folder}: Golden, {texts}: Made): void {
  for (const name of readdirSync(folder)) {
    if (!INPUTS.has(name)) rmSync(join(folder, name), {recursive: true});
  }
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), text);
  }
}

/** Makes everything of a folder's manuscript, as the command line would from inside it. */
export async function make({folder}: Golden): Promise<Made> {
  const publication = await compose(folder);
  const bytes = new Map<FormatId, Uint8Array>();
  const warnings: string[] = [];
  for (const id of formatIds) {
    const format = await formats[id]();
    const artifact = await format.write(publication);
    bytes.set(id, artifact.bytes);
    warnings.push(...artifact.warnings.map(warning => `${id}: ${warning}\n`));
  }
  const docx = openPackage(bytes.get('docx') ?? new Uint8Array());
  const texts = new Map([
    [
      'lint.txt',
      await command(folder, outside =>
        lintCommand(
          ['manuscript.md'],
          {...reading(folder), format: 'concise', failOn: 'never', color: 'never'},
          outside,
        ),
      ),
    ],
    [
      'cites.json',
      await command(folder, outside =>
        citesCommand(['manuscript.md'], {...reading(folder), format: 'json', color: 'never'}, outside),
      ),
    ],
    ['warnings.txt', warnings.join('')],
    ['publication.json', printPublication(publication)],
    ['publication.md', new TextDecoder().decode(bytes.get('md'))],
    ['docx/parts.txt', `${docx.paths.join('\n')}\n`],
    ...PARTS.map((path): [string, string] => [`docx/${path}`, printXml(docx.part(path))]),
    ['pdf/pages.txt', await readPdfLines(bytes.get('pdf') ?? new Uint8Array())],
  ]);
  return {texts, bytes};
}

/** The publication of a folder's manuscript. One that is no draft must have no error, since a build would refuse it. */
async function compose(folder: string): Promise<Publication> {
  const {draft} = readOptions(folder);
  const inputs = await readInputs(folder);
  const {subject, diagnostics} = lint(inputs);
  const isRefused = draft !== true && diagnostics.some(({severity}) => severity === 'error');
  if (isRefused) throw new Error(`${folder}: an error stands; say {"draft": true} in options.json`);
  const {written, fault} = await writeCitations(subject, inputs);
  if (fault !== undefined) throw new Error(`${folder}: ${fault.message}`);
  return composePublication(subject, {
    images: inputs.images,
    written,
    openFindings: draft === true ? diagnostics : undefined,
  });
}

async function readInputs(folder: string): Promise<Inputs> {
  const [request] = await readRequests(
    ['manuscript.md'],
    reading(folder),
    outsideOf(folder, () => {}),
  );
  if (request === undefined) throw new Error(`${folder}: no manuscript.md`);
  return request.inputs;
}

function readOptions(folder: string): Options {
  const path = join(folder, 'options.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

function reading(folder: string): {readonly bibliography?: readonly string[]} {
  return existsSync(join(folder, 'bibliography.bib')) ? {bibliography: ['bibliography.bib']} : {};
}

/** What a command prints, as it would where the manuscript stands. */
async function command(folder: string, run: (outside: Outside) => Promise<unknown>): Promise<string> {
  const printed: string[] = [];
  await run(outsideOf(folder, text => printed.push(text)));
  return printed.join('');
}

function outsideOf(cwd: string, write: (text: string) => void): Outside {
  const stream = {isTerminal: false, columns: undefined};
  return {
    cwd,
    // The folder is the whole project, although the repository around it has a manuscript of its own.
    env: {HOME: cwd},
    stdout: {...stream, write},
    stderr: {...stream, write: () => {}},
    readStdin: () => Promise.resolve(new Uint8Array()),
    ask: undefined,
  };
}
