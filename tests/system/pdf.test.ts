import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {pdf} from '../../src/formats/pdf/index.ts';
import {paragraph, publicationOf, text} from '../helpers/pdf-publication.ts';
import {draftedTorture, torture} from '../helpers/pdf-torture.ts';

const folder = mkdtempSync(join(tmpdir(), 'opcit-pdf-'));
afterAll(() => rmSync(folder, {recursive: true}));

const written = {torture: torture(), draft: draftedTorture()};
for (const [name, publication] of Object.entries(written)) {
  writeFileSync(join(folder, `${name}.pdf`), (await pdf.write(publication)).bytes);
}

function run(program: string, ...parts: readonly string[]): string {
  return execFileSync(program, parts, {cwd: folder, encoding: 'utf8', maxBuffer: 1e9, stdio: 'pipe'});
}

interface Block {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

// <line xMin="72.0" yMin="66.1" xMax="353.0" yMax="80.4">
const LINE = /<line xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">/gu;

/** The boxes of the lines of each page, as poppler finds them. */
function linesByPage(file: string): readonly (readonly Block[])[] {
  const pages = run('pdftotext', '-bbox-layout', file, '-').split('<page ').slice(1);
  return pages.map(page =>
    [...page.matchAll(LINE)].map(match => {
      const [left = 0, top = 0, right = 0, bottom = 0] = match.slice(1).map(Number);
      return {left, top, right, bottom};
    }),
  );
}

/** Boxes reach from ascender to descender, which lines set close may let touch by a part of their height. */
function overlaps(one: Block, other: Block): boolean {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const least = Math.min(one.bottom - one.top, other.bottom - other.top);
  return width > 0.5 && height > least * 0.15;
}

describe.each(Object.keys(written))('%s.pdf', name => {
  const file = `${name}.pdf`;

  test('has no lines that overlap, and none outside the margins', () => {
    const pages = linesByPage(file);
    expect(pages.flat().length).toBeGreaterThan(20);
    for (const lines of pages) {
      const pairs = lines.flatMap((one, index) => lines.slice(index + 1).map(other => [one, other] as const));
      expect(pairs.filter(([one, other]) => overlaps(one, other))).toEqual([]);
      expect(lines.filter(({left, right}) => left < 71 || right > 595.28 - 71)).toEqual([]);
    }
  });

  test('is a sound file', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });

  test('has its fonts embedded, cut down to what is used, with a way back to Unicode', () => {
    const fonts = run('pdffonts', file)
      .split('\n')
      .slice(2)
      .filter(line => line !== '');
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.* yes yes yes /u);
  });

  test('has no link without an end, as mutool looks for them', () => {
    const said = execFileSync('sh', ['-c', `mutool trace ${file} 2>&1 >/dev/null`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(said).not.toMatch(/undefined link destination|error/iu);
  });

  test('is the same when another process writes it', () => {
    const names: Readonly<Record<string, string>> = {torture: 'torture', draft: 'draftedTorture'};
    const program = `
      import {writeFileSync} from 'node:fs';
      import {pdf} from './src/formats/pdf/index.ts';
      import {${names[name]} as publication} from './tests/helpers/pdf-torture.ts';
      pdf.write(publication()).then(({bytes}) => writeFileSync(${JSON.stringify(join(folder, 'again.pdf'))}, bytes));
    `;
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
      stdio: 'pipe',
    });
    expect(() => run('cmp', file, 'again.pdf')).not.toThrow();
  });
});

test('poppler reads no space where kerning sets two letters apart', async () => {
  const words = 'It is (half) (of) [off] "if" and **f** wolf) fV of” (j) [job].'.replaceAll('*', '');
  const publication = publicationOf([
    paragraph(text(words), {type: 'strong', children: [text(` ${words}`)]}),
  ]);
  writeFileSync(join(folder, 'kerning.pdf'), (await pdf.write(publication)).bytes);
  expect(run('pdftotext', 'kerning.pdf', '-').replaceAll(/\s+/gu, ' ')).toContain(`${words} ${words}`);
});
