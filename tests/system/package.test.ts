import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {packageVersion} from '../../src/host/package.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('the packed npm package, in an empty folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opcit-package-'));
  const opcit = (...words: string[]) => start(['npx', '--no', 'opcit', ...words], folder);

  beforeAll(() => {
    const packed = start(['npm', 'pack', '--pack-destination', folder], ROOT);
    expect(packed.status, packed.stderr).toBe(0);
    writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
    const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'));
    const installed = start(['npm', 'install', '--no-audit', '--no-fund', `./${tarball}`], folder);
    expect(installed.status, installed.stderr).toBe(0);
    mkdirSync(join(folder, 'manuscript'));
    mkdirSync(join(folder, 'bibliography'));
    writeFileSync(
      join(folder, 'opcit.config.json'),
      '{\n  // With a comment.\n  "profile": "uk-lords",\n}\n',
    );
    writeFileSync(
      join(folder, 'bibliography/references.bib'),
      '@book{kruger1999,\n  author = {Kr{\\"u}ger, Anne},\n  title = {Reforming Water Policy},\n  year = 1999,\n}\n',
    );
    writeFileSync(
      join(folder, 'manuscript/evidence.md'),
      '---\ntitle: A manuscript\ndate: 2026-11\n---\n\n1. The claim.[^1] Another.[^9]\n\n[^1]: Krüger, A (1999) Reforming Water Policy.\n',
    );
  });

  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it('lints', () => {
    const {stdout, status} = opcit('lint', '--format', 'concise');

    expect(stdout).toContain('manuscript/evidence.md:6:27: error note-undefined');
    expect(status).toBe(1);
  });

  it('lints where no format is installed', () => {
    const formats = ['docx', 'pdfmake', '@expo-google-fonts'].map(name => join(folder, 'node_modules', name));
    for (const path of formats) renameSync(path, `${path}-away`);
    const {stderr, status} = opcit('lint', '--format', 'concise');
    for (const path of formats) renameSync(`${path}-away`, path);

    expect(status, stderr).toBe(1);
  });

  it('reads LaTeX with the package that does', () => {
    const {stdout} = opcit('cites', '--format', 'json');

    expect(JSON.parse(stdout).files[0].cites[0]).toMatchObject({status: 'resolved', work: 'kruger1999'});
  });

  it('passes on the licences of what is bundled', () => {
    const notices = readFileSync(join(folder, 'node_modules/opcit/dist/THIRD-PARTY-NOTICES.txt'), 'utf8');

    expect(notices).toContain('Permission is hereby granted');
  });

  it('explains', () => {
    expect(opcit('explain', 'note-undefined').stdout).toContain('Finds a note reference');
  });

  it('builds both formats, fonts and all', () => {
    const {stderr, status} = opcit('build', '--draft');

    expect(status, stderr).toBe(0);
    expect(readFileSync(join(folder, 'output/evidence.docx')).subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync(join(folder, 'output/evidence.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('writes citekeys by a style that comes with it, licences beside it', () => {
    const manuscript = [
      '---\ntitle: Keys\ndate: 2026-11\ncitations: csl:oscola\n---\n\n1. A claim [@kruger1999, p 4].\n',
    ].join('');
    writeFileSync(join(folder, 'keys.md'), manuscript);
    const {stderr, status} = opcit(
      'build',
      '--to',
      'md',
      'keys.md',
      '--bibliography',
      'bibliography/references.bib',
    );

    expect(status, stderr).toBe(0);
    expect(readFileSync(join(folder, 'output/keys.md'), 'utf8')).toContain(
      '[^1]: Anne Krüger, *Reforming Water Policy* (1999) 4.',
    );
    const styles = join(folder, 'node_modules/opcit/src/citation/styles/csl');
    expect(readFileSync(join(styles, 'LICENCES.md'), 'utf8')).toContain('citationstyles.org');
  });

  it('can be imported', () => {
    const script = "import('opcit').then(({profiles}) => console.log(profiles.map(({id}) => id).join()))";

    expect(start(['node', '--eval', script], folder).stdout).toBe('uk-commons,uk-lords\n');
  });

  it('has types', () => {
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const options = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023'];
    const check = (text: string) => {
      writeFileSync(join(folder, 'use.ts'), text);
      return start(['node', compiler, ...options, 'use.ts'], folder).stdout;
    };

    expect(
      check("import {readManuscript} from 'opcit';\nreadManuscript({path: 'a.md', text: ''}).value.notes;\n"),
    ).toBe('');
    expect(
      check("import {readManuscript} from 'opcit';\nreadManuscript({path: 'a.md', text: 1});\n"),
    ).toContain('TS2322');
  });
});

describe('the clone', () => {
  it('has the command after npm ci', () => {
    const {stdout, status} = start(['npx', '--no', '--', 'opcit', '--version'], ROOT);

    // npx takes a bare --version for itself.
    expect(stdout).toBe(`${packageVersion()}\n`);
    expect(status).toBe(0);
  });

  it('has a command that a shell may start, however often it is built', () => {
    expect(start(['npm', 'run', 'build'], ROOT).status).toBe(0);
    expect(start([join(ROOT, 'dist/cli/main.js'), '--version'], ROOT).stdout).toBe(`${packageVersion()}\n`);
  });
});

function start([command = '', ...words]: readonly string[], cwd: string) {
  return spawnSync(command, words, {cwd, encoding: 'utf8'});
}
