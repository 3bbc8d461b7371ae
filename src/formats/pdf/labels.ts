import type {Label, Node} from './layer/nodes.ts';

/**
 * Hangs a label beside the first line of `nodes`: a paragraph's number, a bullet, a list number, a note's number.
 *
 * Where they begin with a list, a quotation, a table or the like, it hangs beside that one's first line. Where they
 * begin with something that has no line, such as a picture, the label stands on a line by itself above it.
 *
 * @param label with the points from the place where the nodes begin to the left edge of the label
 */
export function hangBeside(nodes: readonly Node[], label: Label): Node[] {
  const [first, ...others] = nodes;
  const labelled = first === undefined ? undefined : withLabel(first, label);
  if (labelled !== undefined) return [labelled, ...others];
  const bare: Node = {
    text: [{text: ''}],
    labels: [label],
    spaceBefore: first?.spaceBefore ?? 0,
    keepWithNext: true,
  };
  return [bare, ...(first === undefined ? [] : [{...first, spaceBefore: 0}]), ...others];
}

function withLabel(node: Node, label: Label): Node | undefined {
  const hung = {...label, hang: label.hang + (node.margin?.[0] ?? 0)};
  if ('text' in node) return {...node, labels: [hung, ...(node.labels ?? [])]};
  if ('table' in node) {
    const [row, ...rows] = node.table.body;
    const [cell, ...cells] = row ?? [];
    const labelled = cell === undefined ? undefined : withLabel(cell, hung);
    if (labelled === undefined || !('text' in labelled)) return undefined;
    return {...node, table: {...node.table, body: [[labelled, ...cells], ...rows]}};
  }
  if (!('stack' in node)) return undefined;
  const [first, ...others] = node.stack;
  const inside = {...hung, hang: hung.hang + (node.panel?.padding.x ?? 0)};
  const labelled = first === undefined ? undefined : withLabel(first, inside);
  return labelled === undefined ? undefined : {...node, stack: [labelled, ...others]};
}
