import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, describe, expect, test} from 'vitest';
import {run} from '../src/cli/run.ts';
import {type Citations, findProfile, read, readManuscript, type SourceText} from '../src/index.ts';
import {formatResolutions, normaliseLabels} from './helpers/citation-fixture.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EXAMPLE = 'manuscript/migration-and-development.md';
const TWIN = 'tests/golden/migration-corrected';

/**
 * What an expert found in the notes and source lines of the 2003 draft, in reading order: 20 citation occurrences, with the
 * second work of note 6 and the promise of note 9 counted as cites of their own.
 */
const GROUND_TRUTH = `
 1 note 1   full         resolved tacoli2003
 2 note 2   full         resolved dang2003
 3 note 3   placeholder  placeholder
 4 note 4   full         resolved kamete1998
 5 note 5   op-cit       resolved tacoli2003 ← 1
 6 note 6   full         resolved smit1998
 7 note 6   full         resolved kruger1998
 8 note 7   op-cit       resolved tacoli2003 ← 1
 9 note 8   op-cit       resolved dang2003 ← 2
10 note 9   op-cit       resolved tacoli2003 ← 1
11 note 9   placeholder  placeholder
12 box 1    op-cit       conflict year diyamett2001 ← 21
13 box 1    full         resolved benjamin2001
14 box 2    full         resolved okali2001
15 note 10  full         resolved lavigne2002
16 box 3    full         resolved grad2001
17 note 11  op-cit       resolved dang2003 ← 2
18 note 12  full         resolved mitlin2003
19 note 13  full         resolved tacoli2002
20 note 14  full         resolved toulmin2000
21 note 15  full         resolved diyamett2001
22 box 4    full         resolved bradshaw1995
`;

/** The corrected twin: note 3 has its reference, so note 13 may be short; Box 1 cites in full and note 15 is short. */
const CORRECTED = `
 1 note 1   full    resolved tacoli2003
 2 note 2   full    resolved dang2003
 3 note 3   full    resolved tacoli2002
 4 note 4   full    resolved kamete1998
 5 note 5   op-cit  resolved tacoli2003 ← 1
 6 note 6   full    resolved smit1998
 7 note 6   full    resolved kruger1998
 8 note 7   op-cit  resolved tacoli2003 ← 1
 9 note 8   op-cit  resolved dang2003 ← 2
10 note 9   op-cit  resolved tacoli2003 ← 1
11 note 9   op-cit  resolved tacoli2002 ← 3
12 box 1    full    resolved diyamett2001
13 box 1    full    resolved benjamin2001
14 box 2    full    resolved okali2001
15 note 10  full    resolved lavigne2002
16 box 3    full    resolved grad2001
17 note 11  op-cit  resolved dang2003 ← 2
18 note 12  full    resolved mitlin2003
19 note 13  op-cit  resolved tacoli2002 ← 3
20 note 14  full    resolved toulmin2000
21 note 15  op-cit  resolved diyamett2001 ← 12
22 box 4    full    resolved bradshaw1995
`;

describe('the worked example', () => {
  const citations = citationsOf(EXAMPLE, 'bibliography/references.bib');

  test('each of its 22 cites means what an expert found', () => {
    expect(formatResolutions(citations)).toBe(normaliseLabels(GROUND_TRUTH));
  });

  test('cites every work of its bibliography', () => {
    expect(citations.firstCites.size).toBe(14);
  });

  test('a promise is told apart from the reference before it, and one work of a note from the other', () => {
    const textOf = (id: number) => citations.resolutions.find(({cite}) => cite.id === id)?.cite.text;
    expect(textOf(3)).toBe('add refs');
    expect(textOf(5)).toBe('Tacoli, C and D Satterthwaite (2003) op cit');
    expect(textOf(11)).toBe('add more refs?');
    expect(textOf(12)).toBe('Diyamett et al (2003), op cit');
    expect(textOf(6)).not.toContain('Kruger');
    expect(textOf(7)).not.toContain('Smit,');
    expect(textOf(10)).not.toContain('refs');
  });

  test('the command says the same, each cite with the words it is read from and the note it leans on', async () => {
    const {out} = await opcit('cites', '--format', 'json', EXAMPLE);
    const cites = (JSON.parse(out) as {files: {cites: JsonCite[]}[]}).files.flatMap(file => file.cites);
    const text = readFileSync(join(ROOT, EXAMPLE), 'utf8');

    expect(normaliseLabels(cites.map(lineOf).join('\n'))).toBe(normaliseLabels(GROUND_TRUTH));
    for (const {text: typed, range} of cites) {
      expect(text.slice(range.start.offset, range.end.offset).replaceAll('*', '')).toBe(typed);
    }
    // By the numbers of their notes: a citation in a box has none.
    expect(
      cites.flatMap(({id, antecedentNote}) => (antecedentNote === null ? [] : [[id, antecedentNote]])),
    ).toEqual([
      [5, 1],
      [8, 1],
      [9, 2],
      [10, 1],
      [12, 15],
      [17, 2],
    ]);
  });

  test('is told of its two placeholders and the conflict in box 1, and of no other error', async () => {
    const {code, out} = await opcit('lint', '--format', 'json', EXAMPLE);
    const {files} = JSON.parse(out) as {files: {diagnostics: JsonDiagnostic[]}[]};
    const errors = files.flatMap(file => file.diagnostics).filter(({severity}) => severity === 'error');

    expect(errors.map(each => each.code)).toEqual(['op-cit-year-differs', 'add-refs', 'add-refs']);
    expect(code).toBe(1);
  });

  test('is not built for submission, and is built as a draft', async () => {
    const output = makeFolder();
    const refused = await opcit('build', '--out-dir', output, EXAMPLE);
    expect([refused.code, readdirSync(output)]).toEqual([1, []]);

    const drafted = await opcit('build', '--draft', '--out-dir', output, EXAMPLE);
    expect(drafted.code, drafted.error).toBe(0);
    expect(readdirSync(output).sort()).toEqual([
      'migration-and-development.docx',
      'migration-and-development.pdf',
    ]);
  });
});

describe('its corrected twin', () => {
  const citations = citationsOf(`${TWIN}/manuscript.md`, `${TWIN}/bibliography.bib`);

  test('has 22 cites, each of them settled', () => {
    expect(formatResolutions(citations)).toBe(normaliseLabels(CORRECTED));
  });

  test('its full citations say what its bibliography says', () => {
    const differing = citations.resolutions.filter(
      resolution => resolution.status === 'resolved' && resolution.differences.length > 0,
    );
    expect(differing.map(({cite}) => cite.text)).toEqual([]);
  });

  test('is built for submission, the same bytes each time', async () => {
    const output = makeFolder();
    const linted = await opcit('lint', `${TWIN}/manuscript.md`);
    expect(linted.code, linted.out).toBe(0);

    const bytes = () => ['docx', 'pdf'].map(format => readFileSync(join(output, `manuscript.${format}`)));
    const built = await opcit('build', '--out-dir', output, `${TWIN}/manuscript.md`);
    expect(built.code, built.out + built.error).toBe(0);
    const first = bytes();
    await opcit('build', '--out-dir', output, `${TWIN}/manuscript.md`);
    expect(bytes().map((each, index) => each.equals(first[index] ?? Buffer.alloc(0)))).toEqual([true, true]);
  });
});

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opcit-example-'));
  folders.push(folder);
  return folder;
}

interface JsonCite {
  readonly id: number;
  readonly in: {readonly kind: string; readonly number: number};
  readonly text: string;
  readonly range: {readonly start: {readonly offset: number}; readonly end: {readonly offset: number}};
  readonly form: string;
  readonly status: string;
  readonly conflict: string | null;
  readonly work: string | null;
  readonly antecedent: number | null;
  readonly antecedentNote: number | null;
}

interface JsonDiagnostic {
  readonly code: string;
  readonly severity: string;
}

/** A cite of the command's answer as a line of the ground truth. */
function lineOf({id, in: place, form, status, conflict, work, antecedent}: JsonCite): string {
  const words = [id, place.kind, place.number, form, status, conflict, work];
  const line = words.filter(word => word !== null).join(' ');
  return antecedent === null ? line : `${line} ← ${antecedent}`;
}

function citationsOf(manuscript: string, bibliography: string): Citations {
  const profile = findProfile('uk-commons');
  if (profile === undefined) throw new Error('expected the profile of the House of Commons');
  return read({
    manuscript: readManuscript(sourceAt(manuscript)),
    bibliographies: [sourceAt(bibliography)],
    profile,
    images: new Map(),
  }).citations;
}

/** @param path from the project's folder */
function sourceAt(path: string): SourceText {
  return {path, text: readFileSync(join(ROOT, path), 'utf8')};
}

async function opcit(...words: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await run(words, {
    cwd: ROOT,
    env: {},
    stdout: {isTerminal: false, columns: undefined, write: text => out.push(text)},
    stderr: {isTerminal: false, columns: undefined, write: text => error.push(text)},
    readStdin: async () => new Uint8Array(),
    ask: undefined,
  });
  return {code, out: out.join(''), error: error.join('')};
}
