import type {IssuedDate} from '../manuscript/types.ts';
import type {Profile} from '../profiles/profile.ts';
import type {Severity} from '../text/diagnostic.ts';

/**
 * The composed document: numbered, resolved, free of Markdown. Formats know this type and nothing below it.
 * Ids are unique in a publication, ASCII, and fit as bookmark names (`note-5`, `noteref-5`, `para-12`, `box-3`, `h-about`).
 */
export interface Publication {
  readonly title: string;
  /** What this is and from whom: "Written evidence submitted by The Name of the Body (MIG0012)". */
  readonly evidenceLine: string;
  /** "November 2003", in the language of the text; `undefined` without a date. */
  readonly dateLine: string | undefined;
  readonly submitter: string | undefined;
  readonly capacity: 'organisation' | 'individual' | 'group' | undefined;
  readonly committee: string | undefined;
  readonly inquiry: string | undefined;
  /** Given by the committee; `undefined` until then. */
  readonly reference: string | undefined;
  /** From the front matter alone, so that the same text gives the same file; `undefined` without a date. */
  readonly issued: IssuedDate | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly profile: Profile;
  /** Set for a draft: the findings still open. A publication for submission has none. */
  readonly draft: Draft | undefined;
  readonly blocks: readonly Block[];
  /** In order of their numbers, 1 to n without gaps: each is called first in that order by a `noteReference`. */
  readonly notes: readonly PublishedNote[];
}

export interface Draft {
  /** "Draft: 3 open errors, 2 warnings" and the like: the mark on every page. */
  readonly mark: string;
  /** Numbered from 1, in the order of their places; inlines of type `finding` point here. */
  readonly findings: readonly OpenFinding[];
}

export interface OpenFinding {
  readonly number: number;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string | undefined;
  /** The file and line, `manuscript/evidence.md:41`, and whether its mark stands in the text. */
  readonly place: string;
  readonly isInText: boolean;
}

export interface PublishedNote {
  readonly number: number;
  /** Where a reference links to. */
  readonly id: string;
  /** The id of its first reference, to which the note's own number links back. */
  readonly referenceId: string;
  /** At least one; mostly a single paragraph without a number. */
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | Box | List | Quotation | Table | Figure | CodeBlock | Divider;
export type BlockOf<Type extends Block['type']> = Extract<Block, {readonly type: Type}>;

/** `level` is 1 to 6; the title of the document is no heading of this kind. */
export interface Heading {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly id: string;
  readonly children: readonly Inline[];
}

/**
 * A paragraph; with `number`, one of the document's numbered run. Typed numbers stand as typed: in a publication for
 * submission none is skipped or repeated, in a draft one may be.
 */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly number: number | undefined;
  /** Set on numbered paragraphs, `para-12`. */
  readonly id: string | undefined;
  /** How deep it stands under a numbered paragraph: 0 at the margin, 1 aligned with a numbered paragraph's text. */
  readonly indent: 0 | 1;
  /** Set on a work in the list of works cited: its first line begins to the left of the others, so that names are found. */
  readonly isWork?: true;
  readonly children: readonly Inline[];
}

/** A numbered panel: its label and title, its contents, its source line. */
export interface Box {
  readonly type: 'box';
  readonly number: number | undefined;
  readonly id: string;
  /** "Box 3", from the profile's pattern; empty for a box without a number. */
  readonly label: string;
  readonly title: readonly Inline[];
  readonly blocks: readonly Block[];
  readonly source: Paragraph | undefined;
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The first number of an ordered list. */
  readonly start: number;
  readonly indent: 0 | 1;
  readonly items: readonly {readonly blocks: readonly Block[]}[];
}

export interface Quotation {
  readonly type: 'quotation';
  readonly indent: 0 | 1;
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly type: 'table';
  readonly indent: 0 | 1;
  /** One for each column. */
  readonly align: readonly ('left' | 'right' | 'center' | undefined)[];
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell {
  readonly children: readonly Inline[];
}

export interface Figure {
  readonly type: 'figure';
  readonly indent: 0 | 1;
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

export interface CodeBlock {
  readonly type: 'code';
  readonly indent: 0 | 1;
  readonly text: string;
}

export interface Divider {
  readonly type: 'divider';
}

export type Inline =
  | Text
  | Emphasis
  | Strong
  | Deleted
  | InlineCode
  | Link
  | CrossReferenceLink
  | NoteReference
  | FindingMark
  | LineBreak;
export type InlineOf<Type extends Inline['type']> = Extract<Inline, {readonly type: Type}>;

export interface Text {
  readonly type: 'text';
  readonly value: string;
}
export interface Emphasis {
  readonly type: 'emphasis';
  readonly children: readonly Inline[];
}
export interface Strong {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}
export interface Deleted {
  readonly type: 'deleted';
  readonly children: readonly Inline[];
}
export interface InlineCode {
  readonly type: 'code-inline';
  readonly value: string;
}
/** A link out of the document. */
export interface Link {
  readonly type: 'link';
  readonly url: string;
  readonly children: readonly Inline[];
}
/**
 * The number in "see box 3", "paragraph 12", "note 3", "n 3 above": live in every output. `target` is the id of the part;
 * `value` is the number as typed, which a format may print from a field that its reader updates. Of kind `heading` and
 * `cite` the value is words: those of a link to a section, and of a cite that leads to where its work was cited before.
 */
export interface CrossReferenceLink {
  readonly type: 'cross-reference';
  readonly kind: 'box' | 'paragraph' | 'note' | 'heading' | 'cite';
  readonly target: string;
  readonly value: string;
}
/** The mark that calls a note; `id` is its own, for the way back. A second call of one note has `isFirst: false`. */
export interface NoteReference {
  readonly type: 'note-reference';
  readonly number: number;
  readonly note: string;
  readonly id: string;
  readonly isFirst: boolean;
}
/** Words that an open finding concerns, in a draft: highlighted, with the finding's number and code printed after them. */
export interface FindingMark {
  readonly type: 'finding';
  readonly number: number;
  readonly code: string;
  readonly severity: Severity;
  /** Whether the label is printed after these children; false for all but the last piece of a finding cut by other inlines. */
  readonly hasLabel: boolean;
  /** May be empty: a mark without words. */
  readonly children: readonly Inline[];
}
export interface LineBreak {
  readonly type: 'line-break';
}
