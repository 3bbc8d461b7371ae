import {Command, InvalidArgumentError, Option} from 'commander';
import {defaultFormatIds, type FormatId, formatIds} from '../formats/index.ts';
import {packageVersion} from '../host/package.ts';
import {suggest} from '../text/suggest.ts';
import type {BibExtractOptions} from './commands/bib-extract.ts';
import type {BuildOptions} from './commands/build.ts';
import type {CitesOptions} from './commands/cites.ts';
import type {FixOptions} from './commands/fix.ts';
import type {LintOptions} from './commands/lint.ts';
import type {ManualOptions} from './commands/manual.ts';
import type {ExitCode} from './exit-code.ts';
import type {Outside} from './outside.ts';
import {reporterIds} from './reporters/index.ts';

/**
 * The command line: every command with its options. A command's module is loaded when it is asked for.
 *
 * @param done takes the exit code of the command that ran
 */
export function createProgram(outside: Outside, done: (code: ExitCode) => void): Command {
  const program = new Command('opcit')
    .description(
      'Lints written evidence to parliamentary committees, resolves its op cits, and builds DOCX and PDF.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: text => outside.stdout.write(text),
      writeErr: text => outside.stderr.write(text),
      // Told by `run`, in one line.
      outputError: () => {},
      getOutHelpWidth: () => outside.stdout.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => outside.stderr.columns ?? HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', `\n${EXIT_CODES}`);

  addFindingOptions(program.command('lint').argument('[manuscripts...]', MANUSCRIPTS))
    .description('report what is wrong; change nothing')
    .action(async (names: readonly string[], options: LintOptions) => {
      const {lintCommand} = await import('./commands/lint.ts');
      done(await lintCommand(names, options, outside));
    });

  addReadingOptions(program.command('fix').argument('[manuscripts...]', MANUSCRIPTS))
    .description('mend what can be mended without changing a meaning')
    .option('--review', 'offer, one by one, what a person should look at; on a terminal')
    .option('--dry-run', 'print what would change as a unified diff; ask nothing, write nothing')
    .addHelpText(
      'after',
      '\nExit codes: 0, done, whatever findings are left; 2, the request could not be carried out.',
    )
    .action(async (names: readonly string[], options: FixOptions) => {
      const {fixCommand} = await import('./commands/fix.ts');
      done(await fixCommand(names, options, outside));
    });

  addReadingOptions(program.command('build').argument('[manuscripts...]', MANUSCRIPTS))
    .description('write the files to submit; refuse while an error stands')
    .addOption(
      new Option('--to <formats>', `which formats, of ${formatIds.join(', ')}`)
        .argParser(readFormats)
        .default(defaultFormatIds, defaultFormatIds.join(',')),
    )
    .option('--out-dir <folder>', 'where to write (default: output/ of the project)')
    .option('--draft', 'build although errors stand, marked as a draft, every open finding at its place')
    .action(async (names: readonly string[], options: BuildOptions) => {
      const {buildCommand} = await import('./commands/build.ts');
      done(await buildCommand(names, options, outside));
    });

  addReadingOptions(program.command('cites').argument('[manuscripts...]', MANUSCRIPTS))
    .description('list every cite and the work it means')
    .addOption(
      new Option('--format <format>', 'a table, for programs, or a graph for Graphviz')
        .choices(['pretty', 'json', 'dot'])
        .default('pretty'),
    )
    .action(async (names: readonly string[], options: CitesOptions) => {
      const {citesCommand} = await import('./commands/cites.ts');
      done(await citesCommand(names, options, outside));
    });

  const bib = program.command('bib').description('look after the bibliography');
  addFindingOptions(bib.command('check').argument('[manuscripts...]', MANUSCRIPTS))
    .description('report the faults of the bibliography, and what nothing cites; change nothing')
    .action(async (names: readonly string[], options: LintOptions) => {
      const {bibCheckCommand} = await import('./commands/lint.ts');
      done(await bibCheckCommand(names, options, outside));
    });
  addReadingOptions(bib.command('extract').argument('[manuscripts...]', MANUSCRIPTS))
    .description('print a BibTeX entry for each full reference that the bibliography lacks')
    .option('--output <file>', 'write the entries to a new file; one that exists is left as it is')
    .action(async (names: readonly string[], options: BibExtractOptions) => {
      const {bibExtractCommand} = await import('./commands/bib-extract.ts');
      done(await bibExtractCommand(names, options, outside));
    });

  addPrintingOptions(program.command('explain').argument('<code>', 'the code of a finding, such as add-refs'))
    .description('explain a finding: what, why, and what to do instead')
    .addOption(manualFormat())
    .action(async (code: string, options: ManualOptions) => {
      const {explainCommand} = await import('./commands/manual.ts');
      done(explainCommand(code, options, outside));
    });

  addPrintingOptions(program.command('rules'))
    .description('list every rule')
    .addOption(manualFormat())
    .action(async (options: ManualOptions) => {
      const {rulesCommand} = await import('./commands/manual.ts');
      done(rulesCommand(options, outside));
    });

  addPrintingOptions(program.command('profiles'))
    .description('list what the parliaments ask for')
    .addOption(manualFormat())
    .action(async (options: ManualOptions) => {
      const {profilesCommand} = await import('./commands/manual.ts');
      done(profilesCommand(options, outside));
    });

  return program;
}

const HELP_WIDTH = 100;
const MANUSCRIPTS = 'Markdown files, or folders of them (default: manuscript/*.md)';
const EXIT_CODES = `Exit codes: 0, nothing at or above --fail-on; 1, findings; 2, the request could not be carried out.`;

/** The options of commands that report findings. */
function addFindingOptions(command: Command): Command {
  return addReadingOptions(command)
    .addOption(
      new Option('--format <format>', 'how to print the findings').choices(reporterIds).default('pretty'),
    )
    .option('--output-file <file>', 'write the findings to a file, whole or not at all')
    .addOption(
      new Option('--fail-on <severity>', 'the mildest finding that makes the exit code 1')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .addOption(
      new Option('--max-warnings <n>', 'the exit code is 1 when there are more warnings').argParser(
        readCount,
      ),
    )
    .option('--stdin', 'read one manuscript from standard input')
    .option('--stdin-filename <name>', 'where that manuscript stands; its bibliography is found from there');
}

function addReadingOptions(command: Command): Command {
  return addPrintingOptions(command)
    .option('--config <file>', 'the configuration (default: the nearest opcit.config.json)')
    .option('--profile <id>', 'what to check and build for, over what the manuscript says')
    .addOption(
      new Option(
        '--bibliography <file>',
        'a bibliography, over what the manuscript says; may be given again',
      ).argParser(collect),
    )
    .option('-q, --quiet', 'print the results and nothing else');
}

function addPrintingOptions(command: Command): Command {
  return command.addOption(
    new Option('--color <when>', 'whether to colour').choices(['auto', 'always', 'never']).default('auto'),
  );
}

function manualFormat(): Option {
  return new Option('--format <format>', 'for people or for programs')
    .choices(['pretty', 'json'])
    .default('pretty');
}

function collect(typed: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), typed];
}

function readCount(typed: string): number {
  if (!WHOLE_NUMBER.test(typed)) throw new InvalidArgumentError('It takes a whole number from 0.');
  return Number(typed);
}

// "0", "12"
const WHOLE_NUMBER = /^\d{1,9}$/u;

/** `docx,pdf` as ids, each once. */
function readFormats(typed: string): readonly FormatId[] {
  const ids = typed.split(',').map(word => {
    const id = formatIds.find(each => each === word.trim());
    if (id !== undefined) return id;
    const [nearest] = suggest(word.trim(), formatIds, 1);
    throw new InvalidArgumentError(
      nearest === undefined ? `These exist: ${formatIds.join(', ')}.` : `Did you mean '${nearest}'?`,
    );
  });
  return [...new Set(ids)];
}
