import {spawn, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {afterAll, describe, expect, it} from 'vitest';
import type {Outside} from '../src/cli/outside.ts';
import {run} from '../src/cli/run.ts';

/*
 * Transcripts: prose with cases. A heading of level two starts a case; a fence whose info names a path is a file of its
 * folder; a `console` fence is what is typed (`$ opcit …`) and what must come: standard output as it is, standard error
 * with `! ` before each line, `? 2` for an exit code other than 0. `$ ls folder` lists what is there. `< file` is standard
 * input, `<< y n` a terminal at which these answers are typed, `NAME=value` before the command sets the environment; `$ cd folder` goes to another folder of the case. `ACCEPT=1` rewrites what must come.
 *
 * The commands run from src/ and in this process, each in a folder of its own, with a terminal made of strings: no build is
 * needed and a hundred cost a second. The process itself (streams, closed pipes, the shebang) is tried at the end.
 */

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = dirname(HERE.replace(/[/\\]$/u, ''));
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

for (const name of readdirSync(join(HERE, 'cli')).filter(each => each.endsWith('.transcript.md'))) {
  describe(name, () => {
    const path = join(HERE, 'cli', name);
    const text = readFileSync(path, 'utf8');
    const accepted = new Map<number, string>();
    for (const {title, files, consoles} of readCases(text)) {
      it(title, async () => {
        const folder = makeFolder(files);
        for (const [offset, expected] of consoles) {
          const actual = await play(expected, folder);
          if (process.env['ACCEPT'] === '1') accepted.set(offset, actual);
          else expect(actual).toBe(expected);
        }
      });
    }

    afterAll(() => {
      if (process.env['ACCEPT'] === '1') writeFileSync(path, acceptAll(text, accepted));
    });
  });
}

describe('the process', () => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const words = ['--import', tsx, join(ROOT, 'src/cli/main.ts')];
  const start = (typed: readonly string[], cwd: string, input?: string) =>
    spawnSync(process.execPath, [...words, ...typed], {cwd, encoding: 'utf8', input});

  it('keeps results and errors apart, and exits with the code', () => {
    const folder = makeFolder(new Map([['manuscript/a.md', 'See this.[^9]\n']]));
    const found = start(['lint', '--format', 'concise'], folder);
    const refused = start(['lint', 'none.md'], folder);

    expect(found.stdout).toContain('manuscript/a.md:1:10: error note-undefined');
    expect([found.status, found.stderr]).toEqual([1, '']);
    expect(refused.stderr).toMatch(/^opcit: none\.md: no such file; [^\n]+\n$/u);
    expect([refused.status, refused.stdout]).toEqual([2, '']);
  });

  it('says nothing when the reader of its output has left', async () => {
    const lines = Array.from({length: 3000}, (_, index) => `See this.[^x${index}]\n\n`).join('');
    const folder = makeFolder(new Map([['manuscript/a.md', lines]]));
    const child = spawn(process.execPath, [...words, 'lint'], {cwd: folder});
    let said = '';
    child.stderr.on('data', part => {
      said += part;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise(done => child.on('close', done));

    expect([code, said]).toEqual([1, '']);
  });

  it('draws a graph that Graphviz reads, whatever is typed', () => {
    const text =
      'One.[^1] Two.[^2]\n\n[^1]: Lee (1999) *A "B" C \\\\*, x\\N -> <b>;\n\n[^2]: Ibid, [todo "x\\\\]\n';
    const {stdout} = start(['cites', '--format', 'dot'], makeFolder(new Map([['manuscript/"a\\.md', text]])));

    expect(readGraph(stdout)).toEqual({left: '', statements: 8});
  });

  it('reads a manuscript from a pipe', () => {
    const {stdout, status} = start(
      ['lint', '--stdin', '--format', 'concise'],
      makeFolder(new Map()),
      'See this.[^9]\n',
    );

    expect(stdout).toContain('<stdin>:1:10: error note-undefined');
    expect(status).toBe(1);
  });
});

// A statement of DOT: the opening and end of a graph, a setting, a node or edge with its settings, all strings closed.
const STRING = '"(?:[^"\\\\\n]|\\\\[^\n])*"';
const VALUE = `(?:${STRING}|[A-Za-z_][A-Za-z_0-9]*|[0-9]+)`;
const ID = '[A-Za-z_][A-Za-z_0-9]*';
const SETTING = `[a-z]+=${VALUE}`;
const STATEMENT = new RegExp(
  `\\s*(?:(?:digraph|subgraph) ${ID} \\{|\\}|${SETTING};|${ID}(?: -> ${ID})? \\[${SETTING}(?:, ${SETTING})*\\];)\\s*`,
  'uy',
);

/** How many statements a graph has, and what is left where one cannot be read. */
function readGraph(text: string): {readonly left: string; readonly statements: number} {
  let statements = 0;
  STATEMENT.lastIndex = 0;
  for (let at = 0; at < text.length; at = STATEMENT.lastIndex) {
    STATEMENT.lastIndex = at;
    if (!STATEMENT.test(text)) return {left: text.slice(at), statements};
    statements += 1;
  }
  return {left: '', statements};
}

// `script` of util-linux gives a process a terminal of its own; elsewhere it has other options.
describe.skipIf(!hasPseudoTerminals())('a terminal', () => {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const command = [process.execPath, '--import', tsx, join(ROOT, 'src/cli/main.ts')].join(' ');
  const review = (folder: string, typed: string) =>
    spawnSync('script', ['-qec', `${command} fix --review --color never`, '/dev/null'], {
      cwd: folder,
      encoding: 'utf8',
      input: typed,
    });

  it('is asked of each fix, one after the other', () => {
    const text = 'A.[^1] B.[^2]\n\n[^1]: Smith (2010) *The State*\n\n[^2]: Smith (2011) op cit\n';
    const folder = makeFolder(
      new Map([
        ['manuscript/a.md', text],
        ['bibliography/r.bib', '@book{s, author={Smith, A}, title={The State}, adress={Bath}, year=2010}\n'],
      ]),
    );
    const {stdout, status} = review(folder, 'y\nn\n');

    expect(stdout).toContain('5:14 `2011` becomes `2010`');
    expect(stdout).toContain('`adress` becomes `address`');
    expect(stdout).toContain('fixed manuscript/a.md');
    expect(stdout).not.toContain('fixed bibliography/r.bib');
    expect(readFileSync(join(folder, 'manuscript/a.md'), 'utf8')).toBe(text.replace('2011', '2010'));
    expect(status).toBe(0);
  });
});

function hasPseudoTerminals(): boolean {
  return process.platform === 'linux' && spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;
}

describe('what a manuscript names', () => {
  const outsideFolder = makeFolder(
    new Map([
      ['secret.bib', '@book{a, title={Secret}}\n'],
      ['secret.md', 'Secret.[^9]\n'],
    ]),
  );

  it('a link out of the project is not followed', async () => {
    const folder = makeFolder(new Map([['manuscript/a.md', '---\nbibliography: ../in.bib\n---\n\nText.\n']]));
    symlinkSync(join(outsideFolder, 'secret.bib'), join(folder, 'in.bib'));
    symlinkSync(join(outsideFolder, 'secret.md'), join(folder, 'manuscript/b.md'));

    expect(await play('$ opcit lint manuscript/a.md', folder)).toBe(
      '$ opcit lint manuscript/a.md\n! opcit: manuscript/a.md:2:15: in.bib is a link out of the project folder; copy the file into the project\n? 2',
    );
    expect(await play('$ opcit lint manuscript/b.md', folder)).toMatch(
      /! opcit: the request: manuscript\/b\.md is a link out of the project folder; [^\n]+\n\? 2$/u,
    );
  });

  it('an image through such a link is not read', async () => {
    const folder = makeFolder(new Map([['manuscript/a.md', '1. Text.\n\n![A map](map.png)\n']]));
    symlinkSync(join(outsideFolder, 'secret.bib'), join(folder, 'manuscript/map.png'));

    expect(await play('$ opcit lint --format concise', folder)).toMatch(
      /^\$ [^\n]+\nmanuscript\/a\.md:3:1: error image-not-found [^\n]+ a file of the project at that path\n\? 1$/u,
    );
  });

  it('the output folder is no way out either', async () => {
    const folder = makeFolder(new Map([['manuscript/a.md', 'Text.\n']]));
    symlinkSync(outsideFolder, join(folder, 'output'));

    expect(await play('$ opcit build --draft', folder)).toMatch(
      /link out of the project folder; [^\n]+\n\? 2$/u,
    );
    expect(readdirSync(outsideFolder).sort()).toEqual(['secret.bib', 'secret.md']);
  });
});

interface Case {
  readonly title: string;
  readonly files: ReadonlyMap<string, string>;
  /** The inside of each `console` fence, by its offset in the transcript. */
  readonly consoles: ReadonlyMap<number, string>;
}

// "## A note that is not there"
const TITLE = /^## (.*)$/gmu;

// "```markdown manuscript/a.md" … "```", or with more marks where the contents hold a fence.
const FENCE = /^(`{3,})(\w+)(?: (\S+))?\n([\s\S]*?)\n\1$/gmu;

function readCases(text: string): readonly Case[] {
  const titles = [...text.matchAll(TITLE)];
  return titles.map(({index, 1: title = ''}, at) => {
    const files = new Map<string, string>();
    const consoles = new Map<number, string>();
    const part = text.slice(index, titles[at + 1]?.index);
    for (const {
      index: start,
      0: whole,
      1: marks = '',
      2: language,
      3: path,
      4: contents = '',
    } of part.matchAll(FENCE)) {
      if (path !== undefined) files.set(path, `${contents}\n`);
      else if (language === 'console') {
        consoles.set(index + start + whole.length - contents.length - marks.length - 1, contents);
      }
    }
    return {title, files, consoles};
  });
}

/** A transcript with what came in the place of what stood there. */
function acceptAll(text: string, accepted: ReadonlyMap<number, string>): string {
  return [...accepted]
    .sort(([one], [other]) => other - one)
    .reduce((done, [offset, actual]) => {
      const end = done.indexOf('\n```', offset - 1);
      return done.slice(0, offset) + actual + done.slice(end);
    }, text);
}

function makeFolder(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'opcit-cli-'));
  folders.push(folder);
  for (const [path, contents] of files) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), contents);
  }
  return folder;
}

const GO = '$ cd ';

/** Types each command of a console and writes down what comes. */
async function play(expected: string, folder: string): Promise<string> {
  const lines: string[] = [];
  let place = folder;
  for (const command of expected.split('\n').filter(line => line.startsWith('$ '))) {
    lines.push(command);
    if (command.startsWith(GO)) place = join(folder, command.slice(GO.length));
    else lines.push(...(await perform(command.slice(2), folder, place)));
  }
  return lines.join('\n');
}

async function perform(command: string, folder: string, place: string): Promise<readonly string[]> {
  const words = splitWords(command);
  if (words[0] === 'ls') return listFolder(join(place, words[1] ?? '.'));
  const env: Record<string, string> = {};
  while (words[0]?.includes('=') === true) {
    const [name = '', value = ''] = (words.shift() ?? '').split('=');
    env[name] = value;
  }
  if (words.shift() !== 'opcit') throw new Error(`A transcript knows opcit and ls: ${command}`);
  const [asked, answers] = splitAt(words, '<<');
  const [typed, [input = ''] = []] = splitAt(asked, '<');
  const out: string[] = [];
  const error: string[] = [];
  const outside: Outside = {
    cwd: place,
    env,
    stdout: {isTerminal: false, columns: undefined, write: text => out.push(text)},
    stderr: {isTerminal: false, columns: undefined, write: text => error.push(text)},
    readStdin: async () => readFileSync(join(place, input)),
    ask:
      answers &&
      (async question => {
        const answer = answers.shift();
        error.push(`${question}${answer ?? ''}\n`);
        return answer;
      }),
  };
  const code = await run(typed, outside);
  return [
    ...linesOf(out.join('')).map(line => spellOut(line, folder)),
    ...linesOf(error.join('')).map(line => `! ${spellOut(line, folder)}`.trimEnd()),
    ...(code === 0 ? [] : [`? ${code}`]),
  ];
}

// "'two words'" or "one"
const WORD = /'([^']*)'|(\S+)/gu;

function splitWords(command: string): string[] {
  return [...command.matchAll(WORD)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/** The words before a sign, and those behind it where it stands there. */
function splitAt(words: readonly string[], sign: string): readonly [readonly string[], string[] | undefined] {
  const at = words.indexOf(sign);
  return at < 0 ? [words, undefined] : [words.slice(0, at), words.slice(at + 1)];
}

/** The folder of a case is another on every run, and an escape is no text: both are spelt out. */
function spellOut(line: string, folder: string): string {
  return line.replaceAll(folder, '<folder>').replaceAll('\u001b', '<ESC>');
}

function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function listFolder(path: string): readonly string[] {
  try {
    const names = readdirSync(path).sort();
    return names.length === 0 ? ['(nothing)'] : names;
  } catch {
    return ['(no such folder)'];
  }
}
