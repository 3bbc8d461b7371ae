import type {TextEdit} from './edit.ts';
import type {Span} from './span.ts';

/** `error` would embarrass the submission, `warning` would puzzle a reader, `info` is for the author's eye. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * How far a fix may be trusted: `safe` when no meaning can change, `review` when a person should look,
 * `placeholder` when the inserted text still has a gap for the author to fill.
 */
export type Applicability = 'safe' | 'review' | 'placeholder';

/** A titled set of edits of one text, applied together or not at all. */
export interface Fix {
  readonly title: string;
  readonly applicability: Applicability;
  readonly edits: readonly [TextEdit, ...(readonly TextEdit[])];
}

/** Another place that explains a finding, such as "first cited here". */
export interface RelatedPlace {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

/** What opcit says of one place in one file. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  readonly span: Span;
  /** What is wrong: *Unexpected X, expected Y*, the author's words in backticks, no full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
  /** Words or keys worth a look, best first. */
  readonly suggestions?: readonly string[];
}

/** A value read from what a person typed, with whatever is to be said of it. Reading never throws. */
export interface Reported<Value> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = {error: 0, warning: 1, info: 2};

/** True when `severity` is as bad as `threshold` or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITY_ORDER[severity] <= SEVERITY_ORDER[threshold];
}

/** Orders severities, the worst first. */
export function compareSeverity(one: Severity, other: Severity): number {
  return SEVERITY_ORDER[one] - SEVERITY_ORDER[other];
}

/** Orders diagnostics by path, place, severity and code, so that the same findings always print in one order. */
export function compareDiagnostics(one: Diagnostic, other: Diagnostic): number {
  return (
    compareText(one.path, other.path) ||
    one.span.start - other.span.start ||
    compareSeverity(one.severity, other.severity) ||
    compareText(one.code, other.code) ||
    one.span.end - other.span.end ||
    compareText(one.message, other.message)
  );
}

/**
 * Sorted, and of several that say the same of one place the first. The list itself where it is so already, as most are: one
 * may hold a finding for each of 100,000 entries.
 */
export function settleDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (isSettled(diagnostics)) return diagnostics;
  const sorted = [...diagnostics].sort(compareDiagnostics);
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareDiagnostics(before, diagnostic) !== 0;
  });
}

function isSettled(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every((diagnostic, index) => {
    const before = diagnostics[index - 1];
    return before === undefined || compareDiagnostics(before, diagnostic) < 0;
  });
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
