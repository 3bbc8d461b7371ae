import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {isBuiltin} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {type Bundle, bundle} from '../scripts/bundle.ts';
import {composeNotices} from '../scripts/notices.ts';

const MANIFEST: {readonly dependencies: Readonly<Record<string, string>>} = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

const made = await bundle();

describe('the bundle', () => {
  it('is the command and the library', () => {
    expect(made.files.map(({path}) => path)).toEqual(expect.arrayContaining(['cli/main.js', 'index.js']));
  });

  it('holds each module once', () => {
    const modules = made.files.flatMap(file => file.modules);

    expect(modules).toContain('src/pipeline.ts');
    expect(modules.filter((module, index) => modules.indexOf(module) !== index)).toEqual([]);
  });

  it('needs nothing that the package does not install', () => {
    const needed = made.files.flatMap(({imports}) => imports.filter(({isPackage}) => isPackage));
    const packages = needed.map(({to}) => to).filter(name => !isBuiltin(name));

    expect(packages).toContain('docx');
    expect(packages.filter(name => !(name in MANIFEST.dependencies))).toEqual([]);
  });

  it('leaves citation-js, citeproc, docx, pdfmake and the fonts as packages', () => {
    const names = made.packages.map(({name}) => name);

    expect(names).toContain('micromark');
    expect(names.filter(name => /^(?:@|docx$|pdfmake$|pdfkit$|fontkit$|fflate$|cite)/u.test(name))).toEqual(
      [],
    );
  });

  it('has a command that loads no format before it is asked for', () => {
    const loaded = loadedBy(made, fileWith(made, 'src/cli/commands/lint.ts'));

    expect(loaded).toContain('src/lint/run.ts');
    expect(loaded.filter(each => /^(?:docx|fflate|pdfmake)$|^src\/formats\/.+\//u.test(each))).toEqual([]);
  });

  it('has a command that loads citeproc only where a style is used', () => {
    const build = loadedBy(made, fileWith(made, 'src/cli/commands/build.ts'));
    const bySomebody = made.files.flatMap(({imports}) => imports.filter(({to}) => to === 'citeproc'));

    expect(bySomebody).toEqual([{to: 'citeproc', isLazy: true, isPackage: true}]);
    expect(build.filter(each => /citeproc|processor|write-cites/u.test(each))).toEqual([]);
  });

  it('has a start that loads no command before it is asked for', () => {
    const loaded = loadedBy(made, 'cli/main.js');

    expect(loaded).toContain('src/cli/program.ts');
    expect(loaded.filter(each => /^src\/(?:cli\/commands|manuscript|lint)\//u.test(each))).toEqual([]);
  });
});

describe('the notices', () => {
  const {packages} = made;
  const notices = composeNotices(packages);

  it('name every package of the bundle', () => {
    const missing = packages.filter(({name, version}) => !notices.includes(`\n${name} ${version} (`));

    expect(packages.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('give the text of every licence file', () => {
    const yaml = packages.filter(({name}) => name === 'yaml');
    const text = readFileSync(join(packageFolder('yaml'), 'LICENSE'), 'utf8').trim();

    expect(composeNotices(yaml)).toContain(`yaml ${yaml[0]?.version} (ISC)\n\n${text}`);
    expect(notices).toContain(text);
  });

  it('take the licence from a README where it stands there alone', () => {
    expect(notices).toMatch(/\nformat [\d.]+ \(MIT\)\n\nLicense\n=+\n\nCopyright/u);
  });

  it('refuse a licence that asks for more', () => {
    const typescript = {name: 'typescript', version: '6.0.3', folder: packageFolder('typescript')};

    expect(() => composeNotices([typescript])).toThrow('typescript: Apache-2.0; leave it outside the bundle');
  });

  it('refuse a package without a licence text', () => {
    const folder = mkdtempSync(join(tmpdir(), 'opcit-notices-'));
    writeFileSync(join(folder, 'package.json'), '{"name": "bare", "license": "MIT"}');

    expect(() => composeNotices([{name: 'bare', version: '1.0.0', folder}])).toThrow(
      'bare holds no licence text; leave it outside the bundle',
    );
    rmSync(folder, {recursive: true});
  });
});

function packageFolder(name: string): string {
  return fileURLToPath(new URL(`../node_modules/${name}/`, import.meta.url));
}

function fileWith({files}: Bundle, module: string): string {
  return files.find(({modules}) => modules.includes(module))?.path ?? '';
}

/** The modules and packages that come with a file at once. */
function loadedBy({files}: Bundle, start: string): readonly string[] {
  const reached = new Set([start]);
  const loaded: string[] = [];
  for (const path of reached) {
    const file = files.find(each => each.path === path);
    if (file === undefined) {
      loaded.push(path);
      continue;
    }
    loaded.push(...file.modules);
    for (const {to, isLazy} of file.imports) if (!isLazy) reached.add(to);
  }
  return loaded;
}
