import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Citations, Resolution} from '../../src/citation/types.ts';
import type {PassagePlace} from '../../src/manuscript/types.ts';
import {blockOf, type Fixture, type FixtureCase, parseFixture} from './fixture.ts';

/** The folder of the citation fixtures, with a slash at its end. */
export const citationFolder: string = fileURLToPath(new URL('../citation/', import.meta.url));

/** A citation fixture with the file that holds it. */
export interface CitationFixture extends Fixture {
  /** `ibid.fixture.md` */
  readonly name: string;
}

/** All citation fixtures, sorted by name. */
export function readCitationFixtures(): readonly CitationFixture[] {
  return readdirSync(citationFolder)
    .filter(name => name.endsWith('.fixture.md'))
    .sort()
    .map(name => ({name, ...parseFixture(name, readFileSync(citationFolder + name, 'utf8'))}));
}

// A note's definition at the start of a line: "[^12]:".
const DEFINITION = /^\[\^([^\]\s]+)\]:/gmu;

/**
 * The manuscript of a case: its `markdown manuscript` block, or its `markdown notes` block behind one paragraph that calls
 * the notes in the order in which they are defined.
 */
export function manuscriptOf(one: FixtureCase): string {
  const whole = blockOf(one, 'markdown', 'manuscript');
  if (whole !== undefined) return whole;
  const notes = blockOf(one, 'markdown', 'notes');
  if (notes === undefined) throw new Error(`${one.title}: expected a manuscript block or a notes block`);
  const claims = [...notes.matchAll(DEFINITION)].map(([, label]) => `A claim.[^${label}]`);
  return `1. ${claims.join(' ')}\n\n${notes}`;
}

/** What a line of a `text resolutions` block says. */
interface Label {
  readonly id: number;
  /** `note 2`, `note 2 [^b]` where the label is another word than the number, `box 1`, `text`. */
  readonly place: string;
  readonly form: string;
  readonly status: Resolution['status'];
  readonly conflict: string | undefined;
  /** One key, or when ambiguous all that fit, sorted. */
  readonly keys: readonly string[];
  /** The id of the antecedent, of a resolved cite or a conflict; elsewhere the convention names none. */
  readonly antecedent: number | undefined;
  readonly locator: string | undefined;
}

// A line: `2 note 2 [^b]  op-cit  conflict year smith2001 ← 3 "p 4"`.
const LINE =
  /^ *(?<id>\d+) (?<place>note \d+(?: \[\^[^\]]+\])?|box \d+|text) +(?<form>[a-z-]+) +(?<status>[a-z]+)(?<words>(?: [^\s"←]+)*)(?: ← (?<antecedent>\d+))?(?: "(?<locator>[^"]+)")?$/u;

/** The lines of a block in one spacing and order, so that two blocks that say the same are the same text. */
export function normaliseLabels(block: string): string {
  const lines = block.split('\n').filter(line => line.trim() !== '');
  return formatLabels(lines.map(readLabel));
}

/** What was concluded, as the lines of a block. */
export function formatResolutions({resolutions}: Citations): string {
  return formatLabels(resolutions.map(labelOf));
}

/** Every key that a block names. */
export function keysOfLabels(block: string): readonly string[] {
  const lines = block.split('\n').filter(line => line.trim() !== '');
  return lines.flatMap(line => readLabel(line).keys);
}

function readLabel(line: string): Label {
  const groups = LINE.exec(line)?.groups;
  if (groups === undefined) throw new Error(`expected a resolution, found: ${line}`);
  const status = statusOf(groups['status'] ?? '', line);
  const words = (groups['words'] ?? '').split(' ').filter(word => word !== '');
  const conflict = status === 'conflict' ? words.shift() : undefined;
  const antecedent = groups['antecedent'] === undefined ? undefined : Number(groups['antecedent']);
  if (!hasRightCount(status, words.length)) throw new Error(`expected other keys after ${status}: ${line}`);
  if (antecedent !== undefined && !isSettled(status)) throw new Error(`unexpected antecedent: ${line}`);
  return {
    id: Number(groups['id']),
    place: groups['place'] ?? '',
    form: groups['form'] ?? '',
    status,
    conflict,
    keys: words.sort(),
    antecedent,
    locator: groups['locator'],
  };
}

function labelOf(resolution: Resolution): Label {
  const {cite, antecedent, status} = resolution;
  return {
    id: cite.id,
    place: placeOf(cite.in),
    form: cite.form,
    status,
    conflict: status === 'conflict' ? resolution.conflict : undefined,
    keys: keysOf(resolution),
    antecedent: isSettled(status) ? antecedent?.id : undefined,
    locator: cite.locator?.replace(/\s+/gu, ' '),
  };
}

function placeOf(place: PassagePlace): string {
  switch (place.kind) {
    case 'note':
      return place.label === String(place.number)
        ? `note ${place.number}`
        : `note ${place.number} [^${place.label}]`;
    case 'box':
      return `box ${place.number}`;
    case 'text':
      return 'text';
  }
}

function keysOf(resolution: Resolution): readonly string[] {
  switch (resolution.status) {
    case 'resolved':
    case 'conflict':
      return [resolution.key];
    case 'ambiguous':
      return [...resolution.candidates].sort();
    case 'unresolved':
    case 'placeholder':
      return [];
  }
}

function statusOf(word: string, line: string): Resolution['status'] {
  switch (word) {
    case 'resolved':
    case 'conflict':
    case 'ambiguous':
    case 'unresolved':
    case 'placeholder':
      return word;
    default:
      throw new Error(`expected a status: ${line}`);
  }
}

function hasRightCount(status: Resolution['status'], count: number): boolean {
  if (isSettled(status)) return count === 1;
  return status === 'ambiguous' ? count >= 2 : count === 0;
}

function isSettled(status: Resolution['status']): boolean {
  return status === 'resolved' || status === 'conflict';
}

/** One line a cite, places and forms set out in columns as in the fixtures. */
function formatLabels(labels: readonly Label[]): string {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(text => text.length));
  const idWidth = widest(labels.map(({id}) => String(id)));
  const placeWidth = widest(labels.map(({place}) => place));
  const formWidth = widest(labels.map(({form}) => form));
  return labels
    .map(({id, place, form, status, conflict, keys, antecedent, locator}) =>
      [
        `${String(id).padStart(idWidth)} ${place.padEnd(placeWidth)}  ${form.padEnd(formWidth)}  ${status}`,
        ...(conflict === undefined ? [] : [conflict]),
        ...keys,
        ...(antecedent === undefined ? [] : [`← ${antecedent}`]),
        ...(locator === undefined ? [] : [`"${locator}"`]),
      ].join(' '),
    )
    .map(line => `${line}\n`)
    .join('');
}
