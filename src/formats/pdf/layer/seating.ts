import type {PageItem} from './pdfmake.ts';

/** A note laid out at the width of the page and cut between its lines. */
export interface LaidNote {
  readonly number: number;
  /** At least one. */
  readonly slices: readonly Slice[];
}

/** What can stand on its own at the foot of a page: mostly one line. Lengths in points. */
export interface Slice {
  readonly note: number;
  readonly isFirst: boolean;
  /** Kept free above it. */
  readonly gap: number;
  readonly height: number;
  /** The place of its top in the galley in which the note was laid out; its items count from the same origin. */
  readonly top: number;
  readonly items: readonly PageItem[];
}

/** What is free between the text and the notes of a page. */
export interface Room {
  /** Points. */
  readonly height: number;
  readonly hasNotes: boolean;
  /** A note runs on to the next page, so that no other note may begin on this one. */
  readonly isClosed: boolean;
}

/** For what is measured ahead, before its page is known. */
export const EMPTY_PAGE: Room = {height: 0, hasNotes: false, isClosed: false};

/** How a piece of text and the notes that it calls come to stand on a page. */
export interface Seating {
  readonly here: readonly Slice[];
  /** For the pages that follow. */
  readonly later: readonly Slice[];
  /** Points taken by the notes, the separator included when it is theirs. */
  readonly notesHeight: number;
  /** What is free afterwards. */
  readonly room: Room;
}

/** Points above and below the rule between text and notes. */
export const SEPARATOR = {above: 8, below: 4} as const;
export const SEPARATOR_HEIGHT: number = SEPARATOR.above + SEPARATOR.below;

/** A note is cut only where this many of its lines stand on either side. */
const FEWEST_LINES = 2;

/**
 * Seats a piece of text `height` points high with its notes: every note begins here, and only the last may run on.
 * `undefined` when there is not the room for that.
 */
export function seat(room: Room, height: number, notes: readonly LaidNote[]): Seating | undefined {
  const free = room.height - height;
  if (free < 0) return undefined;
  if (notes.length === 0) return {here: [], later: [], notesHeight: 0, room: {...room, height: free}};
  if (room.isClosed) return undefined;

  const last = notes.at(-1);
  const whole = notes.slice(0, -1).flatMap(note => note.slices);
  const rest = free - separatorOf(room) - heightOf(whole);
  if (last === undefined || rest < 0) return undefined;
  const count = slicesThatFit(last.slices, rest);
  if (count === 0) return undefined;
  return seating(room, free, [...whole, ...last.slices.slice(0, count)], last.slices.slice(count));
}

/** Seats a piece of text on a page where nothing better can be had: as much of its notes as fits stays with it. */
export function seatAnyhow(room: Room, height: number, notes: readonly LaidNote[]): Seating {
  const slices = notes.flatMap(note => note.slices);
  const free = Math.max(0, room.height - height);
  const count = room.isClosed ? 0 : countWithin(slices, free - separatorOf(room));
  return seating(room, free, slices.slice(0, count), slices.slice(count));
}

/** The least height that notes ask for beside the text that calls them: all but the last whole, and the start of that. */
export function leastHeight(room: Room, notes: readonly LaidNote[]): number {
  const last = notes.at(-1);
  if (last === undefined) return 0;
  const whole = notes.slice(0, -1).flatMap(note => note.slices);
  return separatorOf(room) + heightOf(whole) + heightOf(startOf(last.slices));
}

/** How many of the slices left over from earlier pages stand within `available` points; at least one. */
export function carriedThatFit(slices: readonly Slice[], available: number): number {
  const count = Math.max(1, countWithin(slices, available));
  const isWidow = count === slices.length - 1 && count > FEWEST_LINES;
  return isWidow && slices[count]?.isFirst === false ? count - 1 : Math.min(count, slices.length);
}

export function heightOf(slices: readonly Slice[]): number {
  return slices.reduce((sum, {gap, height}) => sum + gap + height, 0);
}

function separatorOf(room: Room): number {
  return room.hasNotes ? 0 : SEPARATOR_HEIGHT;
}

function seating(room: Room, free: number, here: readonly Slice[], later: readonly Slice[]): Seating {
  const notesHeight = here.length === 0 ? 0 : separatorOf(room) + heightOf(here);
  return {
    here,
    later,
    notesHeight,
    room: {
      height: free - notesHeight,
      hasNotes: room.hasNotes || here.length > 0,
      isClosed: room.isClosed || later.length > 0,
    },
  };
}

/** A short note stands whole or not at all; a longer one may be cut between its lines, not too near its ends. */
function slicesThatFit(slices: readonly Slice[], available: number): number {
  const fitting = countWithin(slices, available);
  if (fitting === slices.length) return fitting;
  const count = Math.min(fitting, slices.length - FEWEST_LINES);
  return count < FEWEST_LINES ? 0 : count;
}

function startOf(slices: readonly Slice[]): readonly Slice[] {
  return slices.length < 2 * FEWEST_LINES ? slices : slices.slice(0, FEWEST_LINES);
}

function countWithin(slices: readonly Slice[], available: number): number {
  let free = available;
  let count = 0;
  for (const {gap, height} of slices) {
    free -= gap + height;
    if (free < 0) break;
    count += 1;
  }
  return count;
}
