import type {Diagnostic} from '../text/diagnostic.ts';
import type {Definitions} from './definitions.ts';
import {readEntry} from './entry.ts';
import {type FoundEntry, firstFields} from './found-entry.ts';
import {type EntryText, inheritValues} from './inherit.ts';
import {unreadValueDiagnostic} from './reading-faults.ts';
import {rescanEntry} from './scan.ts';
import type {ScannedField} from './scan-fields.ts';
import {expandValue} from './strings.ts';
import type {Entry} from './types.ts';

/** Reads entries that were found, one at a time. */
export interface EntryReader {
  read(found: FoundEntry): Entry;
  /** What cannot be read in the values of an entry. */
  faultsOf(found: FoundEntry): readonly Diagnostic[];
  /** The entries from which one takes what it does not say itself. */
  ancestorsOf(found: FoundEntry): readonly FoundEntry[];
}

/**
 * A reader of the entries of all files.
 *
 * @param kept by key
 */
export function readEntries(kept: ReadonlyMap<string, FoundEntry>, strings: Definitions): EntryReader {
  const texts = new Map<FoundEntry, FieldsText>();
  const textOf = (found: FoundEntry): FieldsText => {
    const known = texts.get(found);
    if (known !== undefined) return known;
    const text = scanAgain(found, strings);
    texts.set(found, text);
    return text;
  };
  const parentOf = (key: string): FieldsText | undefined => {
    const parent = kept.get(key);
    return parent && textOf(parent);
  };
  const readOne = (found: FoundEntry) => {
    const text = textOf(found);
    return {text, ...readEntry(found.type, inheritValues(text, parentOf))};
  };
  return {
    read(found) {
      const {text, work} = readOne(found);
      const {key, type, path, span, keySpan} = found;
      return {key, type, ...work, fields: text.fields, path, span, keySpan};
    },
    faultsOf(found) {
      const {text, unreadFields} = readOne(found);
      texts.delete(found);
      return unreadFields.flatMap(name => {
        const field = text.fields.get(name);
        const isWhole = field?.pieces.every(piece => piece.brokenAt === undefined) ?? false;
        return field !== undefined && isWhole ? [unreadValueDiagnostic(found.source, field)] : [];
      });
    },
    ancestorsOf(found) {
      const line: FoundEntry[] = [];
      let here: FoundEntry | undefined = found;
      while (here !== undefined && line.length < MOST_GENERATIONS && here.shape.names.includes('crossref')) {
        here = kept.get(textOf(here).valueIn('crossref')?.trim() ?? '');
        if (here === undefined || here === found || line.includes(here)) break;
        line.push(here);
      }
      return line;
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
  const fields: ReadonlyMap<string, ScannedField> = item === undefined ? new Map() : firstFields(item);
  return {
    type,
    fields,
    valueIn(name) {
      const field = fields.get(name);
      return field && expandValue(source.text, field.pieces, word => strings.at(word, order)).text;
    },
  };
}
