import type {Linted} from '../pipeline.ts';
import {compareDiagnostics, type Diagnostic, settleDiagnostics} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import type {Report, ReportedFile} from './reporters/report.ts';

/**
 * The findings of several manuscripts as one report, by file. What is said twice of a bibliography that manuscripts share is
 * reported once.
 */
export function gatherReport(linted: readonly Linted[]): Report {
  const sources = new Map<string, SourceText>();
  for (const {subject} of linted) {
    sources.set(subject.manuscript.source.path, subject.manuscript.source);
    for (const source of subject.bibliography.sources) sources.set(source.path, source);
  }
  const byPath = groupByPath(settleDiagnostics(linted.flatMap(one => withoutCitedElsewhere(one, linted))));
  const manuscripts = new Set(linted.map(({subject}) => subject.manuscript.source.path));
  const files: ReportedFile[] = [];
  for (const [path, source] of sources) {
    const diagnostics = byPath.get(path) ?? [];
    if (manuscripts.has(path) || diagnostics.length > 0) files.push({source, diagnostics});
  }
  files.sort(
    (one, other) => Number(manuscripts.has(other.source.path)) - Number(manuscripts.has(one.source.path)),
  );
  return {files, sources, suppressed: linted.reduce((sum, {suppressed}) => sum + suppressed, 0)};
}

/** An entry that another of the manuscripts cites is not uncited. */
function withoutCitedElsewhere({diagnostics}: Linted, linted: readonly Linted[]): readonly Diagnostic[] {
  if (linted.length < 2) return diagnostics;
  return diagnostics.filter(one => {
    if (one.code !== 'entry-uncited') return true;
    const readers = linted.filter(({subject}) =>
      subject.bibliography.sources.some(({path}) => path === one.path),
    );
    return readers.every(reader => reader.diagnostics.some(other => compareDiagnostics(other, one) === 0));
  });
}

function groupByPath(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(diagnostic.path);
    if (group === undefined) groups.set(diagnostic.path, [diagnostic]);
    else group.push(diagnostic);
  }
  return groups;
}
