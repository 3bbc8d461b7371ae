import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, describe, expect, it} from 'vitest';
import {run} from '../../src/cli/run.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE = 'manuscript/migration-and-development.md';
const CORRECTED = 'tests/golden/migration-corrected/manuscript.md';

/** What a copy-editor found in the draft of 2003, cite by cite: where, form, status, work, what it leans on. */
const CITES = [
  ['note 1', 'full', 'resolved', 'tacoli2003', null],
  ['note 2', 'full', 'resolved', 'dang2003', null],
  ['note 3', 'placeholder', 'placeholder', null, null],
  ['note 4', 'full', 'resolved', 'kamete1998', null],
  ['note 5', 'op-cit', 'resolved', 'tacoli2003', 1],
  ['note 6', 'full', 'resolved', 'smit1998', null],
  ['note 6', 'full', 'resolved', 'kruger1998', null],
  ['note 7', 'op-cit', 'resolved', 'tacoli2003', 1],
  ['note 8', 'op-cit', 'resolved', 'dang2003', 2],
  ['note 9', 'op-cit', 'resolved', 'tacoli2003', 1],
  ['note 9', 'placeholder', 'placeholder', null, null],
  ['box 1', 'op-cit', 'conflict', 'diyamett2001', 15],
  ['box 1', 'full', 'resolved', 'benjamin2001', null],
  ['box 2', 'full', 'resolved', 'okali2001', null],
  ['note 10', 'full', 'resolved', 'lavigne2002', null],
  ['box 3', 'full', 'resolved', 'grad2001', null],
  ['note 11', 'op-cit', 'resolved', 'dang2003', 2],
  ['note 12', 'full', 'resolved', 'mitlin2003', null],
  ['note 13', 'full', 'resolved', 'tacoli2002', null],
  ['note 14', 'full', 'resolved', 'toulmin2000', null],
  ['note 15', 'full', 'resolved', 'diyamett2001', null],
  ['box 4', 'full', 'resolved', 'bradshaw1995', null],
];

describe('the worked example', () => {
  const output = mkdtempSync(join(tmpdir(), 'opcit-example-'));
  afterAll(() => rmSync(output, {recursive: true}));

  it('names every cite with its work and its antecedent', async () => {
    const {out} = await opcit('cites', '--format', 'json', EXAMPLE);
    const {files} = JSON.parse(out) as {files: {cites: JsonCite[]}[]};
    const cites = files.flatMap(file => file.cites);

    expect(
      cites.map(cite => [
        `${cite.in.kind} ${cite.in.number}`,
        cite.form,
        cite.status,
        cite.work,
        cite.antecedentNote,
      ]),
    ).toEqual(CITES);
    expect(cites.map(({id}) => id)).toEqual(CITES.map((_, index) => index + 1));
  });

  it('points at the words that each cite is read from', async () => {
    const {out} = await opcit('cites', '--format', 'json', EXAMPLE);
    const {files} = JSON.parse(out) as {files: {cites: JsonCite[]}[]};
    const text = readFileSync(join(ROOT, EXAMPLE), 'utf8');

    for (const {text: typed, range} of files.flatMap(file => file.cites)) {
      expect(text.slice(range.start.offset, range.end.offset).replaceAll('*', '')).toBe(typed);
    }
  });

  it('is told of its two placeholders and the conflict in box 1, and of no other error', async () => {
    const {code, out} = await opcit('lint', '--format', 'json', EXAMPLE);
    const {files} = JSON.parse(out) as {files: {diagnostics: JsonDiagnostic[]}[]};
    const errors = files.flatMap(file => file.diagnostics).filter(({severity}) => severity === 'error');

    expect(errors.map(each => each.code)).toEqual(['op-cit-year-differs', 'add-refs', 'add-refs']);
    expect(code).toBe(1);
  });

  it('is not built for submission, and is built as a draft', async () => {
    const refused = await opcit('build', '--out-dir', output, EXAMPLE);
    expect([refused.code, readdirSync(output)]).toEqual([1, []]);

    const drafted = await opcit('build', '--draft', '--out-dir', output, EXAMPLE);
    expect(drafted.code, drafted.error).toBe(0);
    expect(readdirSync(output).sort()).toEqual([
      'migration-and-development.docx',
      'migration-and-development.pdf',
    ]);
  });

  it('is built for submission once a person has settled every open point, the same bytes each time', async () => {
    const linted = await opcit('lint', CORRECTED);
    expect(linted.code, linted.out).toBe(0);

    const read = () => ['docx', 'pdf'].map(format => readFileSync(join(output, `manuscript.${format}`)));
    const built = await opcit('build', '--out-dir', output, CORRECTED);
    expect(built.code, built.out + built.error).toBe(0);
    const first = read();
    await opcit('build', '--out-dir', output, CORRECTED);
    expect(read().map((bytes, index) => bytes.equals(first[index] ?? Buffer.alloc(0)))).toEqual([true, true]);
  });
});

interface JsonCite {
  readonly id: number;
  readonly in: {readonly kind: string; readonly number: number};
  readonly text: string;
  readonly range: {readonly start: {readonly offset: number}; readonly end: {readonly offset: number}};
  readonly form: string;
  readonly status: string;
  readonly work: string | null;
  readonly antecedentNote: number | null;
}

interface JsonDiagnostic {
  readonly code: string;
  readonly severity: string;
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
  });
  return {code, out: out.join(''), error: error.join('')};
}
