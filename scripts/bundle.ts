import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build, type Metafile} from 'esbuild';

/** opcit's own folder, absolute. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What a shell starts, by its path in `dist/`. */
export const COMMAND = 'cli/main.js';

/** What starts a run of the command, and what `import 'opcit'` loads. */
const ENTRIES = {'cli/main': 'src/cli/main.ts', index: 'src/index.ts'} as const;

/**
 * Packages that stay packages: large ones that few runs load, each when it is asked for. citeproc, whose licence asks for
 * more than its notice, has to be one of them; notices.ts would refuse to bundle it.
 */
const EXTERNAL = ['docx', 'fflate', 'pdfmake', '@citation-js/*', 'citeproc', '@expo-google-fonts/*'] as const;

/** A written file: its path in `dist/`, and what it loads. */
export interface BundledFile {
  /** Such as `cli/main.js`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The modules inside, as paths from opcit's folder. */
  readonly modules: readonly string[];
  readonly imports: readonly BundledImport[];
}

export interface BundledImport {
  /** A file of the bundle by its path in `dist/`, or the name of a package or of a part of Node. */
  readonly to: string;
  /** Whether it waits until somebody asks. */
  readonly isLazy: boolean;
  readonly isPackage: boolean;
}

/** A package that has come into the bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** Its folder, absolute. */
  readonly folder: string;
}

export interface Bundle {
  readonly files: readonly BundledFile[];
  /** By name. */
  readonly packages: readonly BundledPackage[];
}

/**
 * Bundles opcit in memory: the modules that a command loads in few files, each door of `import()` still a door.
 *
 * Not minified, so that a line of a fault report can be read; each stretch bears the path of the module that it came from.
 */
export async function bundle(): Promise<Bundle> {
  const {outputFiles, metafile} = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir: 'dist',
    // Two folders deep like `cli/main.js`, where `host/package.ts` looks for package.json from.
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // jsonc-parser's other form requires its parts in a way that no bundler follows.
    mainFields: ['module', 'main'],
    charset: 'utf8',
    external: [...EXTERNAL],
    // Modules are named by where they are found, and not by where a link leads.
    preserveSymlinks: true,
    // Their licences go into one file of their own; see notices.ts.
    legalComments: 'none',
    banner: {js: REQUIRE},
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  const files = outputFiles.map(({path, contents}) => {
    const name = path.slice(join(ROOT, 'dist/').length).replaceAll('\\', '/');
    return {path: name, bytes: contents, ...describe(name, metafile)};
  });
  return {files, packages: packagesOf(files.flatMap(({modules}) => modules))};
}

/** commander and yaml are CommonJS and require parts of Node. */
const REQUIRE = [
  "import {createRequire as requireFrom} from 'node:module';",
  'const require = requireFrom(import.meta.url);',
].join('\n');

function describe(path: string, {outputs}: Metafile): Pick<BundledFile, 'modules' | 'imports'> {
  const output = outputs[`dist/${path}`];
  if (output === undefined) throw new Error(`esbuild does not say what is in ${path}`);
  return {
    modules: Object.keys(output.inputs),
    imports: output.imports.map(({path: to, kind, external}) => ({
      to: to.startsWith('dist/') ? to.slice('dist/'.length) : to,
      isLazy: kind === 'dynamic-import',
      isPackage: external === true,
    })),
  };
}

// "node_modules/yaml/dist/index.js", "node_modules/a/node_modules/@b/c/index.js": the folder of the innermost package
const PACKAGE_FOLDER = /^.*node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)(?=\/)/u;

/** @throws Error where a package is there twice: its two copies would not know each other's values */
function packagesOf(modules: readonly string[]): readonly BundledPackage[] {
  const folders = new Map<string, string>();
  for (const module of modules) {
    const match = PACKAGE_FOLDER.exec(module);
    const name = match?.groups?.['name'];
    if (match === null || name === undefined) continue;
    const [folder] = match;
    const known = folders.get(name) ?? folder;
    if (known !== folder) throw new Error(`${name} is bundled twice, from ${known} and from ${folder}`);
    folders.set(name, folder);
  }
  return [...folders]
    .map(([name, folder]) => ({name, version: versionIn(join(ROOT, folder)), folder: join(ROOT, folder)}))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function versionIn(folder: string): string {
  const path = join(folder, 'package.json');
  const {version}: {version?: unknown} = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  if (typeof version !== 'string') throw new Error(`${path} names no version`);
  return version;
}
