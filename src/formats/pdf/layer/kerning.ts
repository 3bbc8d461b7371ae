import type {Face} from './runs.ts';

/**
 * Thousandths of the size that kerning may add between two letters. Who takes text out of a PDF reads a gap of a tenth
 * of the size or more as a space, and the "f)" of "(half)" in Source Serif is set wider than that.
 */
const WIDEST_KERNING = 92;

const limited = new WeakSet<Face>();

/** Keeps kerning from looking like a space to whoever reads the text of the PDF; words are measured as they are drawn. */
export function limitKerning(face: Face): Face {
  if (limited.has(face)) return face;
  limited.add(face);
  const layoutRun = face.layoutRun.bind(face);
  face.layoutRun = (text, features) => {
    const run = layoutRun(text, features);
    for (const position of run.positions) {
      position.xAdvance = Math.min(position.xAdvance, position.advanceWidth + WIDEST_KERNING);
    }
    return run;
  };
  return face;
}
