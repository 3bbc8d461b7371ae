import type {SourceText} from '../text/source.ts';
import type {Span} from '../text/span.ts';

/** The entries of the bibliography files of one manuscript, in the order of the files. */
export interface Bibliography {
  readonly sources: readonly SourceText[];
  /** Each key once: an entry whose key an earlier one has is reported and left out. Asking for them reads every one in full. */
  readonly entries: readonly Entry[];
  /** The same entries by key; an entry is read when it is asked for. */
  readonly byKey: ReadonlyMap<string, Entry>;
  /**
   * The values of an entry by field, in BibTeX with their @strings put in, those among them that it takes from others by
   * `crossref` and `xdata`. Empty for a key that no entry has.
   */
  typedValuesOf(key: string): ReadonlyMap<string, string>;
  /** All that an entry says, also what `Entry` does not keep; `undefined` for a key that is not there. */
  valuesOf(key: string): EntryValues | undefined;
  /** The same entries, as far as finding them told, without their values. */
  readonly records: EntryRecords;
  /** Finds entries by words, without reading any. */
  readonly search: EntrySearch;
}

/** The entries of a bibliography in their order. Each is made when it is asked for, and anew each time. */
export interface EntryRecords extends Iterable<EntryRecord> {
  readonly length: number;
  /** @param index from 0; `undefined` beyond the last */
  at(index: number): EntryRecord | undefined;
  keyAt(index: number): string | undefined;
  /** Those of which this is true; it is asked once for each kind, and a file has few. */
  ofKind(passes: (kind: EntryKind) => boolean): Iterable<EntryRecord>;
}

/** What many entries share. */
export interface EntryKind {
  /** As in `Entry`. */
  readonly type: string;
  readonly path: string;
  /** Shared by all entries that have the same fields. */
  readonly shape: EntryShape;
  /** Whether names are parted by "and" without a comma or a brace in the field, or bodies in a list of them without a brace. */
  readonly hasPlainNames: boolean;
}

/** An entry as found and not yet read. */
export interface EntryRecord extends EntryKind {
  /** As in `Entry`. */
  readonly key: string;
  readonly span: Span;
  readonly keySpan: Span;
  /** Entries whose titles differ in letters or digits mostly differ here; 0 without a title, and for one that may inherit it. */
  readonly titleHash: number;
}

/** Which fields an entry has. */
export interface EntryShape {
  /** In lower case, in their order, each once. */
  readonly names: readonly string[];
  /** Those whose values are more than braces, quotes and white space. */
  readonly filled: ReadonlySet<string>;
}

/** The words of names and titles of all entries, for finding those that may be meant; too many at times, never too few. */
export interface EntrySearch {
  /**
   * The records that these words may mean: by a name, by a good part of the title, or by most of the words.
   *
   * @param words folded, without those too common to tell anything
   * @returns indexes into the records, in order
   */
  find(words: ReadonlySet<string>): readonly number[];
}

/** A record of one work. Only what the file says; nothing is guessed. */
export interface Entry {
  /** As typed; `no-key-1` and so on where the author gave none. */
  readonly key: string;
  /** The BibTeX type in lower case, `techreport`. */
  readonly type: string;
  /** Authors, or editors where there are no authors, in order. */
  readonly names: readonly Name[];
  /** Whether the list of names ends in "and others". */
  readonly hasOthers: boolean;
  readonly title: string | undefined;
  readonly shortTitle: string | undefined;
  readonly year: number | undefined;
  /** The year as a note has it, where it is more than a number, or none: "1998–2001", "c. 1908", "1990–1999", "n.d.". */
  readonly dated: string | undefined;
  /** Journal, book or series title that holds the work. */
  readonly container: string | undefined;
  readonly publisher: string | undefined;
  readonly place: string | undefined;
  readonly volume: string | undefined;
  readonly issue: string | undefined;
  /** Report or working-paper number. */
  readonly number: string | undefined;
  readonly pages: string | undefined;
  /** The field names as typed, lower case, with the place of each value, for findings; inherited ones are not among them. */
  readonly fields: ReadonlyMap<string, FieldPlace>;
  readonly path: string;
  /** The whole entry in its file. */
  readonly span: Span;
  readonly keySpan: Span;
}

/** The values of one entry by the names of their fields, inherited ones among them. */
export interface EntryValues {
  /** The value of the first of these fields that has one, without its LaTeX, on one line. */
  text(...fields: readonly string[]): string | undefined;
  /** A value in which nothing but a sign that is kept from TeX is LaTeX, such as an address of the web. */
  verbatim(field: string): string | undefined;
  /** The names in a field; none where it is not there. */
  names(field: string): NamesInField;
}

/** Names in their order. */
export interface NamesInField {
  readonly names: readonly Name[];
  /** Whether the list ends in "and others". */
  readonly hasOthers: boolean;
}

export interface FieldPlace {
  /** The raw value, with its braces or quotes. */
  readonly raw: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

export type Name = Person | Body;

/** A human author. */
export interface Person {
  readonly kind: 'person';
  /** With its particle: "van den Berg". */
  readonly family: string;
  readonly given: string | undefined;
}

/** An institution as author (CSL `literal`). */
export interface Body {
  readonly kind: 'body';
  readonly literal: string;
}
