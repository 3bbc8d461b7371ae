import type {Image, ImageReference, Paragraph, PhrasingContent} from 'mdast';
import {visit} from 'unist-util-visit';
import type {Diagnostic} from '../text/diagnostic.ts';
import type {Span} from '../text/span.ts';
import {readImageSize} from './image-size.ts';
import {spanOfNode} from './node-span.ts';
import type {Manuscript} from './types.ts';

export type ImageNode = Image | ImageReference;

/** An image that the manuscript names. */
export interface ImagePlace {
  readonly node: ImageNode;
  /** As typed, there or in a definition; empty when nothing defines it. */
  readonly url: string;
  readonly span: Span;
  /** Whether it stands in a paragraph of images and nothing else, where it becomes a figure. */
  readonly isAlone: boolean;
}

/** Every image in the order of the text. */
export function findImages({root}: Manuscript): readonly ImagePlace[] {
  const urls = new Map<string, string>();
  visit(root, 'definition', ({identifier, url}) => {
    if (!urls.has(identifier)) urls.set(identifier, url);
  });
  const images: ImagePlace[] = [];
  visit(root, (node, _, parent) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return;
    const url = node.type === 'image' ? node.url : (urls.get(node.identifier) ?? '');
    const isAlone = parent?.type === 'paragraph' && isImagesOnly(parent);
    images.push({node, url, span: spanOfNode(node), isAlone});
  });
  return images;
}

/**
 * Images that cannot be shown: `image-not-found` for a file that is missing, outside the project, or neither PNG nor JPEG, `image-in-line` for
 * one inside a line, where neither Word nor a page has a good place for it.
 *
 * @param images the bytes by the image's url as typed
 */
export function reportImages(
  manuscript: Manuscript,
  images: ReadonlyMap<string, Uint8Array>,
): readonly Diagnostic[] {
  return findImages(manuscript).flatMap(image => {
    const fault = faultOf(image, images.get(image.url));
    return fault === undefined
      ? []
      : [{severity: 'error' as const, path: manuscript.source.path, span: image.span, ...fault}];
  });
}

function faultOf(
  {url, isAlone}: ImagePlace,
  bytes: Uint8Array | undefined,
): Pick<Diagnostic, 'code' | 'message' | 'help'> | undefined {
  if (!isAlone) {
    return {
      code: 'image-in-line',
      message: `Unexpected image \`${url}\` inside a line, expected it in a paragraph of its own`,
      help: 'Put an empty line before the image and one after it.',
    };
  }
  if (bytes !== undefined && readImageSize(bytes) !== undefined) return undefined;
  return {
    code: 'image-not-found',
    message: `Unexpected image \`${url}\`, expected ${bytes === undefined ? 'a file of the project' : 'a PNG or JPEG file'} at that path`,
    help: 'Give the path of a PNG or JPEG file in the project folder, relative to the manuscript; no other place is read.',
  };
}

/** True for a paragraph of images and nothing else that a reader sees. */
export function isImagesOnly({children}: Paragraph): boolean {
  return children.some(isImage) && children.every(child => isImage(child) || isBlank(child));
}

export function isImage(node: PhrasingContent): node is ImageNode {
  return node.type === 'image' || node.type === 'imageReference';
}

// "<!-- … -->"
const COMMENT = /<!--[\s\S]*?-->/gu;

function isBlank(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  if (node.type === 'html') return node.value.replace(COMMENT, '').trim() === '';
  return node.type === 'break';
}
