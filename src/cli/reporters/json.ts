import {packageVersion} from '../../host/package.ts';
import {fingerprintDiagnostics} from '../../lint/fingerprint.ts';
import type {Diagnostic, Fix} from '../../text/diagnostic.ts';
import {indexPositions, type PositionIndex} from '../../text/position.ts';
import {explainUrl, printJson, toRange} from '../json.ts';
import {allDiagnostics, countBySeverity, type Report, type ReportedFile} from './report.ts';

/** For other programs: the shape that the manual promises, version 1. */
export function printJsonReport(report: Report): string {
  const positions = new Map([...report.sources].map(([path, {text}]) => [path, indexPositions(text)]));
  const {error, warning, info} = countBySeverity(allDiagnostics(report));
  return printJson({
    version: 1,
    tool: {name: 'opcit', version: packageVersion()},
    files: report.files.map(file => describeFile(file, positions)),
    summary: {error, warning, info, suppressed: report.suppressed, baseline: 0},
  });
}

type Positions = ReadonlyMap<string, PositionIndex>;

function describeFile({source, diagnostics}: ReportedFile, positions: Positions): object {
  const fingerprints = fingerprintDiagnostics(source.text, diagnostics);
  return {
    path: source.path,
    diagnostics: diagnostics.map((diagnostic, index) =>
      describeDiagnostic(diagnostic, fingerprints[index] ?? '', positions),
    ),
  };
}

/** Members that a finding does not have are absent: JSON leaves out what is `undefined`. */
function describeDiagnostic(diagnostic: Diagnostic, fingerprint: string, positions: Positions): object {
  const {code, severity, path, span, message, help, related, fix, suggestions} = diagnostic;
  const own = positionsOf(path, positions);
  return {
    code,
    severity,
    message,
    help,
    range: toRange(span, own),
    related: related?.map(other => ({
      path: other.path,
      range: toRange(other.span, positionsOf(other.path, positions)),
      message: other.message,
    })),
    fix: fix === undefined ? undefined : describeFix(fix, own),
    suggestions,
    fingerprint,
    url: explainUrl(code),
  };
}

function describeFix({title, applicability, edits}: Fix, positions: PositionIndex): object {
  return {
    title,
    applicability,
    edits: edits.map(({span, insert}) => ({range: toRange(span, positions), insert})),
  };
}

function positionsOf(path: string, positions: Positions): PositionIndex {
  return positions.get(path) ?? indexPositions('');
}
