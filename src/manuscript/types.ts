import type {Paragraph, Root, RootContent} from 'mdast';
import type {TextEdit} from '../text/edit.ts';
import type {SourceText} from '../text/source.ts';
import type {Span} from '../text/span.ts';

/** The Markdown text a person edits, read: what stands where, as typed. Nothing here is resolved or renumbered. */
export interface Manuscript {
  readonly source: SourceText;
  /** mdast with positions; boxes are `containerDirective` nodes; nobody changes it. */
  readonly root: Root;
  readonly frontMatter: FrontMatter;
  readonly headings: readonly HeadingPlace[];
  readonly paragraphs: readonly NumberedParagraph[];
  /** Numbers typed for paragraphs in a way that Markdown does not read, in the order of the text. */
  readonly unreadNumbers: readonly UnreadNumber[];
  readonly boxes: readonly Box[];
  /** Every definition in the order of the file, duplicates and unused ones too. */
  readonly notes: readonly Note[];
  /** Every reference in reading order (the text from top to bottom), undefined ones too. */
  readonly noteReferences: readonly NoteReference[];
  /** Notes typed in a way that Markdown does not know, in the order of the text. */
  readonly typedNotes: readonly TypedNote[];
  /** Typed references to the document's own parts: "see box 3", "paragraphs 4 to 7", "note 3 above". */
  readonly crossReferences: readonly CrossReference[];
  /** The texts in which cites may stand, in reading order: notes where they are first called, boxes where they stand. */
  readonly passages: readonly Passage[];
  readonly ignores: readonly IgnoreComment[];
}

/** How a submission describes itself. Values as typed, checked; absent ones are `undefined`. */
export interface FrontMatter {
  /** The whole block with its fences; `undefined` when the manuscript has none. */
  readonly span: Span | undefined;
  readonly title: string | undefined;
  readonly submitter: string | undefined;
  readonly capacity: 'organisation' | 'individual' | 'group' | undefined;
  readonly committee: string | undefined;
  readonly inquiry: string | undefined;
  readonly reference: string | undefined;
  readonly date: IssuedDate | undefined;
  readonly profile: string | undefined;
  readonly language: string | undefined;
  /** As typed, relative to the manuscript. */
  readonly bibliography: readonly string[] | undefined;
  readonly paragraphs: 'typed' | 'automatic';
  /** `as-typed`, `linked`, `expanded` or `csl:<style>`. */
  readonly citations: string;
  /** Whether `linked` adds "(note 3)" to short forms; `undefined` where the profile decides. */
  readonly notePointers: boolean | undefined;
  /** The heading of the list of works cited; `undefined` for none. */
  readonly worksCited: string | undefined;
  readonly limits: {readonly words: number | undefined; readonly pages: number | undefined};
  /** Where each key's value stands, for findings about it. */
  readonly places: ReadonlyMap<string, Span>;
}

/** The date of a submission; every date in the output comes from it. */
export interface IssuedDate {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  readonly day: number | undefined;
}

export interface HeadingPlace {
  readonly level: number;
  readonly text: string;
  readonly span: Span;
}

/** A paragraph whose number the author typed, with the bullets, quotations and plain paragraphs that belong to it. */
export interface NumberedParagraph {
  readonly typed: number;
  /** The number that follows from the one before; equal to `typed` when the run is true. */
  readonly expected: number;
  /** The marker as typed, `17.` */
  readonly marker: Span;
  /** From the marker to the end of the last block that belongs to it. */
  readonly span: Span;
  /** The blocks in order: those of the list item, then those that stand unindented under it. */
  readonly blocks: readonly RootContent[];
}

/** A number that an author typed for a paragraph, in a way that Markdown reads as text or as part of another list. */
export interface UnreadNumber {
  readonly form:
    | 'no-space'
    | 'letter'
    | 'spaced'
    | 'escaped'
    | 'emphasis'
    | 'digits'
    | 'sign'
    | 'decimal'
    | 'other-sign'
    | 'behind-comment'
    | 'indented';
  /** The number without letters and signs, 12 of "12A." */
  readonly typed: number;
  /** As typed, with its stop. */
  readonly marker: Span;
  /** What makes it a number; `undefined` where only the author knows which. */
  readonly edit: TextEdit | undefined;
}

/** A numbered panel beside the argument. */
export interface Box {
  /** `directive`: `:::box{…}`. `typed`: a plain paragraph `Box 2. A title`, recognised so that it can be reported. */
  readonly form: 'directive' | 'typed';
  readonly typed: number | undefined;
  readonly expected: number;
  readonly title: string | undefined;
  /** The whole box; for a typed one, its title paragraph and what follows up to its source line. */
  readonly span: Span;
  /** The opening line, where its number and title stand. */
  readonly opening: Span;
  /** The contents without the source line. */
  readonly blocks: readonly RootContent[];
  readonly sourceLine: Paragraph | undefined;
}

/** A note's text, `[^5]: …`. */
export interface Note {
  /** The label as typed between `[^` and `]`. */
  readonly label: string;
  /** The label as Markdown compares it: case-folded, white space collapsed. */
  readonly identifier: string;
  /** Rank of the note's first reference in reading order; `undefined` for an unused note and for a duplicate. */
  readonly number: number | undefined;
  /** The whole definition. */
  readonly span: Span;
  /** `[^5]:` */
  readonly marker: Span;
  /** Whether an earlier definition has the same identifier; Markdown then never shows this one. */
  readonly duplicateOf: Note | undefined;
  readonly isEmpty: boolean;
  readonly blocks: readonly RootContent[];
}

/** The mark in the text that calls a note, `[^5]`. */
export interface NoteReference {
  readonly label: string;
  readonly identifier: string;
  readonly span: Span;
  /** Rank of the first reference with this identifier; `undefined` when no such note is defined. */
  readonly number: number | undefined;
  readonly isFirst: boolean;
  /** The note in whose text this reference stands, if any: notes inside notes are a fault. */
  readonly insideNote: string | undefined;
}

/** A note number, or a whole note, that an author typed in a way that Markdown does not know. */
export interface TypedNote {
  /** `raised`: ¹, `^1^`, `<sup>1</sup>`; `bracket`: [1]; `parenthesis`: (1); `inline`: `^[Smith, A (2010)]`. */
  readonly style: 'raised' | 'bracket' | 'parenthesis' | 'inline';
  /** `call` in the text, `text` before the note's own words: "[1] Smith, A (2010)". */
  readonly role: 'call' | 'text';
  /** The number in plain digits; empty for an inline note. */
  readonly label: string;
  readonly span: Span;
}

/** A typed reference to a part of the document itself. */
export interface CrossReference {
  readonly kind: 'box' | 'paragraph' | 'note';
  /** The numbers meant: one, the two ends of a range, or the members of a list, as typed. */
  readonly numbers: readonly CrossReferenceNumber[];
  readonly isRange: boolean;
  readonly span: Span;
  readonly text: string;
  readonly in: PassagePlace;
}

export interface CrossReferenceNumber {
  readonly value: number;
  readonly span: Span;
}

/** Where a passage stands. */
export type PassagePlace =
  | {readonly kind: 'note'; readonly label: string; readonly number: number}
  | {readonly kind: 'box'; readonly number: number}
  | {readonly kind: 'text'};

/** A run of plain text in which cites may stand: a note, a box's source line, a paragraph with citekeys. */
export interface Passage {
  readonly in: PassagePlace;
  /**
   * Where a reader meets it, in UTF-16 offsets of the manuscript: where the note is first called, where the box's source
   * line or the paragraph stands. In a paragraph of running text each cite is met at its own place.
   */
  readonly metAt: number;
  readonly text: PlainText;
}

/** The text of a node without its Markdown, with a way back to the source. */
export interface PlainText {
  readonly value: string;
  /** The source span behind a range of `value`. */
  spanOf(start: number, end: number): Span;
  /** The ranges of `value` that are set off from the rest, in order; they may nest. */
  readonly marks: readonly TextMark[];
}

export interface TextMark {
  readonly kind: 'emphasis' | 'strong' | 'link' | 'code';
  readonly start: number;
  readonly end: number;
}

/** `<!-- opcit-ignore add-refs: the clerk asked us to leave it -->` */
export interface IgnoreComment {
  /** `opcit-ignore`, or what the author took for it: `opcit-ignore-next`. */
  readonly word: string;
  /** The code as typed, the first where there are several; empty when the author gave none. */
  readonly code: string;
  /** Empty when the author gave none, which is a fault. */
  readonly reason: string;
  /** What keeps it from being read: then it silences nothing. A missing reason alone is none of these. */
  readonly fault: 'other-word' | 'no-code' | 'several-codes' | 'no-colon' | undefined;
  readonly span: Span;
  /** What it silences: the block after it, or `undefined` when nothing follows. */
  readonly covers: Span | undefined;
}
