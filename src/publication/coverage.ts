import {overlaps} from '../text/span.ts';
import type {NumberedFinding} from './findings.ts';
import {type cutText, type Places, rangeIn} from './places.ts';
import type {Inline} from './types.ts';

/** The findings that concern an inline, by the inline; of a text that is cut where findings begin and end. */
export type Coverage = Map<Inline, readonly NumberedFinding[]>;

/**
 * Cuts texts where findings begin and end, through emphasis and links, and notes in `coverage` which findings concern
 * each piece. Code, note references and numbers that are links are never cut: a finding concerns all of one or nothing.
 */
export function cutAtFindings(
  inlines: readonly Inline[],
  findings: readonly NumberedFinding[],
  places: Places,
  coverage: Coverage,
): readonly Inline[] {
  return inlines.flatMap(inline => {
    if ('children' in inline) {
      return [{...inline, children: cutAtFindings(inline.children, findings, places, coverage)}];
    }
    const place = places.inlines.get(inline);
    if (place === undefined) return [inline];
    const here = findings.filter(({span}) => overlaps(span, place.span));
    if (here.length === 0) return [inline];
    if (inline.type === 'text') {
      return cutOne({value: inline.value, place}, here, coverage);
    }
    coverage.set(inline, here);
    return [inline];
  });
}

function cutOne(
  text: Parameters<typeof cutText>[0],
  findings: readonly NumberedFinding[],
  coverage: Coverage,
): readonly Inline[] {
  const ranges = findings.flatMap(finding => {
    const range = rangeIn(text, finding.span);
    return range === undefined ? [] : [{finding, ...range}];
  });
  const cuts = [...new Set([0, text.value.length, ...ranges.flatMap(({from, to}) => [from, to])])].sort(
    (one, other) => one - other,
  );
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const piece: Inline = {type: 'text', value: text.value.slice(start, end)};
    const covering = ranges.filter(({from, to}) => from <= start && end <= to);
    if (covering.length > 0)
      coverage.set(
        piece,
        covering.map(({finding}) => finding),
      );
    return piece;
  });
}

/** The inlines that a finding can concern, in order: text, code, note references, numbers that are links. */
export function leavesOf(inline: Inline): readonly Inline[] {
  if ('children' in inline) return inline.children.flatMap(leavesOf);
  return inline.type === 'line-break' ? [] : [inline];
}
