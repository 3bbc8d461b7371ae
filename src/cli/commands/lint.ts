import {resolve} from 'node:path';
import {writeOutputs} from '../../host/output.ts';
import {RequestError} from '../../host/request-error.ts';
import type {Rule} from '../../lint/rule.ts';
import {bibliographyRules, rules} from '../../lint/rules/index.ts';
import {lint} from '../../pipeline.ts';
import type {Severity} from '../../text/diagnostic.ts';
import type {ReadingOptions} from '../choices.ts';
import type {ExitCode} from '../exit-code.ts';
import {gatherReport} from '../gather.ts';
import type {Outside} from '../outside.ts';
import {type ReporterId, reporters} from '../reporters/index.ts';
import {allDiagnostics, countBySeverity, fails, type Report} from '../reporters/report.ts';
import {type Request, readRequests} from '../requests.ts';
import {type ColorChoice, openScreen, PLAIN_SCREEN} from '../terminal/screen.ts';

export interface LintOptions extends ReadingOptions {
  readonly format: ReporterId;
  readonly outputFile?: string;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly color: ColorChoice;
  readonly quiet?: boolean;
}

/** Reports what is wrong with the manuscripts; changes nothing. */
export function lintCommand(
  names: readonly string[],
  options: LintOptions,
  outside: Outside,
): Promise<ExitCode> {
  return reportFindings(names, options, outside, rules);
}

/** Reports what is wrong with the bibliographies of the manuscripts, and nothing else. */
export function bibCheckCommand(
  names: readonly string[],
  options: LintOptions,
  outside: Outside,
): Promise<ExitCode> {
  return reportFindings(names, options, outside, bibliographyRules);
}

async function reportFindings(
  names: readonly string[],
  options: LintOptions,
  outside: Outside,
  asked: readonly Rule[],
): Promise<ExitCode> {
  const requests = await readRequests(names, options, outside, {
    ruleCodes: rules.map(({code}) => code),
    stdin: readStdinOptions(names, options),
  });
  const report = gatherReport(requests.map(({inputs}) => lint(inputs, asked)));
  const print = await reporters[options.format]();
  const isQuiet = options.quiet === true;
  if (options.outputFile === undefined) {
    outside.stdout.write(
      print(report, {screen: openScreen(outside.stdout, options.color, outside.env), isQuiet}),
    );
  } else {
    writeReport(print(report, {screen: PLAIN_SCREEN, isQuiet}), options.outputFile, requests, outside);
  }
  return exitCodeOf(report, options);
}

function readStdinOptions(names: readonly string[], {stdin, stdinFilename}: LintOptions) {
  if (stdin !== true) {
    if (stdinFilename !== undefined) throw new RequestError('--stdin-filename goes with --stdin; add it');
    return undefined;
  }
  if (names.length > 0)
    throw new RequestError('--stdin reads one manuscript from standard input; name no files with it');
  return {filename: stdinFilename};
}

function writeReport(text: string, typed: string, requests: readonly Request[], outside: Outside): void {
  const path = resolve(outside.cwd, typed);
  const isRead = requests.some(({project, inputs}) =>
    [inputs.manuscript.value.source, ...inputs.bibliographies].some(
      source => resolve(project.base, source.path) === path,
    ),
  );
  if (isRead)
    throw new RequestError(`${typed}: --output-file would replace a file that is read; name another`);
  writeOutputs([{path, bytes: new TextEncoder().encode(text)}]);
}

function exitCodeOf(report: Report, {failOn, maxWarnings}: LintOptions): ExitCode {
  const diagnostics = allDiagnostics(report);
  const {warning} = countBySeverity(diagnostics);
  return fails(diagnostics, failOn) || warning > (maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}
