import type {Bibliography} from '../bibliography/types.ts';
import type {Manuscript} from '../manuscript/types.ts';
import {compareDiagnostics, type Diagnostic, type Severity} from '../text/diagnostic.ts';
import {indexPositions} from '../text/position.ts';
import {contains, type Span} from '../text/span.ts';
import type {NoteNumbers} from './note-numbers.ts';
import type {OpenFinding} from './types.ts';

/** An open finding under its number in the draft. */
export interface NumberedFinding {
  readonly number: number;
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly diagnostic: Diagnostic;
}

/** A part of the manuscript: its body, a published note by its index, or what is not published. */
export type Region = 'body' | 'unpublished' | {readonly note: number};

/** Numbers open findings in the order of their places: those in the manuscript first, then those in other files. */
export function numberFindings(
  open: readonly Diagnostic[],
  {source}: Manuscript,
): readonly NumberedFinding[] {
  const isElsewhere = ({path}: Diagnostic): number => Number(path !== source.path);
  return [...open]
    .sort((one, other) => isElsewhere(one) - isElsewhere(other) || compareDiagnostics(one, other))
    .map((diagnostic, index) => ({
      number: index + 1,
      code: diagnostic.code,
      severity: diagnostic.severity,
      span: diagnostic.span,
      diagnostic,
    }));
}

/** Says in which part of the publication a place of the manuscript stands. */
export function readRegions(
  {frontMatter, notes}: Manuscript,
  {notes: published}: NoteNumbers,
): (span: Span) => Region {
  const indexes = new Map(published.map(({content}, index) => [content, index]));
  return span => {
    const start = {start: span.start, end: span.start};
    if (frontMatter.span !== undefined && contains(frontMatter.span, start)) return 'unpublished';
    // Notes may stand inside notes; the innermost is the one meant.
    const note = notes
      .filter(one => one.span.start <= start.start && start.start < one.span.end)
      .sort((one, other) => other.span.start - one.span.start)[0];
    if (note === undefined) return 'body';
    const index = indexes.get(note);
    return index === undefined ? 'unpublished' : {note: index};
  };
}

/** The list of open findings as a draft prints it. */
export function listFindings(
  findings: readonly NumberedFinding[],
  {source}: Manuscript,
  {sources}: Bibliography,
  inText: ReadonlySet<number>,
): readonly OpenFinding[] {
  const positions = new Map([source, ...sources].map(({path, text}) => [path, indexPositions(text)]));
  return findings.map(({number, code, severity, span, diagnostic}) => {
    const line = positions.get(diagnostic.path)?.at(span.start).line;
    return {
      number,
      code,
      severity,
      message: diagnostic.message,
      help: diagnostic.help,
      place: line === undefined ? diagnostic.path : `${diagnostic.path}:${line}`,
      isInText: inText.has(number),
    };
  });
}

/** The mark on every page of a draft: "Draft: 3 errors and 2 warnings open". */
export function describeDraft(open: readonly Diagnostic[]): string {
  const counts = [
    count(open, 'error', 'error', 'errors'),
    count(open, 'warning', 'warning', 'warnings'),
    count(open, 'info', 'remark', 'remarks'),
  ].filter(part => part !== undefined);
  const last = counts.pop();
  if (last === undefined) return 'Draft';
  return `Draft: ${counts.length === 0 ? last : `${counts.join(', ')} and ${last}`} open`;
}

function count(
  open: readonly Diagnostic[],
  severity: Severity,
  one: string,
  many: string,
): string | undefined {
  const number = open.filter(diagnostic => diagnostic.severity === severity).length;
  return number === 0 ? undefined : `${number} ${number === 1 ? one : many}`;
}
