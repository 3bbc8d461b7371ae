import type {PageContext} from './context.ts';
import {placeSlice} from './galley.ts';
import {heightOf, SEPARATOR} from './seating.ts';

/** The rule between text and notes: short where a note begins, across the page where one runs on from the page before. */
const SHORT_RULE = 144;
const RULE_WIDTH = 0.5;
const RULE_COLOUR = '#33404f';

/** Draws the notes of every page above its bottom margin. */
export function drawNotes({pages, notes}: PageContext): void {
  for (const [number, {slices, isContinued}] of notes.pages) {
    const page = pages[number];
    if (page === undefined) continue;
    const {left, right, bottom} = page.pageMargins;
    let y = page.pageSize.height - bottom - heightOf(slices) - SEPARATOR.below;
    const width = isContinued ? page.pageSize.width - left - right : SHORT_RULE;
    page.items.push({
      type: 'vector',
      item: {
        type: 'line',
        x1: left,
        x2: left + width,
        y1: y,
        y2: y,
        lineWidth: RULE_WIDTH,
        lineColor: RULE_COLOUR,
      },
    });
    y += SEPARATOR.below;
    for (const slice of slices) {
      y += slice.gap;
      page.items.push(...placeSlice(slice, left, y));
      y += slice.height;
    }
  }
}
