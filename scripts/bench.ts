/**
 * `npm run bench`: what a lint, a DOCX and a PDF of the worked example cost, and of the example repeated 20 times, each in a
 * process of its own, with pandoc beside it where it is installed; then a lint with ever longer bibliographies, ever more
 * notes, notes of works that the bibliography lacks, and cites in one note, which should cost in proportion: the last column is the
 * CPU against the row above. Prints tables and asserts nothing: figures from a busy
 * machine prove little, and CPU seconds prove more than wall.
 */
import {spawn, spawnSync} from 'node:child_process';
import {copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {cpus, tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMMAND = join(ROOT, 'dist/cli/main.js');
const EXAMPLE = join(ROOT, 'manuscript/migration-and-development.md');
const BIBLIOGRAPHY = join(ROOT, 'bibliography/references.bib');
const TIMES = 20;
/** Counted runs of each task, after one that warms the file system's cache; the median is shown. */
const RUNS = 3;

// "[^12]"
const NOTE = /\[\^(\d+)\]/gu;
// "17. Remittances are …"
const PARAGRAPH = /^(\d+)\. /gmu;
// ":::box{number=1 title=…"
const BOX = /^:::box\{number=(\d+) /gmu;
// "see box 3", "Box 3"
const BOX_REFERENCE = /\b([Bb]ox) (\d+)/gu;
// "VmHWM:	   98304 kB"
const HIGH_WATER = /^VmHWM:\s+(\d+)/mu;

/** How many entries and notes; the example has 16 and 15 of its own, whatever it says today. */
const ENTRIES: readonly number[] = [16, 2_000, 20_000, 100_000];
const NOTES: readonly number[] = [15, 300, 3_000];
/** Notes of works that the bibliography lacks, every other one an *op cit* to one of them; and cites in one note. */
const UNKNOWN: readonly number[] = [500, 1_000, 2_000, 4_000];
const CITES: readonly number[] = [1_250, 2_500, 5_000];
const IBIDS: readonly number[] = [5_000, 10_000, 20_000];

const WORDS =
  'rural urban market river housing policy labour credit water school health transport village farming income migration gender poverty council survey reform tenure drainage harvest kinship quarry canal timber fishery pension hospital library parish ferry harbour signal'.split(
    ' ',
  );
const FAMILIES =
  'Abbot Barker Carver Dyer Easton Fisher Gardner Hooper Joiner Keeler Mercer Naylor Porter Roper'.split(' ');

/** One process, measured. */
interface Cost {
  /** User and system seconds. */
  readonly cpu: number;
  readonly wall: number;
  /** MiB at the most; `undefined` where the system does not tell. */
  readonly peak: number | undefined;
  readonly code: number;
}

interface Task {
  readonly name: string;
  readonly command: readonly string[];
  /** Exit codes that mean the work was done. */
  readonly accept: readonly number[];
}

if (!existsSync(COMMAND)) {
  process.stderr.write('bench: dist/ is missing; run npm run build first\n');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'opcit-bench-'));
try {
  await main();
} finally {
  rmSync(folder, {recursive: true, force: true});
}

async function main(): Promise<void> {
  const text = readFileSync(EXAMPLE, 'utf8');
  mkdirSync(join(folder, 'manuscript'));
  mkdirSync(join(folder, 'bibliography'));
  copyFileSync(BIBLIOGRAPHY, join(folder, 'bibliography/references.bib'));
  writeFileSync(join(folder, 'manuscript/once.md'), text);
  writeFileSync(join(folder, 'manuscript/repeated.md'), repeat(text, TIMES));

  const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
  process.stdout.write(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}; median of ${RUNS} runs after one\n\n`,
  );
  row(['', 'CPU s', 'wall s', 'peak MiB', '× pandoc']);
  for (const [title, name] of [
    ['worked example', 'once'],
    [`repeated ${TIMES} times`, 'repeated'],
  ] as const) {
    const pandoc = hasPandoc ? await measure(pandocTask(name)) : undefined;
    row([title]);
    for (const task of opcitTasks(name)) report(task, await measure(task), pandoc);
    if (pandoc !== undefined) report(pandocTask(name), pandoc, pandoc);
  }
  if (!hasPandoc) process.stdout.write('\npandoc is not installed: no ratio\n');
  await showGrowth(text);
}

async function showGrowth(text: string): Promise<void> {
  const known = readFileSync(BIBLIOGRAPHY, 'utf8');
  process.stdout.write('\n');
  await showSeries('lint with more entries', ENTRIES, count => {
    const file = `bibliography/${count}.bib`;
    writeFileSync(join(folder, file), count === 16 ? known : known + makeEntries(count));
    return {name: `${count} entries`, arguments: ['--bibliography', file, 'manuscript/once.md']};
  });
  await showManuscripts('lint with more notes', 'notes', NOTES, count => repeat(text, count / 15));
  await showManuscripts('works not in the bibliography', 'notes', UNKNOWN, count =>
    asNotes(
      makeUnknown(count).map((work, order) =>
        order % 2 === 0 ? work : `${FAMILIES[(order - 1) % FAMILIES.length]}, op cit.`,
      ),
    ),
  );
  await showManuscripts('in one note', 'works', CITES, count => asNotes([makeUnknown(count).join('; ')]));
  await showManuscripts('in one note', 'ibid', IBIDS, count =>
    asNotes([`${makeUnknown(1).join('')} ${'ibid; '.repeat(count)}`]),
  );
}

/** Lints of ever longer manuscripts. */
async function showManuscripts(
  title: string,
  unit: string,
  counts: readonly number[],
  make: (count: number) => string,
): Promise<void> {
  await showSeries(title, counts, count => {
    const file = `manuscript/${title.replaceAll(' ', '-')}-${unit}-${count}.md`;
    writeFileSync(join(folder, file), make(count));
    return {name: `${count} ${unit}`, arguments: ['--bibliography', 'bibliography/references.bib', file]};
  });
}

async function showSeries(
  title: string,
  counts: readonly number[],
  make: (count: number) => {readonly name: string; readonly arguments: readonly string[]},
): Promise<void> {
  row([title, ...['CPU s', 'wall s', 'peak MiB', '× above']]);
  let above: Cost | undefined;
  for (const count of counts) {
    const {name, arguments: words} = make(count);
    const command = [process.execPath, COMMAND, 'lint', '--format', 'concise', ...words];
    const task = {name, command, accept: [0, 1]};
    const cost = await measure(task);
    report(task, cost, above);
    above = cost;
  }
}

/** Notes with a paragraph that calls each. */
function asNotes(notes: readonly string[]): string {
  const calls = notes.map((_, order) => `${order + 1}. Evidence.[^${order + 1}]\n\n`);
  return [...calls, ...notes.map((note, order) => `[^${order + 1}]: ${note}\n`)].join('');
}

/** Made-up books that no entry knows, always the same. */
function makeUnknown(count: number): readonly string[] {
  return Array.from({length: count}, (_, order) => {
    const word = (step: number): string => WORDS[(order * step + (order >> 5)) % WORDS.length] ?? '';
    const name = `${FAMILIES[order % FAMILIES.length]}, ${'ABCDEFGH'[order % 8]}`;
    return `${name} (${1950 + (order % 60)}) The ${word(3)} and the ${word(5)} of ${word(7)}, Cambridge University Press`;
  });
}

/** Made-up articles of some 390 bytes, always the same. */
function makeEntries(count: number): string {
  let state = 7;
  const below = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return (state >> 16) % limit;
  };
  const word = (): string => WORDS[below(WORDS.length)] ?? '';
  const name = (): string => `${FAMILIES[below(FAMILIES.length)]}${word()}, ${'ABCDEFGH'[below(8)]}.`;
  const entries = Array.from({length: count}, (_, order) => {
    const year = 1950 + below(60);
    const fields = [
      `author    = {${name()} and ${name()}}`,
      `title     = {The ${word()} ${word()} and the {${word()}} of ${word()}: ${word()} and ${word()} in ${word()} ${order}}`,
      `journal   = {Journal of ${word()} and ${word()} Studies}`,
      `volume    = {${below(90)}}`,
      `number    = {${below(9)}}`,
      `pages     = {${below(400)}--${400 + below(400)}}`,
      `year      = {${year}}`,
      `publisher = {${word()} Press}`,
      `doi       = {10.1000/${order}.${below(9999)}}`,
    ];
    return `@article{key${order}x${year},\n  ${fields.join(',\n  ')}\n}\n\n`;
  });
  return entries.join('');
}

function opcitTasks(name: string): readonly Task[] {
  const manuscript = `manuscript/${name}.md`;
  const build = (format: string) => ['build', '--draft', '--to', format, manuscript];
  return [
    {name: 'start (--version)', command: [process.execPath, COMMAND, '--version'], accept: [0]},
    {name: 'lint', command: [process.execPath, COMMAND, 'lint', manuscript], accept: [0, 1]},
    {name: 'build DOCX', command: [process.execPath, COMMAND, ...build('docx')], accept: [0]},
    {name: 'build PDF', command: [process.execPath, COMMAND, ...build('pdf')], accept: [0]},
  ];
}

function pandocTask(name: string): Task {
  const bibliography = ['--citeproc', '--bibliography', 'bibliography/references.bib'];
  const command = ['pandoc', ...bibliography, '--output', 'pandoc.docx', `manuscript/${name}.md`];
  return {name: 'pandoc --citeproc, DOCX', command, accept: [0]};
}

async function measure(task: Task): Promise<Cost> {
  await runOnce(task.command);
  const costs: Cost[] = [];
  for (let count = 0; count < RUNS; count++) {
    const cost = await runOnce(task.command);
    if (!task.accept.includes(cost.code)) return cost;
    costs.push(cost);
  }
  costs.sort((one, other) => one.cpu - other.cpu);
  return costs[RUNS >> 1] ?? {cpu: Number.NaN, wall: Number.NaN, peak: undefined, code: -1};
}

/** Runs a command under the shell's `time`, which counts the CPU of a child to its end, and watches its memory meanwhile. */
async function runOnce(command: readonly string[]): Promise<Cost> {
  const script = 'TIMEFORMAT="%3U %3S %3R"; time "$@" >/dev/null 2>&1';
  const shell = spawn('bash', ['-c', script, 'bash', ...command], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {...process.env, LC_ALL: 'C'},
  });
  let peak: number | undefined;
  const watch = setInterval(() => {
    peak = Math.max(peak ?? 0, peakOfChild(shell.pid) ?? 0) || undefined;
  }, 10);
  let said = '';
  shell.stderr.on('data', part => {
    said += part;
  });
  const code = await new Promise<number>(done => shell.on('close', status => done(status ?? -1)));
  clearInterval(watch);
  const [user, system, wall] = said.trim().split(' ').map(Number);
  return {cpu: (user ?? Number.NaN) + (system ?? Number.NaN), wall: wall ?? Number.NaN, peak, code};
}

/** The high-water mark of the process that a shell runs, in MiB, as Linux tells it. */
function peakOfChild(shell: number | undefined): number | undefined {
  try {
    const child = readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ')[0];
    const status = readFileSync(`/proc/${child}/status`, 'utf8');
    const kilobytes = HIGH_WATER.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

function report(task: Task, cost: Cost, against: Cost | undefined): void {
  if (!task.accept.includes(cost.code)) {
    row([`  ${task.name}`, `failed with exit code ${cost.code}`]);
    return;
  }
  row([
    `  ${task.name}`,
    cost.cpu.toFixed(2),
    cost.wall.toFixed(2),
    cost.peak === undefined ? '–' : cost.peak.toFixed(0),
    against === undefined ? '–' : (cost.cpu / against.cpu).toFixed(2),
  ]);
}

function row([name = '', ...figures]: readonly string[]): void {
  process.stdout.write(`${name.padEnd(28)}${figures.map(figure => figure.padStart(10)).join('')}`.trimEnd());
  process.stdout.write('\n');
}

/**
 * A manuscript's body again and again under one front matter: labels of notes made unique, numbers of paragraphs and boxes
 * and the references to them running on, so that nothing new is wrong with it.
 */
function repeat(text: string, times: number): string {
  const bodyStart = text.indexOf('\n---\n', 3) + '\n---\n'.length;
  const body = text.slice(bodyStart);
  const paragraphs = [...body.matchAll(PARAGRAPH)].length;
  const boxes = [...body.matchAll(BOX)].length;
  const copies = Array.from({length: times}, (_, copy) =>
    body
      .replace(NOTE, (_whole, label: string) => `[^${copy + 1}-${label}]`)
      .replace(PARAGRAPH, (_whole, number: string) => `${Number(number) + copy * paragraphs}. `)
      .replace(BOX, (_whole, number: string) => `:::box{number=${Number(number) + copy * boxes} `)
      .replace(
        BOX_REFERENCE,
        (_whole, word: string, number: string) => `${word} ${Number(number) + copy * boxes}`,
      ),
  );
  return text.slice(0, bodyStart) + copies.join('\n');
}
