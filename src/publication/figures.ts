import {readImageSize} from '../manuscript/image-size.ts';
import {findImages, type ImageNode} from '../manuscript/images.ts';
import type {Manuscript} from '../manuscript/types.ts';
import {joinLines} from './places.ts';
import type {Figure} from './types.ts';

/** The images that become figures; one that cannot be shown is published as its alternative text. */
export type Figures = ReadonlyMap<ImageNode, Figure>;

/**
 * Reads the images that stand in a paragraph of their own and whose files are there.
 *
 * @param images the bytes by the image's url, as Markdown gives it
 */
export function readFigures(manuscript: Manuscript, images: ReadonlyMap<string, Uint8Array>): Figures {
  const figures = new Map<ImageNode, Figure>();
  for (const {node, url} of findImages(manuscript)) {
    const bytes = images.get(url);
    const size = bytes === undefined ? undefined : readImageSize(bytes);
    if (bytes !== undefined && size !== undefined) {
      figures.set(node, {type: 'figure', indent: 0, ...size, bytes, alt: joinLines(node.alt ?? '')});
    }
  }
  return figures;
}
