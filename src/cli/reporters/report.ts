import {type Diagnostic, isAtLeast, type Severity} from '../../text/diagnostic.ts';
import type {SourceText} from '../../text/source.ts';
import type {Screen} from '../terminal/screen.ts';

/** What a lint came to, over all its manuscripts. */
export interface Report {
  /** The manuscripts in the order of the request, then the other files that have findings. */
  readonly files: readonly ReportedFile[];
  /** Every text that a finding may point into, by path. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** How many findings the authors silenced. */
  readonly suppressed: number;
}

/** One file with its findings, in the order of their places; those of a clean file are none. */
export interface ReportedFile {
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a reporter prints. */
export interface ReporterOptions {
  readonly screen: Screen;
  /** Whether to leave out what is no finding: the closing summary. */
  readonly isQuiet: boolean;
}

/** A way to print a report: the whole text, with its last line end. */
export type Reporter = (report: Report, options: ReporterOptions) => string;

/** All findings of a report, file by file. */
export function allDiagnostics({files}: Report): readonly Diagnostic[] {
  return files.flatMap(({diagnostics}) => diagnostics);
}

/** How many findings there are of each severity. */
export function countBySeverity(diagnostics: readonly Diagnostic[]): Readonly<Record<Severity, number>> {
  const counts = {error: 0, warning: 0, info: 0};
  for (const {severity} of diagnostics) counts[severity]++;
  return counts;
}

/** Whether any finding is as bad as the threshold; against `never` none is. */
export function fails(diagnostics: readonly Diagnostic[], threshold: Severity | 'never'): boolean {
  return threshold !== 'never' && diagnostics.some(({severity}) => isAtLeast(severity, threshold));
}

/** "3 errors, 1 warning": the severities that occur, worst first; "no findings" when none does. */
export function countInWords(diagnostics: readonly Diagnostic[]): string {
  const {error, warning, info} = countBySeverity(diagnostics);
  const words = [
    error > 0 ? `${error} ${error === 1 ? 'error' : 'errors'}` : '',
    warning > 0 ? `${warning} ${warning === 1 ? 'warning' : 'warnings'}` : '',
    info > 0 ? `${info} info` : '',
  ].filter(word => word !== '');
  return words.length === 0 ? 'no findings' : words.join(', ');
}
