import type {Definition, ImageReference, LinkReference, Root} from 'mdast';
import {visit} from 'unist-util-visit';
import type {CitedPlace, Replacement, WrittenCites} from '../citation/styles/types.ts';
import type {Manuscript} from '../manuscript/types.ts';
import type {Profile} from '../profiles/profile.ts';
import type {Figures} from './figures.ts';
import type {HeadingIds} from './headings.ts';
import type {NoteNumbers} from './note-numbers.ts';
import type {Numbering} from './numbering.ts';
import type {Places} from './places.ts';
import type {LiveNumber, PublishedPlace} from './targets.ts';

/** What composing a block or an inline may ask: everything settled beforehand, and where to note each one's place. */
export interface Composition {
  readonly manuscript: Manuscript;
  readonly profile: Profile;
  readonly numbering: Numbering;
  readonly notes: NoteNumbers;
  readonly headings: HeadingIds;
  readonly figures: Figures;
  readonly liveNumbers: readonly LiveNumber[];
  /** What a way of citing prints instead of typed words, and what it makes live. */
  readonly written: WrittenCites;
  /** The replacements that are composed already; filled while composing. */
  readonly replaced: Set<Replacement>;
  /** The id of a part by its number in the manuscript, and the number under which it is published. */
  placeIds(place: CitedPlace): PublishedPlace | undefined;
  /** Inside a link nothing else becomes one: neither a number nor an address. */
  readonly isInLink: boolean;
  readonly definitions: Definitions;
  readonly places: Places;
}

/** The urls that links and images name by a label, `[label]: url`, by the label's identifier. */
export type Definitions = ReadonlyMap<string, string>;

/** Reads the definitions; of two with one label Markdown takes the first. */
export function readDefinitions(root: Root): Definitions {
  const urls = new Map<string, string>();
  visit(root, 'definition', ({identifier, url}: Definition) => {
    if (!urls.has(identifier)) urls.set(identifier, url);
  });
  return urls;
}

/** The url of a link or image, whether it stands there or in a definition. */
export function urlOf(
  node: {readonly type: string; readonly url: string} | LinkReference | ImageReference,
  definitions: Definitions,
): string {
  return 'url' in node ? node.url : (definitions.get(node.identifier) ?? '');
}
