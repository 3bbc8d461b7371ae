import type {Passage} from '../manuscript/types.ts';
import type {Citekey} from './citekeys.ts';
import type {Lead} from './lead.ts';
import type {LocatorRange} from './locator.ts';
import type {Range} from './range.ts';
import type {ShortForm} from './short-form.ts';

/** What may be a cite, read off its passage alone; whether a reference really is one needs the bibliography. */
export type Reading = PlaceholderReading | KeyReading | ShortFormReading | ReferenceReading;

/** Where a reading stands. */
export interface Read {
  readonly passage: Passage;
  /** In UTF-16 offsets of the passage's plain text. */
  readonly range: Range;
}
export interface PlaceholderReading extends Read {
  readonly kind: 'placeholder';
}
export interface KeyReading extends Read {
  readonly kind: 'key';
  readonly key: Citekey;
}
/** Ibid, op cit, "n 3 above" and their kin, with the names or title before them. */
export interface ShortFormReading extends Read {
  readonly kind: 'short-form';
  readonly shortForm: ShortForm;
  readonly lead: Lead;
  readonly locator: LocatorRange | undefined;
  /** In running text the brackets that it stands in, in offsets of the plain text. */
  readonly bracket: Range | undefined;
}
/** Names, a title, a year: a full reference, a short one, or prose. */
export interface ReferenceReading extends Read {
  readonly kind: 'reference';
  readonly lead: Lead;
  readonly hasSignal: boolean;
  readonly locator: LocatorRange | undefined;
  /** In running text the brackets that it stands in, in offsets of the plain text. */
  readonly bracket: Range | undefined;
}

/** Where a reader meets it: a cite in running text at its own place, one in a note where the note is called. */
export function placeOf({passage, range}: Reading): number {
  return passage.in.kind === 'text' ? passage.text.spanOf(range.start, range.end).start : passage.metAt;
}
