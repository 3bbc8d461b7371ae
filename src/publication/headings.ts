import type {FootnoteDefinition, Heading, Root} from 'mdast';
import {slugHeadings, slugOfUrl} from '../manuscript/heading-links.ts';
import {plainTextOf} from '../manuscript/plain-text.ts';
import {allocateIds} from './ids.ts';
import {visitPublished} from './published.ts';

/** The ids of headings, and what a link in the text may call them. */
export interface HeadingIds {
  readonly ids: ReadonlyMap<Heading, string>;
  /** By slug, as in `[above](#about-the-body)`. */
  readonly bySlug: ReadonlyMap<string, string>;
}

// Marks that stand apart from their letter after decomposition: the acute of "é".
const COMBINING = /\p{M}/gu;

// What cannot stand in an id.
const NOT_IN_ID = /[^a-z0-9]+/gu;

/** With `h-` and a number behind it, within the 40 characters that Word allows a bookmark. */
const LONGEST_ID = 30;

/**
 * Gives every heading an id, and reads the slugs by which links call them.
 *
 * @param titleHeading the heading that is printed as the document's title and has no id
 */
export function identifyHeadings(
  root: Root,
  source: string,
  isPublishedNote: (definition: FootnoteDefinition) => boolean,
  titleHeading: Heading | undefined,
): HeadingIds {
  const allocate = allocateIds();
  const ids = new Map<Heading, string>();
  const bySlug = new Map<string, string>();
  const slugOf = slugHeadings();
  visitPublished(root, isPublishedNote, node => {
    if (node.type !== 'heading' || node === titleHeading) return;
    const text = plainTextOf(node, source).value.trim().toLowerCase();
    const id = allocate(`h-${asciiOf(text)}`);
    ids.set(node, id);
    const slug = slugOf(text);
    if (!bySlug.has(slug)) bySlug.set(slug, id);
  });
  return {ids, bySlug};
}

/** The id of the heading that a link's url calls, if it calls one. */
export function headingOf(url: string, {bySlug}: HeadingIds): string | undefined {
  const slug = slugOfUrl(url);
  return slug === undefined ? undefined : bySlug.get(slug);
}

function asciiOf(text: string): string {
  const ascii = text.normalize('NFKD').replace(COMBINING, '').replace(NOT_IN_ID, ' ').trim();
  return ascii.slice(0, LONGEST_ID).trim().replaceAll(' ', '-') || 'section';
}
