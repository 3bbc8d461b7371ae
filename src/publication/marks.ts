import {type Coverage, cutAtFindings, leavesOf} from './coverage.ts';
import type {NumberedFinding, Region} from './findings.ts';
import type {Places} from './places.ts';
import {mapRuns, type Run, type RunOwner, runsOf} from './runs.ts';
import type {Block, FindingMark, Inline} from './types.ts';

/** The parts of a publication in which findings are marked. */
export interface Marked {
  readonly body: readonly Block[];
  /** The blocks of each published note. */
  readonly notes: readonly (readonly Block[])[];
}

/**
 * Marks the words that each finding concerns. A finding whose span holds no published words gets an empty mark at the
 * start of the block that contains it or follows it.
 *
 * @param findings in the order of their numbers
 * @param regionOf in which part a finding stands
 * @returns the marked parts, and the numbers of the findings that have a mark in them
 */
export function markFindings(
  {body, notes}: Marked,
  findings: readonly NumberedFinding[],
  places: Places,
  regionOf: (finding: NumberedFinding) => Region,
): {readonly marked: Marked; readonly inText: ReadonlySet<number>} {
  const coverage: Coverage = new Map();
  const cut = (blocks: readonly Block[]) => {
    const runs = runsOf(blocks);
    return runs.map(({owner, children}) => ({
      owner,
      children: cutAtFindings(children, findings, places, coverage),
    }));
  };
  const bodyRuns = cut(body);
  const noteRuns = notes.map(cut);
  const lastPieces = findLastPieces([...bodyRuns, ...noteRuns.flat()], coverage);

  const wordless = new Map<RunOwner, NumberedFinding[]>();
  const inText = new Set(lastPieces.keys());
  for (const finding of findings) {
    if (inText.has(finding.number)) continue;
    const region = regionOf(finding);
    if (region === 'unpublished') continue;
    const owner = findOwner(finding, region === 'body' ? bodyRuns : (noteRuns[region.note] ?? []), places);
    if (owner === undefined) continue;
    wordless.set(owner, [...(wordless.get(owner) ?? []), finding]);
    inText.add(finding.number);
  }

  const children = new Map(
    [...bodyRuns, ...noteRuns.flat()].map(run => [
      run.owner,
      [
        ...(wordless.get(run.owner) ?? []).map(finding => markOf(finding, [], true)),
        ...wrap(run.children, new Set(), coverage, lastPieces),
      ],
    ]),
  );
  const change = (run: Run): readonly Inline[] => children.get(run.owner) ?? run.children;
  return {
    marked: {body: mapRuns(body, change), notes: notes.map(blocks => mapRuns(blocks, change))},
    inText,
  };
}

/** The last piece that each finding concerns, after which its label is printed. */
function findLastPieces(runs: readonly Run[], coverage: Coverage): ReadonlyMap<number, Inline> {
  const last = new Map<number, Inline>();
  for (const leaf of runs.flatMap(({children}) => children.flatMap(leavesOf))) {
    for (const {number} of coverage.get(leaf) ?? []) last.set(number, leaf);
  }
  return last;
}

/** The first run that ends behind the finding's place; behind the last run, that one. */
function findOwner({span}: NumberedFinding, runs: readonly Run[], {blocks}: Places): RunOwner | undefined {
  // A box without a title prints nothing where a mark could stand; its first paragraph follows.
  const possible = runs.filter(({owner, children}) => !('title' in owner) || children.length > 0);
  const next = possible.find(({owner}) => (blocks.get(owner)?.end ?? 0) > span.start);
  return (next ?? possible.at(-1))?.owner;
}

/**
 * Wraps neighbours that one finding concerns in one mark. Of several findings that begin together the one that reaches
 * furthest stands outside; those that overlap otherwise follow each other in pieces.
 */
function wrap(
  inlines: readonly Inline[],
  outer: ReadonlySet<number>,
  coverage: Coverage,
  lastPieces: ReadonlyMap<number, Inline>,
): readonly Inline[] {
  const concerned = inlines.map(inline => findingsOf(inline, outer, coverage));
  const wrapped: Inline[] = [];
  let at = 0;
  while (at < inlines.length) {
    const furthest = findFurthest(concerned, at);
    const inline = inlines[at];
    if (furthest === undefined) {
      if (inline !== undefined) {
        wrapped.push(
          'children' in inline
            ? {...inline, children: wrap(inline.children, outer, coverage, lastPieces)}
            : inline,
        );
      }
      at += 1;
      continue;
    }
    const {finding, end} = furthest;
    const group = inlines.slice(at, end);
    const last = lastPieces.get(finding.number);
    const hasLabel = group.flatMap(leavesOf).some(leaf => leaf === last);
    const children = wrap(group, new Set([...outer, finding.number]), coverage, lastPieces);
    wrapped.push(markOf(finding, children, hasLabel));
    at = end;
  }
  return wrapped;
}

/** The findings that concern all of an inline, without those whose marks stand around it already. */
function findingsOf(
  inline: Inline,
  outer: ReadonlySet<number>,
  coverage: Coverage,
): readonly NumberedFinding[] {
  const [first, ...rest] = leavesOf(inline).map(leaf => coverage.get(leaf) ?? []);
  if (first === undefined) return [];
  return first.filter(
    finding => !outer.has(finding.number) && rest.every(others => others.includes(finding)),
  );
}

/** From one inline on, the finding that concerns the most of those that follow without a gap; of equals the first. */
function findFurthest(
  concerned: readonly (readonly NumberedFinding[])[],
  at: number,
): {readonly finding: NumberedFinding; readonly end: number} | undefined {
  let best: {readonly finding: NumberedFinding; readonly end: number} | undefined;
  for (const finding of concerned[at] ?? []) {
    let end = at + 1;
    while (concerned[end]?.includes(finding) === true) end += 1;
    if (best === undefined || end > best.end) best = {finding, end};
  }
  return best;
}

function markOf(
  {number, code, severity}: NumberedFinding,
  children: readonly Inline[],
  hasLabel: boolean,
): FindingMark {
  return {type: 'finding', number, code, severity, hasLabel, children};
}
