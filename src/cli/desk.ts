import {resolve} from 'node:path';
import type {ReplacedFile} from '../host/replace.ts';
import {type Inputs, readManuscript} from '../pipeline.ts';
import {applyEdits, type TextEdit} from '../text/edit.ts';
import type {SourceText} from '../text/source.ts';
import type {Request} from './requests.ts';

/** The texts of a request while they are edited; nothing of it reaches the disk. */
export interface Desk {
  /** Every manuscript and bibliography by the path that reports show. */
  readonly files: ReadonlyMap<string, ReplacedFile>;
}

/** Lays out what was read. */
export function openDesk(requests: readonly Request[]): Desk {
  const files = new Map<string, ReplacedFile>();
  const put = ({path: shown, text}: SourceText, path: string) =>
    files.set(shown, {path, shown, was: text, now: text});
  for (const {project, path, inputs} of requests) {
    put(inputs.manuscript.value.source, path);
    for (const source of inputs.bibliographies) put(source, resolve(project.base, source.path));
  }
  return {files};
}

/** The desk with edits made in one text; as it was where they contradict each other. */
export function editOn(desk: Desk, path: string, edits: readonly TextEdit[]): Desk {
  const file = desk.files.get(path);
  const now = file === undefined ? undefined : applyEdits(file.now, edits);
  return file === undefined || now === undefined
    ? desk
    : {files: new Map([...desk.files, [path, {...file, now}]])};
}

/** What was changed, in the order in which it was read. */
export function changedOn({files}: Desk): readonly ReplacedFile[] {
  return [...files.values()].filter(({was, now}) => was !== now);
}

/** The requests as their texts stand now. Manuscripts that shared one list of bibliographies share one again. */
export function readOn({files}: Desk, requests: readonly Request[]): readonly Inputs[] {
  const lists = new Map<readonly SourceText[], readonly SourceText[]>();
  const current = (source: SourceText): SourceText => {
    const now = files.get(source.path)?.now ?? source.text;
    return now === source.text ? source : {...source, text: now};
  };
  return requests.map(({inputs}) => {
    const {manuscript, bibliographies} = inputs;
    const sources = lists.get(bibliographies) ?? sameOr(bibliographies, bibliographies.map(current));
    lists.set(bibliographies, sources);
    const source = current(manuscript.value.source);
    return {
      ...inputs,
      bibliographies: sources,
      manuscript: source === manuscript.value.source ? manuscript : readManuscript(source),
    };
  });
}

function sameOr<Item>(one: readonly Item[], other: readonly Item[]): readonly Item[] {
  return one.every((item, at) => item === other[at]) ? one : other;
}
