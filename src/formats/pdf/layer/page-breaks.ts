/** What there is to place, counted in lines. */
export interface Choice {
  /** How many of the lines still to place fit on this page. */
  readonly fitting: number;
  readonly remaining: number;
  /** No line of the paragraph stands on an earlier page. */
  readonly isStart: boolean;
  /** When all lines fit: whether what has to follow on the same page fits too. */
  readonly hasRoomAfter: boolean;
}

/** Fewer lines than this never stand alone at the foot of a page (an orphan) or at the head of one (a widow). */
export const FEWEST_LINES = 2;

/**
 * How many lines to place on this page; 0 moves all of them to the next.
 *
 *     three lines of which two fit: none, since one line alone would be a widow
 */
export function linesToPlace({fitting, remaining, isStart, hasRoomAfter}: Choice): number {
  if (fitting === remaining && hasRoomAfter) return remaining;
  const most = Math.min(fitting, remaining - FEWEST_LINES);
  const fewest = isStart ? FEWEST_LINES : 1;
  return most < fewest ? 0 : most;
}
