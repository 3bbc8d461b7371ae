import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {beforeAll, describe, expect, it} from 'vitest';
import {openPackage, type Package, readBody, readFields, readNotes, wordsOf} from './helpers/docx-package.ts';
import {all} from './helpers/docx-xml.ts';
import {type PlacedText, readPlaces} from './helpers/pdf-places.ts';
import {type ReadPdf, readPdf} from './helpers/pdf-reader.ts';
import {buildCited} from './helpers/styled-build.ts';

/** The worked example without its faults, in each way of citing, read back from the files. */
const EXAMPLE = new URL('golden/migration-corrected/', import.meta.url);
const read = (name: string): string => readFileSync(fileURLToPath(new URL(name, EXAMPLE)), 'utf8');
const BODY = read('manuscript.md').replace(/^---\n[\s\S]*?\n---\n/u, '');
const KEYED = BODY.replace(/^\[\^7\]: .*$/mu, '[^7]: see [@tacoli2003, p. 12]').replace(
  /^\[\^8\]: .*$/mu,
  '[^8]: see [@dang2003; @tacoli2003]',
);

interface Files {
  readonly docx: Package;
  readonly pdf: ReadPdf;
  readonly places: readonly PlacedText[];
}

async function filesOf(citations: string, text: string, more: readonly string[] = []): Promise<Files> {
  const built = await buildCited({citations, text, more, bibliography: read('bibliography.bib')}, [
    'docx',
    'pdf',
  ]);
  if (built.status === 'refused') throw new Error('refused');
  const [docx, pdf] = built.files.map(({artifact}) => artifact.bytes);
  const bytes = pdf ?? new Uint8Array();
  return {
    docx: openPackage(docx ?? new Uint8Array()),
    pdf: await readPdf(bytes),
    places: await readPlaces(bytes),
  };
}

function noteIn({docx}: Files, number: number): string {
  return (readNotes(docx).get(number) ?? [])
    .map(({text}) => text)
    .join('\n')
    .replace('# ', '');
}

/** The words that lead to a place of the document, by the bookmark's name. */
function linksIn(docx: Package): readonly (readonly [string, string])[] {
  return all(docx.part('word/footnotes.xml'), 'w:hyperlink').flatMap(link => {
    const anchor = link.attributes['w:anchor'];
    return anchor === undefined ? [] : [[wordsOf(link), anchor] as const];
  });
}

function bookmarksIn(docx: Package): readonly string[] {
  return all(docx.part('word/document.xml'), 'w:bookmarkStart').flatMap(
    ({attributes}) => attributes['w:name'] ?? [],
  );
}

/** The left edges of the lines of a paragraph, from the one that begins with a text, in points. */
function edgesFrom(places: readonly PlacedText[], text: string): readonly number[] {
  const start = places.findIndex(place => place.text.startsWith(text.trim()));
  const edges = new Map<number, number>();
  for (const {x, y} of places.slice(start)) edges.set(y, Math.min(x, edges.get(y) ?? x));
  return [...edges.values()];
}

function pdfText({pdf}: Files): string {
  return pdf.pages.map(({text}) => text).join(' ');
}

describe('linked', () => {
  let files: Files;
  beforeAll(async () => {
    files = await filesOf('linked', BODY, ['note-pointers: true']);
  });

  it('leads from each short form to its antecedent in the DOCX', () => {
    const links = linksIn(files.docx).filter(([words]) => words.includes('Satterthwaite'));

    expect(links.map(([, anchor]) => anchor)).toEqual(['noteref_1', 'noteref_1', 'noteref_1']);
    expect(bookmarksIn(files.docx)).toEqual(
      expect.arrayContaining([...new Set(linksIn(files.docx).map(([, anchor]) => anchor))]),
    );
  });

  it('keeps the words, and adds the note by a field that Word updates', () => {
    const fields = readFields(files.docx.part('word/footnotes.xml'));

    expect(noteIn(files, 5)).toBe('Tacoli, C and D Satterthwaite (2003) op cit (note 1)');
    expect(fields).toContainEqual({instruction: 'NOTEREF noteref_1 \\h', result: '1'});
  });

  it('leads to the note in the PDF', () => {
    const inNotes = files.pdf.pages.flatMap(({links}) => links.filter(({target}) => target === 'note-1'));

    expect(files.pdf.destinations.has('note-1')).toBe(true);
    // The call in the text, and for each of three short forms its words and its number
    expect(inNotes.length).toBeGreaterThanOrEqual(7);
  });
});

describe('linked, from running text', () => {
  it('leads to the paragraph of an antecedent that stands in no note', async () => {
    const text = '1. Trees.\n\n2. They grow (see Smit, 1998).\n\n3. They fall (ibid, p 4).';
    const {docx, pdf} = await filesOf('linked', text);
    const link = all(docx.part('word/document.xml'), 'w:hyperlink').find(one => wordsOf(one) === 'ibid, p 4');

    expect(link?.attributes['w:anchor']).toBe('para_2');
    expect(bookmarksIn(docx)).toContain('para_2');
    expect(pdf.pages.flatMap(({links}) => links.map(({target}) => target))).toContain('para-2');
    expect(pdf.destinations.has('para-2')).toBe(true);
  });

  it('makes no link of the words that lead up to a work', async () => {
    const text = BODY.replace('[^7]: see Tacoli, C', '[^7]: as is said of towns in Tacoli, C');
    const words = linksIn((await filesOf('linked', text)).docx).map(([one]) => one);

    expect(words).toContain('Tacoli, C and D Satterthwaite (2003) op cit');
    expect(words.join(' ')).not.toContain('towns');
  });
});

describe('expanded', () => {
  it('writes short forms out in both files', async () => {
    const files = await filesOf('expanded', BODY);
    const written = 'Tacoli and Satterthwaite (2003) The urban part of rural development';

    expect(noteIn(files, 5)).toBe(written);
    expect(noteIn(files, 7)).toBe(`see ${written}`);
    expect(noteIn(files, 1)).toMatch(/^Tacoli, C and D Satterthwaite \(2003\) The urban part/u);
    expect(pdfText(files)).toContain(`see ${written}`);
    expect(pdfText(files)).not.toContain('op cit');
  });
});

describe('a style', () => {
  let files: Files;
  beforeAll(async () => {
    files = await filesOf('csl:oscola', KEYED, ['works-cited: true']);
  });

  it('writes keys and counts what was typed', () => {
    expect(noteIn(files, 5)).toBe('Tacoli, C and D Satterthwaite (2003) op cit');
    expect(noteIn(files, 7)).toBe('see Tacoli and Satterthwaite (n 1) 12.');
    expect(noteIn(files, 8)).toBe('see Dang, Tacoli and Hoang (n 2); Tacoli and Satterthwaite (n 1).');
    expect(pdfText(files)).toContain('see Tacoli and Satterthwaite (n 1) 12.');
  });

  it('ends both files with the list of works cited', () => {
    const lines = readBody(files.docx);
    const heading = lines.findIndex(({text}) => text === 'Works cited');
    const works = lines.slice(heading + 1).map(({text}) => text);

    expect(works).toHaveLength(14);
    expect(works[0]).toBe(
      'Benjamin S and Bhuvaneswari R, Inclusive and Pro-Poor Urban Governance in Bangalore (University of Birmingham 2001)',
    );
    expect(files.pdf.bookmarks.map(({title}) => title)).toContain('Works cited');
    expect(pdfText(files)).toContain('Toulmin C and others, ‘Diversification of Livelihoods');
  });

  it('hangs the first line of each work out to the left, in both files', async () => {
    const styles = all(files.docx.part('word/styles.xml'), 'w:style');
    const style = styles.find(({attributes}) => attributes['w:styleId'] === 'Bibliography');
    const indent = style === undefined ? undefined : all(style, 'w:ind')[0]?.attributes;
    const named = all(files.docx.part('word/document.xml'), 'w:pStyle').filter(
      ({attributes}) => attributes['w:val'] === 'Bibliography',
    );
    const [first, second] = edgesFrom(files.places, 'Tacoli C and Satterthwaite D, ');

    expect(named).toHaveLength(14);
    expect(indent?.['w:hanging']).toBe('567');
    expect(indent?.['w:left']).toBe('567');
    expect(second).toBeGreaterThan((first ?? 0) + 20);
  });
});
