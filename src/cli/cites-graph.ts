import type {Resolution} from '../citation/types.ts';
import type {Subject} from '../lint/rule.ts';
import type {PassagePlace} from '../manuscript/types.ts';
import {crop, neutralise} from './terminal/cells.ts';

/** Columns of a cite as typed; the graph is for an overview. */
const LONGEST_LABEL = 60;

/** What a cite's box looks like, so that its status is seen without colour; it is written in it too. */
const SHAPES: Readonly<Record<Resolution['status'], string>> = {
  resolved: 'shape=box',
  conflict: 'shape=box, peripheries=2',
  ambiguous: 'shape=diamond',
  unresolved: 'shape=octagon, style=dashed',
  placeholder: 'shape=note, style=dashed',
};

/** How the line to a work is drawn: a work that is meant, one that something typed disagrees with, one of several. */
const LINES: Readonly<Record<string, string>> = {
  resolved: 'style=solid',
  conflict: 'style=dashed',
  ambiguous: 'style=dotted',
};

/**
 * Cites and the works that they mean as a graph for Graphviz (the DOT language, graphviz.org/doc/info/lang.html), the same for the
 * same manuscripts. Each manuscript is a cluster, since the same key may be another work in another one's bibliography; a cite that
 * leans on an earlier one points at it with an open arrow.
 */
export function printGraph(subjects: readonly Subject[]): string {
  const clusters = subjects.map((subject, file) => printCluster(subject, file));
  return `digraph cites {\n  rankdir=LR;\n${clusters.join('')}}\n`;
}

function printCluster({manuscript, citations}: Subject, file: number): string {
  const works = new Map<string, string>();
  const lines: string[] = [];
  const idOf = (cite: number): string => `file${file}_cite${cite}`;
  for (const resolution of citations.resolutions) {
    const {cite, status, antecedent} = resolution;
    const label = [
      `#${cite.id}, ${nameOf(cite.in)}`,
      crop(cite.text, LONGEST_LABEL),
      status === 'conflict' ? `conflict: ${resolution.conflict}` : status,
    ];
    lines.push(`${idOf(cite.id)} [label=${quote(label)}, ${SHAPES[status]}];`);
    for (const key of worksOf(resolution)) {
      const work = works.get(key) ?? `file${file}_work${works.size + 1}`;
      if (!works.has(key)) lines.push(`${work} [label=${quote([neutralise(key)])}, shape=ellipse];`);
      works.set(key, work);
      lines.push(`${idOf(cite.id)} -> ${work} [${LINES[status] ?? ''}];`);
    }
    if (antecedent !== undefined)
      lines.push(
        `${idOf(cite.id)} -> ${idOf(antecedent.id)} [arrowhead=open, constraint=false, label="leans on"];`,
      );
  }
  const title = quote([neutralise(manuscript.source.path)]);
  const inside = [`label=${title};`, ...lines].map(line => `    ${line}\n`).join('');
  return `  subgraph cluster_file${file} {\n${inside}  }\n`;
}

/** The works that a cite means, or may mean. */
function worksOf(resolution: Resolution): readonly string[] {
  if (resolution.status === 'ambiguous') return resolution.candidates;
  return resolution.status === 'resolved' || resolution.status === 'conflict' ? [resolution.key] : [];
}

function nameOf(place: PassagePlace): string {
  return place.kind === 'text' ? 'text' : `${place.kind} ${place.number}`;
}

/** Lines as one quoted string: in a label `\n` parts lines and `\N` is the node's name, so that a backslash is typed twice. */
function quote(lines: readonly string[]): string {
  return `"${lines.map(line => line.replace(SPECIAL, '\\$&')).join('\\n')}"`;
}

// A quotation mark, which ends the string, and a backslash.
const SPECIAL = /["\\]/gu;
