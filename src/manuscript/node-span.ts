import type {Node} from 'unist';
import type {Span} from '../text/span.ts';

/** Where a parsed node stands in its source. Every node that remark-parse makes has a place. */
export function spanOfNode(node: Node): Span {
  return {start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0};
}
