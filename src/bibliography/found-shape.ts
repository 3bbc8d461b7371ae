import type {SourceText} from '../text/source.ts';
import type {Span} from '../text/span.ts';
import {CONTAINER_FIELDS} from './entry.ts';
import type {ScannedEntry} from './scan.ts';
import type {ScannedField} from './scan-fields.ts';
import type {EntryShape} from './types.ts';
import {CONTAINER, MAIN_TITLE, NAME, SUBTITLE} from './word-postings.ts';

/** A shape that also knows where an entry's fields stand: numbers among its fields, of each name the first. */
export interface FoundShape extends EntryShape {
  /** By name, in their order. */
  readonly slots: ReadonlyMap<string, number>;
  /** The fields whose words are taken beside those of names, and what the words are part of. */
  readonly worded: readonly (readonly [slot: number, part: number])[];
  /** The fields that may hold a paper's number. */
  readonly numbered: readonly number[];
  /** The fields that may hold the number of a file in an archive. */
  readonly filed: readonly number[];
  /** The fields that may hold the acronym by which an author goes. */
  readonly acronyms: readonly number[];
  /** The fields that hold names. */
  readonly named: readonly number[];
  /** The fields that hold a list of bodies. */
  readonly listed: readonly number[];
}

/** An entry as scanned. */
export interface EntryFields {
  readonly item: ScannedEntry;
  readonly shape: FoundShape;
  readonly source: SourceText;
}

/** The first field of a name. */
export function fieldOf({item, shape}: EntryFields, name: string): ScannedField | undefined {
  const slot = shape.slots.get(name);
  return slot === undefined ? undefined : item.fields[slot];
}

/** Whether a value is what stands between its braces or quotes, with nothing to join or put in. */
export function isPlainValue({pieces}: ScannedField): boolean {
  return pieces.length === 1 && pieces[0]?.kind !== 'bare';
}

/** Where the plain value of a field stands, without its braces or quotes. */
export function plainPlace(field: ScannedField | undefined): Span | undefined {
  const piece = field === undefined || !isPlainValue(field) ? undefined : field.pieces[0];
  if (piece === undefined) return undefined;
  const {start, end} = piece.span;
  return {start: start + 1, end: piece.brokenAt === undefined ? end - 1 : end};
}

/** A shape on its way: what the next field, filled or empty, makes of it. */
interface ShapeStep {
  readonly filled: Map<string, ShapeStep>;
  readonly empty: Map<string, ShapeStep>;
  shape: FoundShape | undefined;
}

/** Gives entries that have the same fields one shape. */
export function internShapes(): (fields: readonly ScannedField[]) => FoundShape {
  const first = newStep();
  return fields => {
    let step = first;
    for (const {name, raw} of fields) {
      const ways = isFilled(raw) ? step.filled : step.empty;
      const known = ways.get(name);
      const next: ShapeStep = known ?? newStep();
      if (known === undefined) ways.set(name, next);
      step = next;
    }
    step.shape ??= makeShape(fields);
    return step.shape;
  };
}

/** The fields whose words are taken, and what the words are part of. */
const WORDED_FIELDS: readonly (readonly [field: string, part: number])[] = [
  ['title', MAIN_TITLE],
  ['subtitle', SUBTITLE],
  ['shorttitle', NAME],
  ['shortauthor', NAME],
  ...CONTAINER_FIELDS.map(field => [field, CONTAINER] as const),
];

/** The fields that may hold a paper's number. */
const NUMBER_FIELDS = ['number', 'note'];

/** The fields that may hold the number of a file in an archive. */
const FILE_FIELDS = ['howpublished'];

/** The fields that may hold the acronym by which an author goes. */
const ACRONYM_FIELDS = ['shorthand', 'institution', 'organization', 'publisher'];

const NAME_FIELDS = ['author', 'editor', 'translator'];

/** The fields that hold a list of bodies to BibLaTeX. */
export const BODY_LIST_FIELDS: readonly string[] = ['institution', 'organization', 'publisher', 'school'];

function newStep(): ShapeStep {
  return {filled: new Map(), empty: new Map(), shape: undefined};
}

function makeShape(fields: readonly ScannedField[]): FoundShape {
  const slots = new Map<string, number>();
  const filled = new Set<string>();
  fields.forEach(({name, raw}, slot) => {
    if (slots.has(name)) return;
    slots.set(name, slot);
    if (isFilled(raw)) filled.add(name);
  });
  const slotsOf = (names: readonly string[]) => names.flatMap(name => slots.get(name) ?? []);
  return {
    names: [...slots.keys()],
    filled,
    slots,
    worded: WORDED_FIELDS.flatMap(([name, part]) => slotsOf([name]).map(slot => [slot, part] as const)),
    numbered: slotsOf(NUMBER_FIELDS),
    filed: slotsOf(FILE_FIELDS),
    acronyms: slotsOf(ACRONYM_FIELDS),
    named: slotsOf(NAME_FIELDS),
    listed: slotsOf(BODY_LIST_FIELDS),
  };
}

// A value that is more than braces, quotes and white space.
const FILLED = /[^\s{}"]/u;

/** Mostly told by the first character behind the brace. */
function isFilled(raw: string): boolean {
  const code = raw.charCodeAt(1);
  return (code > 0x20 && code < 0x7b && code !== 0x22) || FILLED.test(raw);
}
