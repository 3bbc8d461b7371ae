import type {Bibliography} from '../../bibliography/types.ts';
import type {FrontMatter, Manuscript} from '../../manuscript/types.ts';
import type {Diagnostic} from '../../text/diagnostic.ts';
import type {Span} from '../../text/span.ts';
import type {Citations} from '../types.ts';

/** What cites stand in. */
export interface CitingSubject {
  readonly manuscript: Manuscript;
  readonly bibliography: Bibliography;
  readonly citations: Citations;
}

/** A style as it was read from disk. What is wrong with it is said by `readStyle`. */
export interface StyleFile {
  /** As typed behind `csl:`. */
  readonly name: string;
  /** The CSL of the style; `undefined` when no such style or file is there. */
  readonly xml: string | undefined;
  /** Why nothing was read, as the end of a sentence: "no such file in the project". */
  readonly missing: string | undefined;
  /** CSL's words of a language, by its tag: `en-GB`, `en-US`. */
  readonly locales: ReadonlyMap<string, string>;
}

/** Words that look alike. */
export interface StyledRun {
  readonly text: string;
  readonly italic: boolean;
  readonly bold: boolean;
}

/** Words as a style or opcit itself writes them. */
export type StyledText = readonly StyledRun[];

/** A part of the document that a cite leads to, by the number that it has in the manuscript. */
export interface CitedPlace {
  readonly kind: 'note' | 'box' | 'paragraph';
  readonly number: number;
}

/** What is printed instead of typed words: words, the call of a note made for a key, a live reference. */
export type WrittenPiece =
  | {readonly kind: 'words'; readonly text: StyledText}
  | {readonly kind: 'note'; readonly text: StyledText}
  /** Typed words that lead to a place, kept as they are. */
  | {readonly kind: 'link'; readonly to: CitedPlace; readonly value: string}
  /** The number of a place. */
  | {readonly kind: 'number'; readonly to: CitedPlace};

/** Typed words, and what is printed instead. */
export interface Replacement {
  /** UTF-16 offsets of the manuscript. */
  readonly span: Span;
  readonly pieces: readonly WrittenPiece[];
}

/** A typed short form that leads to where its work was cited before. */
export interface CiteLink {
  readonly span: Span;
  readonly to: CitedPlace;
}

/** The list of works cited, under its heading. */
export interface WorksCited {
  readonly heading: string;
  readonly works: readonly StyledText[];
}

/** All that a way of citing changes in a manuscript. */
export interface WrittenCites {
  /** By place; none overlaps another. */
  readonly replacements: readonly Replacement[];
  /** By place; none overlaps another. */
  readonly links: readonly CiteLink[];
  readonly worksCited: WorksCited | undefined;
}

/** Cites as the front matter wants them, and what a style was found to lack only when a processor read it. */
export interface WrittenCitations {
  readonly written: WrittenCites;
  readonly fault: Diagnostic | undefined;
}

/** Whether the front matter asks for nothing but what was typed. */
export function isAsTyped({citations, worksCited}: FrontMatter): boolean {
  return citations === 'as-typed' && worksCited === undefined;
}

/** Whether the front matter names a style. */
export function isCslStyle({citations}: FrontMatter): boolean {
  return citations.startsWith('csl:');
}

/** Nothing changed: every cite is printed as typed. */
export const asTyped: WrittenCites = {replacements: [], links: [], worksCited: undefined};

/** Words of one look. */
export function plainRun(text: string): StyledRun {
  return {text, italic: false, bold: false};
}
