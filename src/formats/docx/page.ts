import type {Profile} from '../../profiles/profile.ts';

/** Word measures in twips, a twentieth of a point. */
export const TWIPS_PER_POINT = 20;

/** The page, in twips. */
export interface PageGeometry {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** The width of a line. */
  readonly measure: number;
  /** The height between the margins. */
  readonly depth: number;
  /** From the edge of the paper to the header and the footer. */
  readonly edge: number;
}

/** A4 is 210 mm by 297 mm, Letter 8.5 in by 11 in, as Word rounds them. */
const PAPER: Readonly<Record<Profile['page']['size'], {readonly width: number; readonly height: number}>> = {
  A4: {width: 11906, height: 16838},
  Letter: {width: 12240, height: 15840},
};

/** Word's own distance of header and footer from the edge. */
const USUAL_EDGE = 708;

/** The page that a profile asks for. */
export function pageGeometry(page: Profile['page']): PageGeometry {
  const {width, height} = PAPER[page.size];
  const margin = Math.round(page.margin * TWIPS_PER_POINT);
  return {
    width,
    height,
    margin,
    measure: width - 2 * margin,
    depth: height - 2 * margin,
    edge: Math.min(USUAL_EDGE, Math.round(margin / 2)),
  };
}
