import {compareDiagnostics, type Diagnostic, type Reported} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import {slice} from '../text/span.ts';
import {type Definitions, defineStrings, putStringsIn, type Use} from './definitions.ts';
import {READ_FIELDS} from './entry.ts';
import {describeEntry, type FoundEntry, firstFields, internShapes, isPlainValue} from './found-entry.ts';
import {decodeLatex, isSurelyRead} from './latex.ts';
import {lazyMap} from './lazy-map.ts';
import {readNameList} from './name-list.ts';
import {familyForms} from './names.ts';
import {readEntries} from './read-found.ts';
import {duplicateKeyDiagnostic, repeatedFieldDiagnostic, syntaxDiagnostic} from './reading-faults.ts';
import {scanItems} from './scan.ts';
import type {ScannedField} from './scan-fields.ts';
import {monthStrings} from './strings.ts';
import type {Bibliography} from './types.ts';
import {collectWords, type WordCollector} from './word-postings.ts';

/**
 * Reads the bibliography files of a manuscript, in their order; an @string of one file holds in those after it.
 *
 * The files are scanned from end to end and every fault in their writing is found; the values of an entry are read when it is
 * asked for, since few are ever cited. It never throws. A broken entry costs itself alone and keeps what could be read of it. Of
 * several entries with one key the first counts and the others are left out; an entry without a key gets one that nobody types.
 *
 * Diagnostics: `bib-syntax` and `bib-duplicate-key`, with places in the .bib files.
 */
export function parseBibliography(sources: readonly SourceText[]): Reported<Bibliography> {
  const diagnostics: Diagnostic[] = [];
  const {found, strings, words} = scanSources(sources, diagnostics);
  const kept = keepFirstOfEachKey(found, diagnostics);
  const reader = readEntries(kept, strings);
  const records = [...kept.values()];
  const indexOf = new Int32Array(found.length).fill(-1);
  records.forEach((record, index) => {
    indexOf[record.order] = index;
    if (record.isDoubtful) diagnostics.push(...reader.faultsOf(record));
    for (const parent of reader.ancestorsOf(record)) words.inherit(record.order, parent.order);
  });
  const byKey = lazyMap(kept, entry => reader.read(entry));
  return {
    value: {
      sources,
      get entries() {
        return [...byKey.values()];
      },
      byKey,
      records,
      search: {find: words.finish(indexOf)},
    },
    diagnostics: diagnostics.sort(compareDiagnostics),
  };
}

interface Scanned {
  readonly found: readonly FoundEntry[];
  readonly strings: Definitions;
  readonly words: WordCollector;
}

/** Scans every file and keeps of an entry what finding it needs; what an @string gives is put in when all are known. */
function scanSources(sources: readonly SourceText[], diagnostics: Diagnostic[]): Scanned {
  const strings = defineStrings();
  const uses: Use[] = [];
  const found: FoundEntry[] = [];
  const words = collectWords();
  const shapeOf = internShapes();
  for (const source of sources) {
    const {faults} = scanItems(source.text, item => {
      const order = found.length;
      if (item.kind === 'string') {
        strings.announce(source, item.field);
        uses.push({source, field: item.field, order, isDefinition: true});
        return;
      }
      const fields = firstFields(item, (field, first) =>
        diagnostics.push(repeatedFieldDiagnostic(source, field, first)),
      );
      for (const field of fields.values()) {
        if (!isPlainValue(field) && !isSettled(source, field))
          uses.push({source, field, order, isDefinition: false});
      }
      found.push(describeEntry({item, fields, source}, order, shapeOf(fields), words));
    });
    diagnostics.push(...faults.map(fault => syntaxDiagnostic(source.path, fault)));
  }
  const texts = putStringsIn(uses, strings, diagnostics);
  const doubtful = new Set<number>();
  uses.forEach(({field, order, isDefinition}, at) => {
    const text = texts[at] ?? '';
    if (isDefinition || !READ_FIELDS.includes(field.name)) return;
    for (const form of formsOf(field.name, text)) words.addTo(order, form);
    if (!isSurelyRead(text)) doubtful.add(order);
  });
  return {
    found:
      doubtful.size === 0
        ? found
        : found.map(one => (doubtful.has(one.order) ? {...one, isDoubtful: true} : one)),
    strings,
    words,
  };
}

/** The names in a value in their forms, or its words. */
function formsOf(field: string, text: string): readonly string[] {
  const isNames = field === 'author' || field === 'editor';
  return isNames ? readNameList(text).names.flatMap(familyForms) : [decodeLatex(text).text];
}

// `2003`
const NUMBER = /^\d+$/u;

/** A number, and the month by its name, need nothing put in. */
function isSettled({text}: SourceText, {pieces, name, valueSpan}: ScannedField): boolean {
  if (pieces.length !== 1) return false;
  const word = slice(text, valueSpan);
  return NUMBER.test(word) || (name === 'month' && monthStrings.has(word.toLowerCase()));
}

function keepFirstOfEachKey(
  found: readonly FoundEntry[],
  diagnostics: Diagnostic[],
): ReadonlyMap<string, FoundEntry> {
  const kept = new Map<string, FoundEntry>();
  let unnamed = 0;
  const hasUnnamed = found.some(({key}) => key === '');
  const taken = hasUnnamed ? new Set(found.map(({key}) => key)) : new Set<string>();
  for (const entry of found) {
    const first = entry.key === '' ? undefined : kept.get(entry.key);
    if (first !== undefined) {
      diagnostics.push(duplicateKeyDiagnostic(entry, first));
      continue;
    }
    let key = entry.key;
    while (key === '' || (entry.key === '' && taken.has(key))) key = `no-key-${++unnamed}`;
    kept.set(key, key === entry.key ? entry : {...entry, key});
  }
  return kept;
}
