import type {Image, ImageReference, Paragraph, Parents, PhrasingContent} from 'mdast';
import {spanOfNode} from '../manuscript/node-span.ts';
import type {Manuscript} from '../manuscript/types.ts';
import type {Diagnostic, Reported} from '../text/diagnostic.ts';
import {type ImageSize, readImageSize} from './image-size.ts';
import type {NoteNumbers} from './note-numbers.ts';
import {joinLines} from './places.ts';
import {isShown, visitPublished} from './published.ts';
import type {Figure} from './types.ts';

export type ImageNode = Image | ImageReference;

/** The images that become figures; one that is not here is published as its alternative text. */
export type Figures = ReadonlyMap<ImageNode, Figure>;

/**
 * Reads the images. One that stands alone in its paragraph becomes a figure; one whose file is missing or neither PNG
 * nor JPEG, and one inside a line, is reported.
 *
 * @param images the bytes by the image's url, as Markdown gives it
 * @param urlOf the url of a link or image, defined elsewhere or not
 */
export function readFigures(
  {root, source}: Manuscript,
  images: ReadonlyMap<string, Uint8Array>,
  urlOf: (node: ImageNode) => string,
  {isPublished}: NoteNumbers,
): Reported<Figures> {
  const figures = new Map<ImageNode, Figure>();
  const diagnostics: Diagnostic[] = [];
  visitPublished(root, isPublished, (node, parent) => {
    if (node.type !== 'image' && node.type !== 'imageReference') return;
    const url = urlOf(node);
    const bytes = images.get(url);
    const size = bytes === undefined ? undefined : readImageSize(bytes);
    const fault = describeFault(url, bytes, size, parent);
    if (fault !== undefined) {
      diagnostics.push({severity: 'error', path: source.path, span: spanOfNode(node), ...fault});
    } else if (bytes !== undefined && size !== undefined) {
      figures.set(node, {type: 'figure', ...size, bytes, alt: joinLines(node.alt ?? '')});
    }
  });
  return {value: figures, diagnostics};
}

function describeFault(
  url: string,
  bytes: Uint8Array | undefined,
  size: ImageSize | undefined,
  parent: Parents | undefined,
): Pick<Diagnostic, 'code' | 'message' | 'help'> | undefined {
  if (size === undefined) {
    const expected = bytes === undefined ? 'a file' : 'a PNG or JPEG file';
    return {
      code: 'image-not-found',
      message: `Unexpected image \`${url}\`, expected ${expected} at that path`,
      help: 'Give the path of a PNG or JPEG file, relative to the manuscript.',
    };
  }
  if (parent?.type === 'paragraph' && isImagesOnly(parent)) return undefined;
  return {
    code: 'image-in-line',
    message: `Unexpected image \`${url}\` inside a line, expected it in a paragraph of its own`,
    help: 'Put an empty line before the image and one after it.',
  };
}

/** True for a paragraph of images and nothing else that a reader sees. */
export function isImagesOnly({children}: Paragraph): boolean {
  return children.some(isImage) && children.every(child => isImage(child) || isBlank(child));
}

export function isImage(node: PhrasingContent): node is ImageNode {
  return node.type === 'image' || node.type === 'imageReference';
}

function isBlank(node: PhrasingContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return node.type === 'break' || !isShown(node);
}
