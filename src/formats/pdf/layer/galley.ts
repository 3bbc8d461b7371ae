import type {PageItem, Vector} from './pdfmake.ts';
import type {Slice} from './seating.ts';

/**
 * Cuts a note that was laid out on one endless page (a galley) between its lines.
 *
 * Items arrive in the order of the text. Lines side by side, as in a table, stay together; a rule goes with what stands
 * above it, and the first with what follows.
 */
export function sliceGalley(note: number, gap: number, items: readonly PageItem[]): readonly Slice[] {
  const slices: {top: number; bottom: number; items: PageItem[]}[] = [];
  const rules: PageItem[] = [];
  for (const item of items) {
    const {top, bottom} = extentOf(item);
    const open = slices.at(-1);
    if (item.type === 'vector') {
      (open?.items ?? rules).push(item);
      if (open) open.bottom = Math.max(open.bottom, bottom);
    } else if (open !== undefined && top < open.bottom - TOUCHING) {
      open.items.push(item);
      open.bottom = Math.max(open.bottom, bottom);
    } else {
      slices.push({top, bottom, items: [...rules.splice(0), item]});
    }
  }
  return slices.map(({top, bottom, items: own}, index) => ({
    note,
    isFirst: index === 0,
    gap: index === 0 ? gap : Math.max(0, top - (slices[index - 1]?.bottom ?? top)),
    height: bottom - top,
    top,
    items: own,
  }));
}

/** Moves the items of a slice from the galley to their place on a page. */
export function placeSlice({top, items}: Slice, x: number, y: number): readonly PageItem[] {
  for (const item of items) {
    if (item.type === 'vector') moveVector(item.item, x, y - top);
    else {
      item.item.x = (item.item.x ?? 0) + x;
      item.item.y = (item.item.y ?? 0) + y - top;
    }
  }
  return items;
}

/** Rounding may let two lines that touch seem to overlap by less than this. */
const TOUCHING = 0.01;

function extentOf(item: PageItem): {readonly top: number; readonly bottom: number} {
  if (item.type === 'line') {
    const top = item.item.y ?? 0;
    return {top, bottom: top + item.item.getHeight()};
  }
  if (item.type === 'image') {
    const top = item.item.y ?? 0;
    return {top, bottom: top + (item.item._height ?? 0)};
  }
  const {y = 0, h = 0, y1 = y, y2 = y + h} = item.item;
  return {top: Math.min(y1, y2), bottom: Math.max(y1, y2)};
}

function moveVector(vector: Vector, x: number, y: number): void {
  for (const key of ['x', 'x1', 'x2'] as const) {
    if (vector[key] !== undefined) vector[key] += x;
  }
  for (const key of ['y', 'y1', 'y2'] as const) {
    if (vector[key] !== undefined) vector[key] += y;
  }
}
