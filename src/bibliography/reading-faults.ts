import type {Diagnostic} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import {type Span, slice} from '../text/span.ts';
import type {ScannedFile} from './scan.ts';
import {quoted} from './scan-faults.ts';
import type {ScannedField} from './scan-fields.ts';
import type {EntryRecord} from './types.ts';

/** A fault in the writing of a file. */
export function syntaxDiagnostic(path: string, fault: ScannedFile['faults'][number]): Diagnostic {
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

/**
 * A word that needed braces.
 *
 * @param suggestions names of @strings that may be meant; `undefined` for a word that gives itself
 */
export function bareWordDiagnostic(
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

/** A field given twice in an entry. */
export function repeatedFieldDiagnostic(
  {path}: SourceText,
  field: ScannedField,
  first: ScannedField,
): Diagnostic {
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

/** An entry whose key an earlier one has. */
export function duplicateKeyDiagnostic({key, path, keySpan}: EntryRecord, first: EntryRecord): Diagnostic {
  return {
    code: 'bib-duplicate-key',
    severity: 'error',
    path,
    span: keySpan,
    message: `Unexpected second entry with the key ${quoted(key)}, expected each key once`,
    help: 'Remove the entry or give it another key; the first one counts.',
    related: [{path: first.path, span: first.keySpan, message: 'the first entry with this key'}],
  };
}

// A dollar that is no sign of mathematics in TeX
const KEPT_DOLLAR = /\\\$/gu;

/** A value whose LaTeX could not be read. */
export function unreadValueDiagnostic({path, text}: SourceText, field: ScannedField): Diagnostic {
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
