import type {Resolution} from '../../citation/types.ts';
import type {Subject} from '../../lint/rule.ts';
import type {PassagePlace} from '../../manuscript/types.ts';
import {read} from '../../pipeline.ts';
import {indexPositions} from '../../text/position.ts';
import type {ReadingOptions} from '../choices.ts';
import {printGraph} from '../cites-graph.ts';
import type {ExitCode} from '../exit-code.ts';
import {printJson, toRange} from '../json.ts';
import type {Outside} from '../outside.ts';
import {readRequests} from '../requests.ts';
import {neutralise} from '../terminal/cells.ts';
import {type ColorChoice, openScreen, type Screen} from '../terminal/screen.ts';
import {type Column, printTable} from '../terminal/table.ts';

export interface CitesOptions extends ReadingOptions {
  readonly format: 'pretty' | 'json' | 'dot';
  readonly color: ColorChoice;
  readonly quiet?: boolean;
}

/** Lists every cite of the manuscripts with what it means. */
export async function citesCommand(
  names: readonly string[],
  options: CitesOptions,
  outside: Outside,
): Promise<ExitCode> {
  const requests = await readRequests(names, options, outside);
  const subjects = requests.map(({inputs}) => read(inputs));
  if (options.format === 'json') {
    outside.stdout.write(printJson({version: 1, files: subjects.map(describeFile)}));
  } else if (options.format === 'dot') {
    outside.stdout.write(printGraph(subjects));
  } else {
    const screen = openScreen(outside.stdout, options.color, outside.env);
    outside.stdout.write(subjects.map(subject => printFile(subject, screen, subjects.length > 1)).join('\n'));
  }
  warnOfReading(subjects, options, outside);
  return 0;
}

/** A cite may be unresolved because its entry could not be read; that is said, and `lint` says what is wrong. */
function warnOfReading(subjects: readonly Subject[], {quiet}: CitesOptions, {stderr}: Outside): void {
  const faulty = new Set(
    subjects.flatMap(({reading}) =>
      reading.filter(({severity}) => severity === 'error').map(({path}) => path),
    ),
  );
  if (quiet === true || faulty.size === 0) return;
  stderr.write(
    `opcit: not all of ${neutralise([...faulty].join(', '))} could be read; \`opcit lint\` says what is wrong\n`,
  );
}

function describeFile({manuscript, citations}: Subject): object {
  const positions = indexPositions(manuscript.source.text);
  return {
    path: manuscript.source.path,
    cites: citations.resolutions.map(resolution => {
      const {cite, antecedent, status} = resolution;
      return {
        id: cite.id,
        in: cite.in,
        text: cite.text,
        range: toRange(cite.span, positions),
        form: cite.form,
        status,
        work: workOf(resolution),
        candidates: status === 'ambiguous' ? resolution.candidates : [],
        conflict: status === 'conflict' ? resolution.conflict : null,
        antecedent: antecedent?.id ?? null,
        antecedentNote: antecedent?.in.kind === 'note' ? antecedent.in.number : null,
        locator: cite.locator ?? null,
        suggestions: status === 'unresolved' || status === 'placeholder' ? resolution.suggestions : [],
      };
    }),
  };
}

function workOf(resolution: Resolution): string | null {
  return resolution.status === 'resolved' || resolution.status === 'conflict' ? resolution.key : null;
}

const COLUMNS: readonly Column[] = [
  {title: '#'},
  {title: 'in'},
  {title: 'as typed', shrinks: true},
  {title: 'form'},
  {title: 'status'},
  {title: 'work'},
  {title: 'leans on'},
];

function printFile({manuscript, citations}: Subject, screen: Screen, hasTitle: boolean): string {
  const rows = citations.resolutions.map(resolution => [
    String(resolution.cite.id),
    nameOf(resolution.cite.in),
    resolution.cite.text,
    resolution.cite.form,
    describeStatus(resolution),
    describeWork(resolution),
    resolution.antecedent === undefined
      ? ''
      : `#${resolution.antecedent.id}, ${nameOf(resolution.antecedent.in)}`,
  ]);
  const title = hasTitle ? `${screen.paint('place', neutralise(manuscript.source.path))}\n` : '';
  return title + (rows.length === 0 ? 'no cites\n' : printTable(COLUMNS, rows, screen));
}

function nameOf(place: PassagePlace): string {
  return place.kind === 'text' ? 'text' : `${place.kind} ${place.number}`;
}

function describeStatus(resolution: Resolution): string {
  return resolution.status === 'conflict' ? `conflict: ${resolution.conflict}` : resolution.status;
}

function describeWork(resolution: Resolution): string {
  if (resolution.status === 'resolved' || resolution.status === 'conflict') return resolution.key;
  if (resolution.status === 'ambiguous') return resolution.candidates.map(key => `${key}?`).join(' ');
  return resolution.suggestions.length === 0 ? '–' : `${resolution.suggestions.join(', ')}?`;
}
