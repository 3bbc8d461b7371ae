import {compareDiagnostics, type Diagnostic, type Reported} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import {slice} from '../text/span.ts';
import {type Definitions, defineStrings, putStringsIn, type Use} from './definitions.ts';
import {READ_FIELDS} from './entry.ts';
import {describeEntry} from './found-entry.ts';
import {type FoundRows, growFoundRows} from './found-rows.ts';
import {internShapes, isPlainValue} from './found-shape.ts';
import {PARENT_FIELDS} from './inherit.ts';
import {decodeLatex, isSurelyRead} from './latex.ts';
import {lazyMap} from './lazy-map.ts';
import {readNameList} from './name-list.ts';
import {familyForms} from './names.ts';
import {type EntryReader, readEntries} from './read-found.ts';
import {duplicateKeyDiagnostic, repeatedFieldDiagnostic, syntaxDiagnostic} from './reading-faults.ts';
import {scanItems} from './scan.ts';
import type {ScannedField} from './scan-fields.ts';
import {monthStrings} from './strings.ts';
import type {Bibliography, EntryRecords, EntrySearch} from './types.ts';
import {valueDiagnostic} from './value-faults.ts';
import {collectWords, type WordCollector} from './word-postings.ts';

/**
 * Reads the bibliography files of a manuscript, in their order; an @string of one file holds in those after it.
 *
 * The files are scanned from end to end and every fault in their writing is found; the values of an entry are read when it is
 * asked for, since few are ever cited. It never throws. A broken entry costs itself alone and keeps what could be read of it. Of
 * several entries with one key the first counts and the others are left out; an entry without a key gets one that nobody types.
 *
 * Diagnostics: `bib-syntax`, `bib-doubtful-value` and `bib-duplicate-key`, with places in the .bib files.
 */
export function parseBibliography(sources: readonly SourceText[]): Reported<Bibliography> {
  const diagnostics: Diagnostic[] = [];
  const {rows, strings, words} = scanSources(sources, diagnostics);
  const kept = keepFirstOfEachKey(rows, diagnostics);
  const reader = readEntries(rows, kept, strings);
  const search = makeSearch(rows, kept, reader, words);
  for (const order of kept.values())
    if (rows.isDoubtful(order)) diagnostics.push(...reader.faultsOf(rows.at(order)));
  return {
    value: assemble(sources, rows, kept, reader, search),
    diagnostics: diagnostics.sort(compareDiagnostics),
  };
}

/** A function of its own, so that nothing which was only needed on the way is kept with it. */
function assemble(
  sources: readonly SourceText[],
  rows: FoundRows,
  kept: ReadonlyMap<string, number>,
  reader: EntryReader,
  search: EntrySearch,
): Bibliography {
  const byKey = lazyMap(kept, order => reader.read(rows.at(order)));
  const orders = Int32Array.from(kept.values());
  return {
    sources,
    get entries() {
      return [...byKey.values()];
    },
    byKey,
    typedValuesOf(key) {
      const order = kept.get(key);
      return order === undefined ? new Map() : reader.typedValuesOf(rows.at(order));
    },
    valuesOf(key) {
      const order = kept.get(key);
      return order === undefined ? undefined : reader.valuesOf(rows.at(order));
    },
    records: recordsOf(rows, orders),
    search,
  };
}

function recordsOf(rows: FoundRows, orders: Int32Array): EntryRecords {
  return {
    length: orders.length,
    at: index => {
      const order = orders[index];
      return order === undefined ? undefined : rows.at(order);
    },
    keyAt: index => {
      const order = orders[index];
      return order === undefined ? undefined : rows.keyOf(order);
    },
    *[Symbol.iterator]() {
      for (const order of orders) yield rows.at(order);
    },
    *ofKind(passes) {
      const isWanted = rows.kinds.map(passes);
      if (!isWanted.includes(true)) return;
      for (const order of orders) if (isWanted[rows.kindOf(order)] === true) yield rows.at(order);
    },
  };
}

function makeSearch(
  rows: FoundRows,
  kept: ReadonlyMap<string, number>,
  reader: EntryReader,
  words: WordCollector,
): EntrySearch {
  const indexOf = new Int32Array(rows.length).fill(-1);
  const lendsWords = rows.kinds.some(
    ({type, shape}) => type === 'xdata' && shape.names.some(name => !IMPRINT_FIELDS.has(name)),
  );
  const hasParent = rows.kinds.map(({shape}) =>
    PARENT_FIELDS.some(field => (field === 'crossref' || lendsWords) && shape.names.includes(field)),
  );
  let index = 0;
  for (const order of kept.values()) {
    indexOf[order] = index++;
    if (hasParent[rows.kindOf(order)] !== true) continue;
    for (const parent of reader.ancestorsOf(rows.at(order))) words.inherit(order, parent.order);
  }
  return {find: words.finish(indexOf)};
}

/** Fields by which nobody looks for a work; most `xdata` has no others. */
const IMPRINT_FIELDS: ReadonlySet<string> = new Set([
  ...['publisher', 'institution', 'organization', 'school', 'location', 'address'],
  ...['issn', 'isbn', 'url', 'urldate', 'doi', 'langid', 'language', 'keywords', 'date', 'year', 'options'],
]);

interface Scanned {
  readonly rows: FoundRows;
  readonly strings: Definitions;
  readonly words: WordCollector;
}

/** Scans every file and keeps of an entry what finding it needs; what an @string gives is put in when all are known. */
function scanSources(sources: readonly SourceText[], diagnostics: Diagnostic[]): Scanned {
  const strings = defineStrings();
  const uses: Use[] = [];
  const rows = growFoundRows();
  const words = collectWords();
  const shapeOf = internShapes();
  for (const source of sources) {
    const {faults} = scanItems(source.text, item => {
      const order = rows.length;
      if (item.kind === 'string') {
        strings.announce(source, item.field);
        uses.push({source, field: item.field, order, isDefinition: true});
        return;
      }
      const shape = shapeOf(item.fields);
      item.fields.forEach((field, slot) => {
        const first = item.fields[shape.slots.get(field.name) ?? slot];
        if (first !== undefined && first !== field)
          diagnostics.push(repeatedFieldDiagnostic(source, field, first));
        else if (!isPlainValue(field)) {
          if (!isSettled(source, field)) uses.push({source, field, order, isDefinition: false});
        } else if (isWhole(field)) {
          const fault = valueDiagnostic(source, field);
          if (fault !== undefined) diagnostics.push(fault);
        }
      });
      rows.push(describeEntry({item, shape, source}, order, words));
    });
    diagnostics.push(...faults.map(fault => syntaxDiagnostic(source.path, fault)));
  }
  const texts = putStringsIn(uses, strings, diagnostics);
  uses.forEach(({field, order, isDefinition}, at) => {
    const text = texts[at] ?? '';
    if (isDefinition || !READ_FIELDS.includes(field.name)) return;
    for (const form of formsOf(field.name, text)) words.addTo(order, form);
    if (!isSurelyRead(text)) rows.doubt(order);
  });
  return {rows, strings, words};
}

/** Whether a value ends where its braces or quotes do; a broken one has its own finding. */
function isWhole({pieces}: ScannedField): boolean {
  return pieces.every(({brokenAt}) => brokenAt === undefined);
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

/** The orders of the entries that count, by key. */
function keepFirstOfEachKey(rows: FoundRows, diagnostics: Diagnostic[]): ReadonlyMap<string, number> {
  const kept = new Map<string, number>();
  let unnamed = 0;
  let taken: ReadonlySet<string> | undefined;
  for (let order = 0; order < rows.length; order++) {
    const typed = rows.keyOf(order);
    const first = typed === '' ? undefined : kept.get(typed);
    if (first !== undefined) {
      diagnostics.push(duplicateKeyDiagnostic(rows.at(order), rows.at(first)));
      continue;
    }
    let key = typed;
    if (typed === '') {
      taken ??= new Set(Array.from({length: rows.length}, (_, other) => rows.keyOf(other)));
      do key = `no-key-${++unnamed}`;
      while (taken.has(key));
      rows.setKey(order, key);
    }
    kept.set(key, order);
  }
  return kept;
}
