import {rules} from '../../lint/rules/index.ts';
import {
  compareSeverity,
  type Diagnostic,
  type Fix,
  type RelatedPlace,
  type Severity,
} from '../../text/diagnostic.ts';
import {indexPositions} from '../../text/position.ts';
import type {SourceText} from '../../text/source.ts';
import type {Span} from '../../text/span.ts';
import {neutralise} from '../terminal/cells.ts';
import type {Screen, Tone} from '../terminal/screen.ts';
import {wrap} from '../terminal/wrap.ts';
import {type FramedText, printFrame} from './frame.ts';
import {allDiagnostics, countInWords, type Report, type ReporterOptions} from './report.ts';

/**
 * For people: each finding with the line as typed, its span marked, what is wrong, what to do, and the places that explain
 * it.
 *
 *     manuscript/evidence.md:41:8  error  op-cit-ambiguous
 *       41 │ [^12]: Smith, op cit, p 4.
 *          │        ~~~~~~~~~~~~~~~~~~
 *       Unexpected op cit to `Smith`, expected a name that fits one earlier work
 *       help: add a short title, as in ‘Smith, The State, op cit’
 *       note: first cited here (manuscript/evidence.md:33:7)
 *         33 │ [^3]: Smith, A (2010) The State.
 *            │       ~~~~~~~~~~~~~~~~~~~~~~~~~~
 */
export function printPretty(report: Report, {screen, isQuiet}: ReporterOptions): string {
  const texts = frameTexts(report.sources);
  const helps = new Map<string, readonly string[]>();
  const helpOf = (help: string): readonly string[] => {
    const known = helps.get(help);
    if (known !== undefined) return known;
    const lines = labelled('  help: ', help, screen);
    // Many findings of one rule mostly say one thing.
    if (helps.size < MOST_HELPS) helps.set(help, lines);
    return lines;
  };
  const findings = allDiagnostics(report).map(
    diagnostic => `${printFinding(diagnostic, texts, helpOf, screen).join('\n')}\n`,
  );
  const parts = isQuiet ? findings : [...findings, summarise(report, screen)];
  return parts.join('\n');
}

/** Finds a file's text and lines when first asked. */
type Texts = (path: string) => FramedText | undefined;

function frameTexts(sources: ReadonlyMap<string, SourceText>): Texts {
  const framed = new Map<string, FramedText>();
  return path => {
    const known = framed.get(path);
    const source = sources.get(path);
    if (known !== undefined || source === undefined) return known;
    const made = {text: source.text, positions: indexPositions(source.text)};
    framed.set(path, made);
    return made;
  };
}

const MOST_HELPS = 1000;

function printFinding(
  diagnostic: Diagnostic,
  texts: Texts,
  helpOf: (help: string) => readonly string[],
  screen: Screen,
): readonly string[] {
  const {path, span, severity, code, message, help, related, fix} = diagnostic;
  const lead = (word: string) => `  ${word}: `;
  return [
    `${screen.paint('place', place(path, span, texts))}  ${screen.paint(severity, severity)}  ${screen.paint('strong', code)}`,
    ...frameOf(path, span, texts, {screen, indent: '  ', tone: TONE_OF_MARKS[severity]}),
    ...wrap(message, screen.width, '  ').map(line => screen.paint('strong', line)),
    ...(help === undefined ? [] : helpOf(help)),
    ...(fix === undefined ? [] : labelled(lead('fix'), describeFix(fix), screen)),
    ...(related ?? []).flatMap(other => printRelated(other, texts, screen)),
  ];
}

const TONE_OF_MARKS: Readonly<Record<Severity, Tone>> = {error: 'error', warning: 'warning', info: 'info'};

function printRelated({path, span, message}: RelatedPlace, texts: Texts, screen: Screen): readonly string[] {
  return [
    ...labelled('  note: ', `${message} (${place(path, span, texts)})`, screen),
    ...frameOf(path, firstLineOf(path, span, texts), texts, {screen, indent: '    ', tone: 'quiet'}),
  ];
}

/** `help:` and the like in colour, the text wrapped beside it. */
function labelled(label: string, text: string, screen: Screen): readonly string[] {
  return wrap(text, screen.width, label).map((line, index) =>
    index === 0 ? screen.paint('help', label) + line.slice(label.length) : line,
  );
}

function describeFix({title, applicability}: Fix): string {
  if (applicability === 'safe') return title;
  return applicability === 'review' ? `${title} (to be looked at)` : `${title} (with a gap to fill)`;
}

function place(path: string, span: Span, texts: Texts): string {
  const at = texts(path)?.positions.at(span.start);
  return neutralise(at === undefined ? path : `${path}:${at.line}:${at.column}`);
}

function frameOf(
  path: string,
  span: Span,
  texts: Texts,
  options: Parameters<typeof printFrame>[2],
): readonly string[] {
  const framed = texts(path);
  return framed === undefined ? [] : printFrame(framed, span, options);
}

/** A related place is told in one line. */
function firstLineOf(path: string, span: Span, texts: Texts): Span {
  const framed = texts(path);
  if (framed === undefined) return span;
  const {line} = framed.positions.at(span.start);
  return {
    start: span.start,
    end: Math.min(span.end, framed.positions.offset({line, column: Number.MAX_SAFE_INTEGER})),
  };
}

function summarise(report: Report, screen: Screen): string {
  const found = allDiagnostics(report);
  const silenced = report.suppressed > 0 ? `, ${report.suppressed} silenced` : '';
  if (found.length === 0) {
    return `${screen.paint('help', capitalise(countInWords(found)))} in ${files(report.files.length)}${silenced}\n`;
  }
  const concerned = report.files.filter(({diagnostics}) => diagnostics.length > 0).length;
  const counted = screen.paint('strong', countInWords(found));
  const known = new Set(rules.map(({code}) => code));
  const worst = [...found].sort((one, other) => compareSeverity(one.severity, other.severity));
  const explained = worst.find(({code}) => known.has(code));
  const more = explained === undefined ? '' : `; \`opcit explain ${explained.code}\` says more`;
  return `${counted} in ${files(concerned)}${silenced}${more}\n`;
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
