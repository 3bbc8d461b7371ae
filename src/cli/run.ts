import {CommanderError} from 'commander';
import {RequestError} from '../host/request-error.ts';
import type {ExitCode} from './exit-code.ts';
import {reportFailure} from './faults.ts';
import type {Outside} from './outside.ts';
import {createProgram} from './program.ts';

/**
 * Runs one command line.
 *
 * @param words what stands after `opcit`
 * @returns the exit code; nothing is thrown
 */
export async function run(words: readonly string[], outside: Outside): Promise<ExitCode> {
  let code: ExitCode = 0;
  try {
    const program = createProgram(outside, result => {
      code = result;
    });
    await program.parseAsync(words, {from: 'user'});
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      reportFailure(error, outside);
      return 2;
    }
    if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version') return 0;
    if (error.code !== 'commander.help') reportFailure(new RequestError(inOneLine(error)), outside);
    return error.exitCode === 0 ? 0 : 2;
  }
}

// "error: unknown option '--fromat'\n(Did you mean --format?)"
const LEAD = /^error: /u;

/** The library's message in one line, with a way on where it names none. */
function inOneLine({code, message}: CommanderError): string {
  const line = message.replace(LEAD, '').replaceAll('\n', ' ');
  const isUnknown = code === 'commander.unknownCommand' || code === 'commander.unknownOption';
  return isUnknown && !line.includes('Did you mean') ? `${line}; \`opcit --help\` lists what there is` : line;
}
