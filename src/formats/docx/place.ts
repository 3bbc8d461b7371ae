import type {ParagraphChild} from 'docx';
import type {InlinePlace} from './inlines.ts';
import type {ItemNumbering} from './numbering.ts';
import type {Plan} from './plan.ts';
import {LIST_STEP, QUOTE_INDENT, STYLE} from './styles.ts';

/** Where a block is written: what stands round it decides its style and how far in it goes. Lengths are twips. */
export interface Place extends InlinePlace {
  readonly left: number;
  readonly right: number;
  /** The width between the edges of the page's text, or of the cell, before `left` and `right` are taken off. */
  readonly measure: number;
  readonly styles: PlaceStyles;
  /** How many lists it stands in. */
  readonly depth: number;
  /** Set for the first block of a list's item, which carries the item's sign or number. */
  readonly item: ItemNumbering | undefined;
  /** What goes before the words of the first paragraph. */
  readonly lead: readonly ParagraphChild[];
  /** Tables have no space after them in Word, so what follows one brings it. */
  readonly followsTable: boolean;
  /** Whether a paragraph leads to what follows it, and stays on its page. */
  readonly isLead: boolean;
}

export interface PlaceStyles {
  readonly plain: string;
  readonly continued: string;
  readonly bullet: string;
  readonly ordered: string;
  readonly listContinue: string;
}

export interface Indent {
  readonly left: number;
  readonly right: number;
  readonly hanging: number;
}

const BODY_STYLES: PlaceStyles = {
  plain: STYLE.body,
  continued: STYLE.continued,
  bullet: STYLE.bullet,
  ordered: STYLE.ordered,
  listContinue: STYLE.listContinue,
};
/** One style for all that a note holds, so that a list in it is set as small as its words. */
const NOTE_STYLES: PlaceStyles = {
  plain: STYLE.footnoteText,
  continued: STYLE.footnoteText,
  bullet: STYLE.footnoteText,
  ordered: STYLE.footnoteText,
  listContinue: STYLE.footnoteText,
};

/** Twips that the words keep, however deep lists and quotations stand in each other. */
const LEAST_ROOM = 1440;

const AT_MARGIN = {
  left: 0,
  right: 0,
  depth: 0,
  item: undefined,
  lead: [],
  followsTable: false,
  isLead: false,
};

/** The text of the page. */
export function pagePlace(plan: Plan): Place {
  return {...AT_MARGIN, measure: plan.page.measure, styles: BODY_STYLES, isInNote: false};
}

/** The inside of a note, behind its mark. */
export function notePlace(plan: Plan, lead: readonly ParagraphChild[]): Place {
  return {...AT_MARGIN, lead, measure: plan.page.measure, styles: NOTE_STYLES, isInNote: true};
}

/** The inside of a cell as wide as its place allows, less `padding` on each side. */
export function cellPlace(place: Place, padding: number): Place {
  return {...place, ...AT_MARGIN, measure: Math.max(LEAST_ROOM, roomIn(place) - 2 * padding)};
}

/** The inside of a quotation; its paragraphs are quotations by their style, except in notes. */
export function quotePlace(place: Place): Place {
  const styles = place.isInNote
    ? place.styles
    : {...place.styles, plain: STYLE.quote, continued: STYLE.quote};
  return furtherIn({...place, styles}, QUOTE_INDENT, QUOTE_INDENT);
}

/** An item of a list one step further in. */
export function itemPlace(place: Place, item: ItemNumbering): Place {
  return furtherIn({...place, item, depth: place.depth + 1}, LIST_STEP, 0);
}

/** A place as far in as `indent` asks, a paragraph's way to stand under a numbered one. */
export function indentedPlace(place: Place, indent: 0 | 1, plan: Plan): Place {
  return indent === 0 ? place : furtherIn(place, plan.numberWidth, 0);
}

/** The width of a line at a place. */
export function roomIn(place: Place): number {
  return place.measure - place.left - place.right;
}

function furtherIn(place: Place, left: number, right: number): Place {
  const further = {...place, left: place.left + left, right: place.right + right};
  return roomIn(further) < LEAST_ROOM ? place : further;
}
