import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

/** A folder with one DOCX, and LibreOffice to read it with a user profile of its own. */
export interface Office {
  readonly file: string;
  /** The file as LibreOffice writes it again: `pdf`, `odt`, `txt:Text (encoded):UTF8`. Gives the path. */
  convert(filter: string): string;
  /** The words on each page, in the order in which poppler reads them. */
  pages(): readonly string[];
  close(): void;
}

export function openOffice(bytes: Uint8Array): Office {
  const folder = mkdtempSync(join(tmpdir(), 'opcit-docx-'));
  const file = join(folder, 'evidence.docx');
  writeFileSync(file, bytes);
  const convert = (filter: string): string => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const what = ['--headless', '--convert-to', filter, '--outdir', folder, file];
    execFileSync('soffice', [profile, ...what], {stdio: 'pipe', timeout: 120_000});
    return join(folder, `evidence.${filter.split(':')[0]}`);
  };
  return {
    file,
    convert,
    pages() {
      const text = execFileSync('pdftotext', ['-enc', 'UTF-8', convert('pdf'), '-']).toString();
      return text.split('\f').slice(0, -1);
    },
    close: () => rmSync(folder, {recursive: true, force: true}),
  };
}

/** The lines of a file of plain text, without the mark at its start. */
export function textLines(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/u, '')
    .split('\n');
}
