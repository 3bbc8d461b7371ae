import {carriedThatFit, heightOf, type Room, SEPARATOR_HEIGHT, type Seating, type Slice} from './seating.ts';

/** The notes of a document as its pages fill: what stands at the foot of each, and what waits for the next. */
export interface NoteArea {
  readonly pages: Map<number, PageNotes>;
  /** Slices that found no room on the page of their reference, in order. */
  waiting: Slice[];
  /** Note number to the page of its reference, and to the page on which it begins; pages count from 0. */
  readonly referencedOn: Map<number, number>;
  readonly beginsOn: Map<number, number>;
}

export interface PageNotes {
  readonly slices: Slice[];
  /** Whether the first of them belongs to a note that began on an earlier page. */
  readonly isContinued: boolean;
}

/** Notes carried over never take more of a page than this, so that the text goes on too. */
const GREATEST_SHARE = 0.6;

export function emptyNoteArea(): NoteArea {
  return {pages: new Map(), waiting: [], referencedOn: new Map(), beginsOn: new Map()};
}

export function roomOn(area: NoteArea, page: number, height: number): Room {
  return {height, hasNotes: area.pages.has(page), isClosed: area.waiting.length > 0};
}

/** Places carried-over notes on a new page with `available` points of height, and returns the points they take. */
export function enterPage(area: NoteArea, page: number, available: number): number {
  if (area.waiting.length === 0) return 0;
  const count = carriedThatFit(area.waiting, available * GREATEST_SHARE - SEPARATOR_HEIGHT);
  return SEPARATOR_HEIGHT + bringDown(area, page, count);
}

/** Fills what the text left free on a page with more of the notes that wait, and returns the points they take. */
export function leavePage(area: NoteArea, page: number, available: number): number {
  if (!area.pages.has(page)) return 0;
  let free = available;
  let count = 0;
  for (const {gap, height} of area.waiting) {
    free -= gap + height;
    if (free < 0) break;
    count += 1;
  }
  return bringDown(area, page, count);
}

/** Enters what `seat` found. */
export function settleNotes(area: NoteArea, page: number, {here, later}: Seating): void {
  for (const {note, isFirst} of [...here, ...later]) {
    if (isFirst) area.referencedOn.set(note, page);
  }
  add(area, page, here);
  area.waiting.push(...later);
}

/** Notes that begin on a later page than their reference, with both pages as a reader counts them. */
export function lateNotes(area: NoteArea): readonly {note: number; reference: number; start: number}[] {
  return [...area.referencedOn].flatMap(([note, reference]) => {
    const start = area.beginsOn.get(note) ?? reference;
    return start === reference ? [] : [{note, reference: reference + 1, start: start + 1}];
  });
}

function bringDown(area: NoteArea, page: number, count: number): number {
  const slices = area.waiting.splice(0, count);
  add(area, page, slices);
  return heightOf(slices);
}

function add(area: NoteArea, page: number, slices: readonly Slice[]): void {
  const first = slices[0];
  if (first === undefined) return;
  const known = area.pages.get(page) ?? {slices: [], isContinued: !first.isFirst};
  known.slices.push(...slices);
  area.pages.set(page, known);
  for (const {note, isFirst} of slices) {
    if (isFirst) area.beginsOn.set(note, page);
  }
}
