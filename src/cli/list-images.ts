import type {Image, ImageReference, Nodes} from 'mdast';
import type {ImageRequest} from '../host/images.ts';
import type {Manuscript} from '../manuscript/types.ts';
import {indexPositions} from '../text/position.ts';

/** The images that a manuscript names, each with its place. */
export function listImages({root, source}: Manuscript): readonly ImageRequest[] {
  const positions = indexPositions(source.text);
  const definitions = new Map<string, string>();
  const images: (Image | ImageReference)[] = [];
  walk(root, node => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url);
    if (node.type === 'image' || node.type === 'imageReference') images.push(node);
  });
  return images.flatMap(image => {
    const url = image.type === 'image' ? image.url : definitions.get(image.identifier);
    const {line, column} = positions.at(image.position?.start.offset ?? 0);
    return url === undefined || url === '' ? [] : [{url, place: `${source.path}:${line}:${column}`}];
  });
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node);
  if ('children' in node) for (const child of node.children) walk(child, visit);
}
