import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';

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
    writeFileSync(
      join(folder, 'manuscript/evidence.md'),
      '---\ntitle: A manuscript\ndate: 2026-11\n---\n\n1. The claim.[^1] Another.[^9]\n\n[^1]: Hansard, 4 March 2003.\n',
    );
  });

  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it('lints', () => {
    const {stdout, status} = opcit('lint', '--format', 'concise');

    expect(stdout).toContain('manuscript/evidence.md:6:27: error note-undefined');
    expect(status).toBe(1);
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

  it('can be imported', () => {
    const script = "import('opcit').then(({profiles}) => console.log(profiles.map(({id}) => id).join()))";

    expect(start(['node', '--eval', script], folder).stdout).toBe('uk-commons,uk-lords\n');
  });
});

describe('the clone', () => {
  it('has the command after npm ci', () => {
    const {stdout, status} = start(['npx', '--no', 'opcit', '--version'], ROOT);

    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/u);
    expect(status).toBe(0);
  });
});

function start([command = '', ...words]: readonly string[], cwd: string) {
  return spawnSync(command, words, {cwd, encoding: 'utf8'});
}
