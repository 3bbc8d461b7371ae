import type {Publication} from '../../publication/types.ts';
import {walkBlocks, walkInlines} from './walk.ts';

/** The kinds of address that a reader of the submission can follow. */
const FOLLOWED = new Set(['http:', 'https:', 'mailto:', 'ftp:']);

/**
 * The address of a link as a relationship's target, or `undefined` when it is none that Word opens: Word calls a whole
 * file damaged for one malformed address in it.
 */
export function linkTarget(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return FOLLOWED.has(parsed.protocol) ? parsed.href : undefined;
}

/** A line for each address that is left out, in the order of the text. */
export function unusableLinks(publication: Publication): readonly string[] {
  const blocks = [...publication.blocks, ...publication.notes.flatMap(note => note.blocks)];
  const urls = [...walkBlocks(blocks)].flatMap(block =>
    [...walkInlines(block)].flatMap(inline => (inline.type === 'link' ? [inline.url] : [])),
  );
  return [...new Set(urls)]
    .filter(url => linkTarget(url) === undefined)
    .map(url => `The link to \`${url}\` has no address that Word can open; its words stand without it`);
}
