import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF read back by somebody else's reader. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  /** The name of a place to the page it is on, from 1. */
  readonly destinations: ReadonlyMap<string, number>;
  readonly bookmarks: readonly Bookmark[];
  readonly info: Readonly<Record<string, unknown>>;
  /** A field of the XML metadata, such as `dc:title`. */
  readonly metadata: (name: string) => unknown;
  readonly language: string | undefined;
}

export interface ReadPage {
  readonly number: number;
  /** The words in the order of the page's drawing: text, notes, what stands in the margins. */
  readonly text: string;
  readonly links: readonly Link[];
}

export interface Link {
  /** The name of a place in the document, or an address outside. */
  readonly target: string;
  readonly isInternal: boolean;
  /** Points from the lower left corner: left, bottom, right, top. */
  readonly rectangle: readonly number[];
}

export interface Bookmark {
  readonly title: string;
  readonly depth: number;
  readonly page: number;
}

/** Opens a PDF and reads all of it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // A copy, since pdf.js takes the buffer away.
  const task = getDocument({data: Uint8Array.from(bytes), verbosity: 0});
  const document = await task.promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    pages.push(await readPage(await document.getPage(number), number));
  }
  const pageOf = async (place: unknown): Promise<number> => {
    if (!Array.isArray(place)) throw new Error('A destination is no list');
    return (await document.getPageIndex(place[0])) + 1;
  };
  const destinations = new Map<string, number>();
  for (const [name, place] of Object.entries(await document.getDestinations())) {
    destinations.set(name, await pageOf(place));
  }
  const {info, metadata} = await document.getMetadata();
  const read: ReadPdf = {
    pages,
    destinations,
    bookmarks: await readBookmarks((await document.getOutline()) ?? [], 0, pageOf),
    info: {...info},
    metadata: name => metadata.get(name),
    language: 'Language' in info ? String(info.Language) : undefined,
  };
  await task.destroy();
  return read;
}

/** The page on which a text stands, which must be one alone. */
export function pageWith({pages}: ReadPdf, text: string): number {
  const found = pages.filter(page => page.text.includes(text));
  const [page] = found;
  if (page === undefined || found.length > 1) throw new Error(`\`${text}\` is on ${found.length} pages`);
  return page.number;
}

/** The pages on which something links to a place. */
export function pagesLinkingTo({pages}: ReadPdf, target: string): readonly number[] {
  return pages.flatMap(({number, links}) => (links.some(link => link.target === target) ? [number] : []));
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readPage(page: Page, number: number): Promise<ReadPage> {
  const {items} = await page.getTextContent();
  const text = items.map(item => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('');
  const annotations: readonly Record<string, unknown>[] = await page.getAnnotations();
  const links = annotations.flatMap(({subtype, dest, url, unsafeUrl, rect}) => {
    if (subtype !== 'Link' || !Array.isArray(rect)) return [];
    const isInternal = dest !== undefined && dest !== null;
    return [{target: String(isInternal ? dest : (unsafeUrl ?? url)), isInternal, rectangle: rect}];
  });
  return {number, text: text.replaceAll(/\s+/gu, ' '), links};
}

interface OutlineItem {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly OutlineItem[];
}

async function readBookmarks(
  items: readonly OutlineItem[],
  depth: number,
  pageOf: (place: unknown) => Promise<number>,
): Promise<readonly Bookmark[]> {
  const read: Bookmark[] = [];
  for (const {title, dest, items: inner} of items) {
    read.push({title, depth, page: await pageOf(dest)}, ...(await readBookmarks(inner, depth + 1, pageOf)));
  }
  return read;
}
