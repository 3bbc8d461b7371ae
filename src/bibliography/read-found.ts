import type {Diagnostic} from '../text/diagnostic.ts';
import type {Definitions} from './definitions.ts';
import {readEntry} from './entry.ts';
import {readValues} from './entry-values.ts';
import type {FoundEntry} from './found-entry.ts';
import type {FoundRows} from './found-rows.ts';
import {type EntryText, inheritValues, PARENT_FIELDS, parentKeys} from './inherit.ts';
import {unreadValueDiagnostic} from './reading-faults.ts';
import {rescanEntry} from './scan.ts';
import type {ScannedField} from './scan-fields.ts';
import {expandValue} from './strings.ts';
import type {Entry, EntryValues} from './types.ts';

/** Reads entries that were found, one at a time. */
export interface EntryReader {
  read(found: FoundEntry): Entry;
  /** As in `Bibliography`. */
  typedValuesOf(found: FoundEntry): ReadonlyMap<string, string>;
  /** All values of an entry. */
  valuesOf(found: FoundEntry): EntryValues;
  /** What cannot be read in the values of an entry. */
  faultsOf(found: FoundEntry): readonly Diagnostic[];
  /** The entries from which one takes what it does not say itself. */
  ancestorsOf(found: FoundEntry): readonly FoundEntry[];
}

/**
 * A reader of the entries of all files.
 *
 * @param kept orders by key
 */
export function readEntries(
  rows: FoundRows,
  kept: ReadonlyMap<string, number>,
  strings: Definitions,
): EntryReader {
  const texts = new Map<number, FieldsText>();
  const textOf = (found: FoundEntry): FieldsText => {
    const known = texts.get(found.order);
    if (known !== undefined) return known;
    const text = scanAgain(found, strings);
    texts.set(found.order, text);
    return text;
  };
  const foundBy = (key: string): FoundEntry | undefined => {
    const order = kept.get(key);
    return order === undefined ? undefined : rows.at(order);
  };
  const parentOf = (key: string): FieldsText | undefined => {
    const parent = foundBy(key);
    return parent && textOf(parent);
  };
  const readOne = (found: FoundEntry) => {
    const text = textOf(found);
    return {text, ...readEntry(found.type, inheritValues(text, parentOf).valueIn)};
  };
  return {
    read(found) {
      const {text, work} = readOne(found);
      const {key, type, path} = found;
      // Spans of its own: V8 sees that they stay, and would keep those of every record that is made by the same line.
      const span = {start: found.span.start, end: found.span.end};
      const keySpan = {start: found.keySpan.start, end: found.keySpan.end};
      return {key, type, ...work, fields: text.fields, path, span, keySpan};
    },
    typedValuesOf(found) {
      const {names, valueIn} = inheritValues(textOf(found), parentOf);
      return new Map(
        names.flatMap(name => {
          const value = valueIn(name);
          return value === undefined ? [] : [[name, value] as const];
        }),
      );
    },
    valuesOf: found => readValues(inheritValues(textOf(found), parentOf).valueIn),
    faultsOf(found) {
      const {text, unreadFields} = readOne(found);
      texts.delete(found.order);
      return unreadFields.flatMap(name => {
        const field = text.fields.get(name);
        const isWhole = field?.pieces.every(piece => piece.brokenAt === undefined) ?? false;
        return field !== undefined && isWhole ? [unreadValueDiagnostic(found.source, field)] : [];
      });
    },
    ancestorsOf(found) {
      const line = new Map([[found.order, found]]);
      let generation: readonly FoundEntry[] = [found];
      for (let depth = 0; generation.length > 0 && depth < MOST_GENERATIONS; depth++) {
        generation = generation
          .filter(({shape}) => PARENT_FIELDS.some(field => shape.names.includes(field)))
          .flatMap(one => parentKeys(textOf(one)).flatMap(key => foundBy(key) ?? []))
          .filter(({order}) => !line.has(order));
        for (const one of generation) line.set(one.order, one);
      }
      return [...line.values()].slice(1);
    },
  };
}

const MOST_GENERATIONS = 6;

/** An entry's fields with their values. */
interface FieldsText extends EntryText {
  readonly fields: ReadonlyMap<string, ScannedField>;
}

function scanAgain({source, span, type, order}: FoundEntry, strings: Definitions): FieldsText {
  const item = rescanEntry(source.text, span.start);
  const fields = firstOfEachName(item?.fields ?? []);
  return {
    type,
    fields,
    names: [...fields.keys()],
    valueIn(name) {
      const field = fields.get(name);
      return field && expandValue(source.text, field.pieces, word => strings.at(word, order)).text;
    },
  };
}

function firstOfEachName(fields: readonly ScannedField[]): ReadonlyMap<string, ScannedField> {
  const first = new Map<string, ScannedField>();
  for (const field of fields) if (!first.has(field.name)) first.set(field.name, field);
  return first;
}
