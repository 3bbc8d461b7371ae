import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {extname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', 'output', 'coverage']);

/** What of dependency-cruiser's report is read here. */
interface Cruise {
  readonly modules: readonly {readonly source: string}[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: {readonly name: string};
    }[];
  };
}

describe('the tree', () => {
  it('imports point down, and every module was read', () => {
    const {modules, summary} = cruise('src');
    const ours = filesUnder('src').filter(path => path.endsWith('.ts'));
    const read = new Set(modules.map(({source}) => source));

    expect(summary.violations.map(({from, to, rule}) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(ours.length).toBeGreaterThan(50);
    expect(ours.filter(path => !read.has(path))).toEqual([]);
  });

  it('the rules of imports can fail', () => {
    const rules = readFileSync(join(ROOT, 'scripts/dependency-rules.cjs'), 'utf8');
    const {summary} = cruise(
      'src/citation/types.ts',
      rules.replace("citation: ['text', ", "citation: ['bibliography', "),
    );

    expect(summary.violations.map(({rule}) => rule.name)).toContain('citation-points-down');
  });

  it('the public interface is the names agreed on', async () => {
    expect(Object.keys(await import('../src/index.ts')).sort()).toEqual([
      'build',
      'findProfile',
      'formatIds',
      'formats',
      'indexPositions',
      'lint',
      'profiles',
      'read',
      'readManuscript',
      'rules',
      'withRules',
    ]);
  });

  it('no file names a folder of somebody’s machine', () => {
    const named = filesUnder('.')
      .filter(path => TEXTS.has(extname(path)))
      .flatMap(path =>
        [...readFileSync(join(ROOT, path), 'utf8').matchAll(MACHINE_PATH)].map(
          ([found]) => `${path}: ${found}`,
        ),
      );

    expect(named).toEqual([]);
  });
});

const TEXTS = new Set([
  '',
  '.ts',
  '.cjs',
  '.js',
  '.json',
  '.md',
  '.bib',
  '.yml',
  '.txt',
  '.xml',
  '.sh',
  '.html',
  '.svg',
]);

// A root folder of one machine at the start of a path; spelt so that this line is none itself. "https://x.org/home/" is none.
const MACHINE_PATH = new RegExp(
  `(?<![\\w.~%/-])/(?:${['work', 'farm', 'home', 'root', 'Users'].join('|')})/[\\w.-]+`,
  'gu',
);

/** Runs dependency-cruiser as `npm run lint` does, with its rules or with others. */
function cruise(place: string, rules?: string): Cruise {
  if (rules === undefined) return execute('scripts/dependency-rules.cjs', place);
  const folder = mkdtempSync(join(tmpdir(), 'opcit-rules-'));
  try {
    writeFileSync(join(folder, 'rules.cjs'), rules);
    return execute(join(folder, 'rules.cjs'), place);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function execute(config: string, place: string): Cruise {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  // Its exit code is the number of violations, which are printed all the same.
  const {stdout, stderr} = spawnSync(
    process.execPath,
    [program, '--output-type', 'json', '--config', config, place],
    {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

function filesUnder(folder: string): readonly string[] {
  const found: string[] = [];
  const visit = (path: string) => {
    for (const name of readdirSync(path)) {
      if (NOT_OURS.has(name)) continue;
      const each = join(path, name);
      if (statSync(each).isDirectory()) visit(each);
      else found.push(relative(ROOT, each).replaceAll('\\', '/'));
    }
  };
  visit(join(ROOT, folder));
  return found.sort();
}
