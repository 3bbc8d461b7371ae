import {resolve} from 'node:path';
import {writeComment, writeEntry} from '../../bibliography/write-entry.ts';
import {extractReferences, mergeWorks} from '../../citation/extract-references.ts';
import {entriesOfWorks, untitledWorks} from '../../citation/work-entry.ts';
import {isThere} from '../../host/files.ts';
import {writeNewFile} from '../../host/output.ts';
import {RequestError} from '../../host/request-error.ts';
import {read} from '../../pipeline.ts';
import type {ReadingOptions} from '../choices.ts';
import type {ExitCode} from '../exit-code.ts';
import type {Outside} from '../outside.ts';
import {readRequests} from '../requests.ts';
import {neutralise} from '../terminal/cells.ts';

export interface BibExtractOptions extends ReadingOptions {
  readonly output?: string;
  readonly quiet?: boolean;
}

/**
 * Prints a BibTeX entry for each full reference typed in the manuscripts that the bibliography lacks, or writes them to a new
 * file; a file that exists is never touched.
 */
export async function bibExtractCommand(
  names: readonly string[],
  {output, quiet, ...options}: BibExtractOptions,
  outside: Outside,
): Promise<ExitCode> {
  const path = output === undefined ? undefined : resolve(outside.cwd, output);
  if (output !== undefined && path !== undefined && isThere(path))
    throw new RequestError(`${output}: this file exists and is left as it is; name a new one with --output`);
  const subjects = (await readRequests(names, options, outside)).map(({inputs}) => read(inputs));
  const works = mergeWorks(
    subjects.flatMap(({manuscript, bibliography, citations}) =>
      extractReferences(manuscript, bibliography, citations),
    ),
  );
  const taken = new Set(subjects.flatMap(({bibliography}) => [...bibliography.byKey.keys()]));
  const entries = entriesOfWorks(works, taken);
  const untitled = untitledWorks(works);
  const text = [...entries.map(writeEntry), ...untitled.map(one => `${writeComment(one)}\n`)].join('\n');
  if (text !== '' && path !== undefined) writeNewFile({path, bytes: new TextEncoder().encode(text)});
  else outside.stdout.write(neutraliseLines(text));
  if (quiet !== true) outside.stderr.write(`opcit: ${summary(entries.length, untitled.length, output)}\n`);
  return 0;
}

function neutraliseLines(text: string): string {
  return text.split('\n').map(neutralise).join('\n');
}

function summary(count: number, untitled: number, output: string | undefined): string {
  if (count === 0 && untitled > 0) return 'no entry: what is typed lacks its title, as the comments say';
  if (count === 0) return 'every full reference has its entry; nothing was written';
  const entries = count === 1 ? '1 entry' : `${count} entries`;
  return `${entries}${output === undefined ? '' : ` in ${neutralise(output)}`}; look over each, above all what its comment says`;
}
