import type {SourceText} from '../text/source.ts';
import {slice} from '../text/span.ts';
import {READ_FIELDS} from './entry.ts';
import {collectEntryWords, hashTitle, type PlaceOf} from './entry-words.ts';
import {isSurelyRead} from './latex.ts';
import type {ScannedEntry} from './scan.ts';
import type {ScannedField} from './scan-fields.ts';
import type {EntryRecord, EntryShape} from './types.ts';
import type {WordCollector} from './word-postings.ts';

/** An entry as found, with what is needed to read it. */
export interface FoundEntry extends EntryRecord {
  readonly source: SourceText;
  /** Its number among all entries of all files. */
  readonly order: number;
  /** Whether it holds LaTeX that may turn out unreadable. */
  readonly isDoubtful: boolean;
}

/** A shape that also knows where an entry's fields stand. */
export interface FoundShape extends EntryShape {
  /** The number of the first field of each name, in their order. */
  readonly slots: ReadonlyMap<string, number>;
}

/** An entry as scanned. */
export interface EntryFields {
  readonly item: ScannedEntry;
  readonly shape: FoundShape;
  readonly source: SourceText;
}

/** Whether a value is what stands between its braces or quotes, with nothing to join or put in. */
export function isPlainValue({pieces}: ScannedField): boolean {
  return pieces.length === 1 && pieces[0]?.kind !== 'bare';
}

/** Takes from an entry what finding it needs, and lets its fields go. */
export function describeEntry(
  {item, shape, source}: EntryFields,
  order: number,
  words: WordCollector,
): FoundEntry {
  const {text} = source;
  const {fields} = item;
  const fieldOf = (name: string): ScannedField | undefined => {
    const slot = shape.slots.get(name);
    return slot === undefined ? undefined : fields[slot];
  };
  const placeOf: PlaceOf = name => {
    const field = fieldOf(name);
    const piece = field === undefined || !isPlainValue(field) ? undefined : field.pieces[0];
    if (piece === undefined) return undefined;
    return {
      start: piece.span.start + 1,
      end: piece.brokenAt === undefined ? piece.span.end - 1 : piece.span.end,
    };
  };
  const valueIn = (name: string): string => {
    const place = placeOf(name);
    return place === undefined ? '' : slice(text, place);
  };
  const whole = slice(text, item.span);
  const hasLatex = whole.includes('\\') || whole.includes('$');
  collectEntryWords(text, placeOf, words);
  words.next();
  const takesOver = shape.names.includes('crossref');
  const isTitlePlain = ['title', 'subtitle'].every(name => {
    const field = fieldOf(name);
    return field === undefined || isPlainValue(field);
  });
  return {
    key: item.key,
    type: item.type,
    path: source.path,
    span: item.span,
    keySpan: item.keySpan,
    shape,
    titleHash: takesOver || !isTitlePlain ? 0 : hashTitle(text, placeOf),
    hasPlainNames: NAME_FIELDS.some(name => {
      const names = valueIn(name);
      return names !== '' && !names.includes(',') && PLAIN_NAMES.test(names);
    }),
    source,
    order,
    isDoubtful: hasLatex && READ_FIELDS.some(name => !isSurelyRead(valueIn(name))),
  };
}

const NAME_FIELDS = ['author', 'editor', 'translator'];

// "Ministry of Food and Farming": an "and" and neither comma nor brace.
const PLAIN_NAMES = /^[^,{}]*\sand\s[^,{}]*$/iu;

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
  return {names: [...slots.keys()], filled, slots};
}

// A value that is more than braces, quotes and white space.
const FILLED = /[^\s{}"]/u;

/** Mostly told by the first character behind the brace. */
function isFilled(raw: string): boolean {
  const code = raw.charCodeAt(1);
  return (code > 0x20 && code < 0x7b && code !== 0x22) || FILLED.test(raw);
}
