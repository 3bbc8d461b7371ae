import type {Label, Node} from './layer/nodes.ts';

/**
 * Hangs a label beside the first line of `nodes`: a bullet, a list number, a note's number.
 *
 * Where they begin with a quotation, it hangs beside that one's first line. Where they begin with something that has no
 * line of its own to spare, such as a table or another list, the label stands on a line by itself.
 */
export function hangBeside(nodes: readonly Node[], label: Label): Node[] {
  const [first, ...others] = nodes;
  const labelled = first === undefined ? undefined : withLabel(first, label);
  if (labelled !== undefined) return [labelled, ...others];
  return [{text: [{text: ''}], label, keepWithNext: true}, ...nodes];
}

function withLabel(node: Node, label: Label): Node | undefined {
  const hang = label.hang + (node.margin?.[0] ?? 0);
  if ('text' in node) return node.label === undefined ? {...node, label: {...label, hang}} : undefined;
  if (!('stack' in node) || node.panel !== undefined) return undefined;
  const [first, ...others] = node.stack;
  const labelled = first === undefined ? undefined : withLabel(first, {...label, hang});
  return labelled === undefined ? undefined : {...node, stack: [labelled, ...others]};
}
