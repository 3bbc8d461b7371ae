import type {Name} from '../bibliography/types.ts';

/** What an author typed of a work in a full reference, and no more; a field that is not typed is `undefined`. */
export interface TypedReference {
  readonly names: readonly Name[];
  readonly hasOthers: boolean;
  readonly areEditors: boolean;
  /** As typed, with the letter that parts two works of one year: "1998b". */
  readonly year: string | undefined;
  readonly title: string | undefined;
  /** The journal or book that holds the work. */
  readonly container: string | undefined;
  /** The editors of the container, "in S Castle (ed) *Migration Today*". */
  readonly holderEditors: readonly Name[];
  /** Whether "in" stands before the container. */
  readonly isIn: boolean;
  readonly volume: string | undefined;
  readonly issue: string | undefined;
  readonly pages: string | undefined;
  readonly edition: string | undefined;
  /** "Working Paper", "PhD thesis". */
  readonly genre: string | undefined;
  readonly number: string | undefined;
  readonly series: string | undefined;
  /** As typed behind "translated by". */
  readonly translator: string | undefined;
  readonly publisher: string | undefined;
  readonly place: string | undefined;
  readonly doi: string | undefined;
  readonly url: string | undefined;
  /** What stands there and could not be told, as typed. */
  readonly note: string | undefined;
  /** What could not be told for certain, a sentence each. */
  readonly doubts: readonly string[];
}

/** What stands behind the title. */
export type TypedDetails = Omit<
  TypedReference,
  'names' | 'hasOthers' | 'areEditors' | 'year' | 'title' | 'holderEditors' | 'isIn'
>;
