import type {SourceText} from '../text/source.ts';
import {READ_FIELDS} from './entry.ts';
import {collectEntryWords, hashTitle} from './entry-words.ts';
import type {ValueIn} from './inherit.ts';
import {isSurelyRead} from './latex.ts';
import type {ScannedEntry} from './scan.ts';
import type {ScannedField} from './scan-fields.ts';
import {contentOf} from './strings.ts';
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

/** An entry as scanned, its fields by name. */
export interface EntryFields {
  readonly item: ScannedEntry;
  readonly fields: ReadonlyMap<string, ScannedField>;
  readonly source: SourceText;
}

/** The fields of an entry, the first of each name; a second one is handed over. */
export function firstFields(
  {fields}: ScannedEntry,
  repeat: (field: ScannedField, first: ScannedField) => void = () => {},
): ReadonlyMap<string, ScannedField> {
  const first = new Map<string, ScannedField>();
  for (const field of fields) {
    const before = first.get(field.name);
    if (before === undefined) first.set(field.name, field);
    else repeat(field, before);
  }
  return first;
}

/** Whether a value is what stands between its braces or quotes, with nothing to join or put in. */
export function isPlainValue({pieces}: ScannedField): boolean {
  return pieces.length === 1 && pieces[0]?.kind !== 'bare';
}

/** Takes from an entry what finding it needs, and lets its fields go. */
export function describeEntry(
  {item, fields, source}: EntryFields,
  order: number,
  shape: EntryShape,
  words: WordCollector,
): FoundEntry {
  const valueIn: ValueIn = name => {
    const field = fields.get(name);
    if (field === undefined || !isPlainValue(field)) return undefined;
    const piece = field.pieces[0];
    return piece && contentOf(source.text, piece);
  };
  const whole = source.text.slice(item.span.start, item.span.end);
  const hasLatex = whole.includes('\\') || whole.includes('$');
  collectEntryWords(valueIn, words);
  words.next();
  const takesOver = shape.names.includes('crossref');
  const isTitlePlain = ['title', 'subtitle'].every(name => {
    const field = fields.get(name);
    return field === undefined || isPlainValue(field);
  });
  return {
    key: item.key,
    type: item.type,
    path: source.path,
    span: item.span,
    keySpan: item.keySpan,
    shape,
    titleHash: takesOver || !isTitlePlain ? 0 : hashTitle(valueIn),
    hasPlainNames: NAME_FIELDS.some(name => {
      const names = valueIn(name);
      return names !== undefined && !names.includes(',') && PLAIN_NAMES.test(names);
    }),
    source,
    order,
    isDoubtful: hasLatex && READ_FIELDS.some(name => !isSurelyRead(valueIn(name) ?? '')),
  };
}

const NAME_FIELDS = ['author', 'editor', 'translator'];

// "Ministry of Food and Farming": an "and" and neither comma nor brace.
const PLAIN_NAMES = /^[^,{}]*\sand\s[^,{}]*$/iu;

/** Gives entries that have the same fields one shape. */
export function internShapes(): (fields: ReadonlyMap<string, ScannedField>) => EntryShape {
  const shapes = new Map<string, EntryShape>();
  return fields => {
    let id = '';
    for (const [name, {raw}] of fields) id += FILLED.test(raw) ? `${name},` : `${name}!,`;
    const known = shapes.get(id);
    if (known !== undefined) return known;
    const shape = {
      names: [...fields.keys()],
      filled: new Set([...fields].flatMap(([name, {raw}]) => (FILLED.test(raw) ? [name] : []))),
    };
    shapes.set(id, shape);
    return shape;
  };
}

// A value that is more than braces, quotes and white space.
const FILLED = /[^\s{}"]/u;
