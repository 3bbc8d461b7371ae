import type {FootnoteDefinition, Heading, Root} from 'mdast';
import {plainTextOf} from '../manuscript/plain-text.ts';
import {allocateIds} from './ids.ts';
import {visitPublished} from './published.ts';

/** The ids of headings, and what a link in the text may call them. */
export interface HeadingIds {
  readonly ids: ReadonlyMap<Heading, string>;
  /** By slug, as in `[above](#about-the-body)`. */
  readonly bySlug: ReadonlyMap<string, string>;
}

// What a slug leaves out: all but letters, marks, digits, connectors, spaces and hyphens.
const NOT_IN_SLUG = /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu;

// Marks that stand apart from their letter after decomposition: the acute of "é".
const COMBINING = /\p{M}/gu;

// What cannot stand in an id.
const NOT_IN_ID = /[^a-z0-9]+/gu;

/** With `h-` and a number behind it, within the 40 characters that Word allows a bookmark. */
const LONGEST_ID = 30;

/**
 * Gives every heading an id, and reads the slugs by which links call them. The slugs are those that authors know from
 * GitHub: lower case, punctuation dropped, spaces as hyphens, `-1` behind the second of a kind.
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
  const seen = new Map<string, number>();
  visitPublished(root, isPublishedNote, node => {
    if (node.type !== 'heading' || node === titleHeading) return;
    const text = plainTextOf(node, source).value.trim().toLowerCase();
    const id = allocate(`h-${asciiOf(text)}`);
    ids.set(node, id);
    const slug = text.replace(NOT_IN_SLUG, '').replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    const name = count === 0 ? slug : `${slug}-${count}`;
    if (!bySlug.has(name)) bySlug.set(name, id);
  });
  return {ids, bySlug};
}

/** The id of the heading that a link's url calls, if it calls one. */
export function headingOf(url: string, {bySlug}: HeadingIds): string | undefined {
  if (!url.startsWith('#')) return undefined;
  return bySlug.get(decode(url.slice(1)).toLowerCase());
}

function asciiOf(text: string): string {
  const ascii = text.normalize('NFKD').replace(COMBINING, '').replace(NOT_IN_ID, ' ').trim();
  return ascii.slice(0, LONGEST_ID).trim().replaceAll(' ', '-') || 'section';
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
