import type {IgnoreComment, Manuscript} from '../manuscript/types.ts';
import type {Diagnostic} from '../text/diagnostic.ts';
import {suggest} from '../text/suggest.ts';
import type {JudgedIgnore} from './rule.ts';

/** What ignore comments left and what they took away. */
export interface AppliedIgnores {
  readonly kept: readonly Diagnostic[];
  readonly suppressed: readonly Diagnostic[];
  /** Every comment, in the order of the manuscript. */
  readonly judged: readonly JudgedIgnore[];
}

/** The codes that a comment may name. */
interface Codes {
  readonly known: readonly string[];
  /** Those whose rules were run. */
  readonly active: ReadonlySet<string>;
}

/**
 * Takes away what the author's comments silence.
 *
 *     <!-- opcit-ignore add-refs: the clerk asked us to leave it -->
 *
 * A comment silences the findings of its code that start inside the block below it, in the manuscript only. Without
 * a reason, or with another slip, it silences nothing: whoever reads the text next year should learn why.
 */
export function applyIgnores(
  diagnostics: readonly Diagnostic[],
  manuscript: Manuscript,
  codes: Codes,
): AppliedIgnores {
  const obeyed = manuscript.ignores.filter(({reason, fault}) => reason !== '' && fault === undefined);
  const used = new Set<IgnoreComment>();
  const judged = () => manuscript.ignores.map(ignore => judge(ignore, used, codes));
  if (obeyed.length === 0) return {kept: diagnostics, suppressed: [], judged: judged()};
  const kept: Diagnostic[] = [];
  const suppressed: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const silencing = obeyed.filter(ignore => silences(ignore, diagnostic, manuscript));
    for (const ignore of silencing) used.add(ignore);
    (silencing.length > 0 ? suppressed : kept).push(diagnostic);
  }
  return {kept, suppressed, judged: judged()};
}

function silences({code, covers}: IgnoreComment, diagnostic: Diagnostic, {source}: Manuscript): boolean {
  if (covers === undefined || diagnostic.code !== code || diagnostic.path !== source.path) return false;
  const {start} = diagnostic.span;
  return covers.start <= start && start < Math.max(covers.end, covers.start + 1);
}

function judge(ignore: IgnoreComment, used: ReadonlySet<IgnoreComment>, codes: Codes): JudgedIgnore {
  if (ignore.fault !== undefined) return {ignore, verdict: 'malformed', suggestions: []};
  if (ignore.reason === '') return {ignore, verdict: 'without-reason', suggestions: []};
  if (used.has(ignore)) return {ignore, verdict: 'used', suggestions: []};
  if (!codes.known.includes(ignore.code)) {
    return {ignore, verdict: 'unknown-code', suggestions: suggest(ignore.code, codes.known)};
  }
  return {ignore, verdict: codes.active.has(ignore.code) ? 'unused' : 'rule-off', suggestions: []};
}
