import {visit} from 'unist-util-visit';
import type {Span} from '../text/span.ts';
import {spanOfNode} from './node-span.ts';
import type {Manuscript} from './types.ts';

// What a slug leaves out: all but letters, marks, digits, connectors, spaces and hyphens.
const NOT_IN_SLUG = /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu;

/**
 * Gives the slug of one heading after another, by which links in the text call it. The slugs are those that authors know
 * from GitHub: lower case, punctuation dropped, spaces as hyphens, `-1` behind the second of a kind.
 */
export function slugHeadings(): (text: string) => string {
  const seen = new Map<string, number>();
  return text => {
    const slug = text.trim().toLowerCase().replace(NOT_IN_SLUG, '').replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
}

/** The slug that a link's url calls, `#about-the-body`; `undefined` for one that leads elsewhere. */
export function slugOfUrl(url: string): string | undefined {
  return url.startsWith('#') ? decode(url.slice(1)).toLowerCase() : undefined;
}

/** A link to a heading of the manuscript itself. */
export interface HeadingLink {
  readonly slug: string;
  /** The link with its text. */
  readonly span: Span;
}

/** Every link to a heading, in the order of the text, whether its url stands there or in a definition. */
export function findHeadingLinks({root}: Manuscript): readonly HeadingLink[] {
  const urls = new Map<string, string>();
  visit(root, 'definition', ({identifier, url}) => {
    if (!urls.has(identifier)) urls.set(identifier, url);
  });
  const links: HeadingLink[] = [];
  visit(root, node => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const slug = slugOfUrl(node.type === 'link' ? node.url : (urls.get(node.identifier) ?? ''));
    if (slug !== undefined) links.push({slug, span: spanOfNode(node)});
  });
  return links;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
