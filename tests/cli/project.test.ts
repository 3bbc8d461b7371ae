import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import type {Outside} from '../../src/cli/outside.ts';
import {run} from '../../src/cli/run.ts';
import {findProject, findProjectOf} from '../../src/host/project.ts';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

/** A folder with these empty files. */
function makeFolder(...paths: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'opcit-project-'));
  folders.push(folder);
  for (const path of paths) write(join(folder, path), '');
  return folder;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}

describe('a project is looked for', () => {
  it('not above the root of a repository', () => {
    const folder = makeFolder('manuscript/a.md', 'repository/.git/HEAD', 'repository/drafts/b.md');
    const cwd = join(folder, 'repository/drafts');

    expect(findProject({cwd, userHome: undefined}, undefined).root).toBe(cwd);
    write(join(folder, 'repository/opcit.config.json'), '{}');
    expect(findProject({cwd, userHome: undefined}, undefined).root).toBe(join(folder, 'repository'));
  });

  it('not above the home folder', () => {
    const folder = makeFolder('opcit.config.json', 'manuscript/a.md', 'ann/drafts/b.md');
    const cwd = join(folder, 'ann/drafts');

    expect(findProject({cwd, userHome: join(folder, 'ann')}, undefined).root).toBe(cwd);
    expect(findProject({cwd, userHome: undefined}, undefined).root).toBe(folder);
  });

  it('and a folder of manuscripts in the home folder does not make all that is there one project', () => {
    const folder = makeFolder('manuscript/a.md', 'downloads/b.md');
    const [cwd, manuscripts] = [join(folder, 'downloads'), join(folder, 'manuscript')];

    expect(findProject({cwd, userHome: folder}, undefined).root).toBe(cwd);
    expect(findProject({cwd: manuscripts, userHome: folder}, undefined).root).toBe(folder);
  });

  it('from the manuscript upwards, wherever the person stands', () => {
    const folder = makeFolder('manuscript/a.md', 'other/manuscript/b.md', 'other/c.md', 'd.md');
    const here = {cwd: folder, userHome: undefined};
    const rootOf = (path: string): string =>
      findProjectOf(join(folder, path), findProject(here, undefined), here).root;

    expect(['manuscript/a.md', 'other/manuscript/b.md', 'other/c.md', 'd.md'].map(rootOf)).toEqual(
      ['', 'other', 'other', ''].map(path => join(folder, path)),
    );
  });
});

it('a draft has the same bytes wherever the person stands', async () => {
  const folder = makeFolder();
  write(join(folder, 'p/manuscript/a.md'), '1. The claim.[^1] See note 4.\n\n[^1]: [@smith2010]\n');
  write(join(folder, 'p/bibliography/r.bib'), '@book{smith2010, titel = {The State}}\n');
  const places = ['', 'p', 'p/manuscript', 'p/bibliography'];
  const built: string[] = [];
  for (const place of places) {
    const outside: Outside = {
      cwd: join(folder, place),
      env: {HOME: folder},
      stdout: {isTerminal: false, columns: undefined, write: () => {}},
      stderr: {isTerminal: false, columns: undefined, write: () => {}},
      readStdin: async () => new Uint8Array(),
      ask: undefined,
    };
    await run(['build', '--draft', '--to', 'md', join(folder, 'p/manuscript/a.md')], outside);
    built.push(readFileSync(join(folder, 'p/output/a.md'), 'utf8'));
    rmSync(join(folder, 'p/output'), {recursive: true});
  }

  expect(built[0]).toContain('manuscript/a.md:1');
  expect(built[0]).toContain('bibliography/r.bib:1');
  expect(built).toEqual(places.map(() => built[0]));
});
