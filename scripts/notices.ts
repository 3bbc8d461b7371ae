import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {BundledPackage} from './bundle.ts';

/** Licences that ask for their notice and no more, by their SPDX names. */
const ALLOWED: ReadonlySet<string> = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause']);

// "LICENSE", "license", "LICENSE.md", "LICENCE.txt"
const LICENCE_FILE = /^licen[cs]e(?:\.(?:md|txt))?$/iu;
// "readme.md", "README.markdown"
const READ_ME = /^readme\.(?:md|markdown)$/iu;
// "License\n=======\n\nCopyright 2010 …", "## License": the last part of a README
const LICENCE_PART = /^(?:#+ *)?licen[cs]e *\n[\s\S]*/imu;

/**
 * What the licences of bundled packages ask to be passed on: each licence text once, under the packages that it stands for.
 *
 * @throws Error for a package under another kind of licence, or without a text: it cannot be bundled
 */
export function composeNotices(packages: readonly BundledPackage[]): string {
  const byText = new Map<string, string[]>();
  for (const one of packages) {
    const title = `${one.name} ${one.version} (${licenceOf(one)})`;
    const text = licenceText(one);
    byText.set(text, [...(byText.get(text) ?? []), title]);
  }
  const parts = [...byText].map(([text, titles]) => `${RULE}\n${titles.join('\n')}\n\n${text}\n`);
  return `${PREFACE}\n\n${parts.join('\n')}`;
}

const RULE = '-'.repeat(80);
const PREFACE = `The JavaScript files of opcit hold code of these packages. Each stands under its own licence, printed below its name.`;

function licenceOf({name, folder}: BundledPackage): string {
  const {license, licenses}: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = license ?? licenses?.[0]?.type ?? 'no licence named';
  if (!ALLOWED.has(licence)) throw new Error(`${name}: ${licence}; leave it outside the bundle`);
  return licence;
}

interface Manifest {
  readonly license?: string;
  /** How packages of about 2012 say it. */
  readonly licenses?: readonly {readonly type: string}[];
}

function licenceText({name, folder}: BundledPackage): string {
  const files = readdirSync(folder);
  const licence = files.find(file => LICENCE_FILE.test(file));
  if (licence !== undefined) return read(folder, licence);
  const readMe = files.find(file => READ_ME.test(file));
  const part = readMe === undefined ? undefined : LICENCE_PART.exec(read(folder, readMe))?.[0];
  if (part === undefined) throw new Error(`${name} holds no licence text; leave it outside the bundle`);
  return part.trim();
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}
