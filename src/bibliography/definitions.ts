import type {Diagnostic} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import {slice} from '../text/span.ts';
import {suggest} from '../text/suggest.ts';
import {bareWordDiagnostic} from './reading-faults.ts';
import type {ScannedField} from './scan-fields.ts';
import {expandValue, monthStrings} from './strings.ts';

/** What the @strings of all files give, and where each holds. */
export interface Definitions {
  /** Notes a definition as found, in the order of the files: a use before it counts all the same. */
  announce(source: SourceText, field: ScannedField): void;
  /** What a name gives in the entry of this number. */
  at(name: string, order: number): string | undefined;
  /** Sets a definition from the entry of this number on. */
  define(name: string, text: string, order: number): void;
  names(): Iterable<string>;
}

/** A value in which a name of an @string may stand, of an entry or of an @string itself. */
export interface Use {
  readonly source: SourceText;
  readonly field: ScannedField;
  /** The number of the entry, or of the first entry behind the @string. */
  readonly order: number;
  readonly isDefinition: boolean;
}

/** No definitions but the months. A name counts from its definition on; one that is only defined later counts all the same. */
export function defineStrings(): Definitions {
  const later = new Map(monthStrings);
  const history = new Map<string, {readonly order: number; readonly text: string}[]>();
  return {
    announce({text}, field) {
      const value = expandValue(text, field.pieces, name => later.get(name)).text;
      if (!later.has(field.name)) later.set(field.name, value);
    },
    at: (name, order) =>
      history.get(name)?.findLast(one => one.order <= order)?.text ??
      monthStrings.get(name) ??
      later.get(name),
    define(name, text, order) {
      const known = history.get(name);
      if (known === undefined) history.set(name, [{order, text}]);
      else known.push({order, text});
    },
    names: () => later.keys(),
  };
}

/**
 * Puts the definitions in, in the order of the files, and says which words are none.
 *
 * @returns the text of each use in an entry
 */
export function putStringsIn(
  uses: readonly Use[],
  strings: Definitions,
  diagnostics: Diagnostic[],
): readonly string[] {
  // One undefined name mostly stands in many entries
  const nearestNames = new Map<string, readonly string[]>();
  const nearest = (word: string): readonly string[] => {
    const names = nearestNames.get(word) ?? suggest(word, strings.names());
    nearestNames.set(word, names);
    return names;
  };
  return uses.map(({source, field, order, isDefinition}) => {
    const {text, bareWords} = expandValue(source.text, field.pieces, name => strings.at(name, order));
    for (const {span, isUndefined} of bareWords) {
      const suggestions = isUndefined ? nearest(slice(source.text, span)) : undefined;
      diagnostics.push(bareWordDiagnostic(source, field, span, suggestions));
    }
    if (isDefinition) strings.define(field.name, text, order);
    return text;
  });
}
