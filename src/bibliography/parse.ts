import {compareDiagnostics, type Diagnostic, type Reported} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import {type Span, slice} from '../text/span.ts';
import {suggest} from '../text/suggest.ts';
import {readEntry} from './entry.ts';
import {type EntryText, inheritValues, type ValueIn} from './inherit.ts';
import {type ScannedEntry, type ScannedFile, scanBibliography} from './scan.ts';
import {quoted} from './scan-faults.ts';
import type {ScannedField} from './scan-fields.ts';
import {contentOf, expandValue, monthStrings} from './strings.ts';
import type {Bibliography, Entry} from './types.ts';

/**
 * Reads the bibliography files of a manuscript, in their order; an @string of one file holds in those after it.
 *
 * It never throws. A broken entry costs itself alone and keeps what could be read of it. Of several entries with one key
 * the first counts and the others are left out; an entry without a key gets one that nobody types.
 *
 * Diagnostics: `bib-syntax` and `bib-duplicate-key`, with places in the .bib files.
 */
export function parseBibliography(sources: readonly SourceText[]): Reported<Bibliography> {
  const files = sources.map(source => ({source, scan: scanBibliography(source.text)}));
  const diagnostics: Diagnostic[] = files.flatMap(({source, scan}) =>
    scan.faults.map(fault => syntaxDiagnostic(source.path, fault)),
  );
  const typed = expandFiles(files, diagnostics);
  const kept = keepFirstOfEachKey(typed, diagnostics);
  const byKey = new Map<string, Entry>();
  for (const entry of kept.values()) byKey.set(entry.key, readTypedEntry(entry, kept, diagnostics));
  return {
    value: {sources, entries: [...byKey.values()], byKey},
    diagnostics: diagnostics.sort(compareDiagnostics),
  };
}

/** An entry with its values, before their LaTeX is read. */
interface TypedEntry extends EntryText {
  readonly key: string;
  readonly source: SourceText;
  readonly scanned: ScannedEntry;
  readonly fields: ReadonlyMap<string, ScannedField>;
}

interface SourceScan {
  readonly source: SourceText;
  readonly scan: ScannedFile;
}

/** Puts the @strings in. A name counts from its definition on; one that is only defined later counts all the same. */
function expandFiles(files: readonly SourceScan[], diagnostics: Diagnostic[]): readonly TypedEntry[] {
  const later = new Map(monthStrings);
  const strings = new Map(monthStrings);
  const definitionOf = (name: string): string | undefined => strings.get(name) ?? later.get(name);
  for (const {source, scan} of files) {
    for (const item of scan.items) {
      if (item.kind !== 'string') continue;
      const {text} = expandValue(source.text, item.field.pieces, name => later.get(name));
      if (!later.has(item.field.name)) later.set(item.field.name, text);
    }
  }

  // One undefined name mostly stands in many entries
  const nearestNames = new Map<string, readonly string[]>();
  const nearest = (word: string): readonly string[] => {
    const names = nearestNames.get(word) ?? suggest(word, later.keys());
    nearestNames.set(word, names);
    return names;
  };

  const entries: TypedEntry[] = [];
  for (const {source, scan} of files) {
    const expand = (field: ScannedField): string => {
      const {text, bareWords} = expandValue(source.text, field.pieces, definitionOf);
      for (const {span, isUndefined} of bareWords) {
        diagnostics.push(
          bareWordDiagnostic(
            source,
            field,
            span,
            isUndefined ? nearest(slice(source.text, span)) : undefined,
          ),
        );
      }
      return text;
    };
    for (const item of scan.items) {
      if (item.kind === 'string') {
        strings.set(item.field.name, expand(item.field));
        continue;
      }
      const fields = new Map<string, ScannedField>();
      const joined = new Map<string, string>();
      for (const field of item.fields) {
        const before = fields.get(field.name);
        if (before !== undefined) {
          diagnostics.push(repeatedFieldDiagnostic(source, field, before));
          continue;
        }
        fields.set(field.name, field);
        if (!isPlainValue(field)) joined.set(field.name, expand(field));
      }
      const valueIn: ValueIn = name => {
        const piece = fields.get(name)?.pieces[0];
        return joined.get(name) ?? (piece && contentOf(source.text, piece));
      };
      entries.push({type: item.type, key: item.key, source, scanned: item, fields, valueIn});
    }
  }
  return entries;
}

/** Whether a value is what stands between its braces or quotes, with nothing to join or put in. */
function isPlainValue({pieces}: ScannedField): boolean {
  return pieces.length === 1 && pieces[0]?.kind !== 'bare';
}

function keepFirstOfEachKey(
  typed: readonly TypedEntry[],
  diagnostics: Diagnostic[],
): ReadonlyMap<string, TypedEntry> {
  const taken = new Set(typed.map(({key}) => key));
  const kept = new Map<string, TypedEntry>();
  let unnamed = 0;
  for (const entry of typed) {
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

function readTypedEntry(
  entry: TypedEntry,
  entries: ReadonlyMap<string, EntryText>,
  diagnostics: Diagnostic[],
): Entry {
  const {key, type, source, scanned, fields} = entry;
  const {work, unreadFields} = readEntry(
    type,
    inheritValues(entry, parent => entries.get(parent)),
  );
  for (const name of unreadFields) {
    const field = fields.get(name);
    const isWhole = field?.pieces.every(piece => piece.brokenAt === undefined) ?? false;
    if (field !== undefined && isWhole) diagnostics.push(unreadValueDiagnostic(source, field));
  }
  return {
    key,
    type,
    ...work,
    fields,
    path: source.path,
    span: scanned.span,
    keySpan: scanned.keySpan,
  };
}

function syntaxDiagnostic(path: string, fault: ScannedFile['faults'][number]): Diagnostic {
  const {span, severity, message, related} = fault;
  const help = fault.help.endsWith('.') ? fault.help : `${fault.help}.`;
  return {
    code: 'bib-syntax',
    severity,
    path,
    span,
    message,
    help,
    ...(related.length === 0 ? {} : {related: related.map(place => ({path, ...place}))}),
  };
}

function bareWordDiagnostic(
  {path, text}: SourceText,
  field: ScannedField,
  span: Span,
  suggestions: readonly string[] | undefined,
): Diagnostic {
  const word = slice(text, span);
  const isUndefined = suggestions !== undefined;
  const expected = isUndefined ? 'braces around it, or an @string of that name' : 'braces around it';
  return {
    code: 'bib-syntax',
    severity: 'warning',
    path,
    span,
    message: `Unexpected bare ${quoted(word)} in the value of ${quoted(field.name)}, expected ${expected}`,
    help: `Write ${quoted(`{${word}}`)}${!isUndefined ? '' : `, or define ${quoted(`@string{${word} = {…}}`)}`}.`,
    ...(suggestions === undefined || suggestions.length === 0 ? {} : {suggestions}),
  };
}

function repeatedFieldDiagnostic({path}: SourceText, field: ScannedField, first: ScannedField): Diagnostic {
  return {
    code: 'bib-syntax',
    severity: 'warning',
    path,
    span: {start: field.nameSpan.start, end: field.valueSpan.end},
    message: `Unexpected second ${quoted(field.name)}, expected each field once in an entry`,
    help: 'Remove one of the two; the first counts.',
    related: [
      {path, span: {start: first.nameSpan.start, end: first.valueSpan.end}, message: 'first given here'},
    ],
  };
}

function duplicateKeyDiagnostic({key, source, scanned}: TypedEntry, first: TypedEntry): Diagnostic {
  return {
    code: 'bib-duplicate-key',
    severity: 'error',
    path: source.path,
    span: scanned.keySpan,
    message: `Unexpected second entry with the key ${quoted(key)}, expected each key once`,
    help: 'Remove the entry or give it another key; the first one counts.',
    related: [
      {path: first.source.path, span: first.scanned.keySpan, message: 'the first entry with this key'},
    ],
  };
}

// A dollar that is no sign of mathematics in TeX
const KEPT_DOLLAR = /\\\$/gu;

function unreadValueDiagnostic({path, text}: SourceText, field: ScannedField): Diagnostic {
  const dollars = slice(text, field.valueSpan).replace(KEPT_DOLLAR, '').split('$').length - 1;
  const isOddDollar = dollars % 2 === 1;
  return {
    code: 'bib-syntax',
    severity: 'warning',
    path,
    span: field.valueSpan,
    message: isOddDollar
      ? `Unexpected single ${quoted('$')} in the value of ${quoted(field.name)}, expected ${quoted('\\$')} for a dollar`
      : `Unexpected LaTeX in the value of ${quoted(field.name)}, expected commands with their braces`,
    help: isOddDollar
      ? `Write ${quoted('\\$')}`
      : 'Write the value without the command, or complete it; until then its signs are left out',
  };
}
