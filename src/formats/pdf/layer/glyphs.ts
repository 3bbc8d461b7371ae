import type {Page} from './pdfmake.ts';
import type {Face} from './runs.ts';

/** A character that prints as a box, since its face has no glyph for it. */
export interface MissingGlyph {
  readonly character: string;
  /** How often it stands on the pages. */
  readonly count: number;
  /** The page of the first, counted from 1. */
  readonly page: number;
}

/** The characters for which their face has no glyph, in the order in which they first stand on the pages. */
export function findMissingGlyphs(pages: readonly Page[]): readonly MissingGlyph[] {
  const found = new Map<string, {readonly page: number; count: number}>();
  for (const [index, {items}] of pages.entries()) {
    for (const item of items) {
      if (item.type !== 'line') continue;
      for (const {text, font} of item.item.inlines) {
        for (const character of text) {
          if (hasGlyph(font, character)) continue;
          const known = found.get(character) ?? {page: index + 1, count: 0};
          known.count += 1;
          found.set(character, known);
        }
      }
    }
  }
  return [...found].map(([character, {count, page}]) => ({character, count, page}));
}

const answers = new WeakMap<Face, Map<string, boolean>>();

/** Asked once for each face and character. A line end is no glyph. */
function hasGlyph(face: Face, character: string): boolean {
  if (character === '\n') return true;
  const known = answers.get(face) ?? new Map<string, boolean>();
  answers.set(face, known);
  const answer = known.get(character) ?? face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  known.set(character, answer);
  return answer;
}
