import {ImageRun, Paragraph} from 'docx';
import type {BlockOf} from '../../publication/types.ts';
import {TWIPS_PER_POINT} from './page.ts';
import {indentOptions, spaceAfterTable} from './paragraphs.ts';
import {type Place, roomIn} from './place.ts';
import type {Plan} from './plan.ts';
import {STYLE} from './styles.ts';
import {attributeText} from './text.ts';

/** Pixels count 96 to the inch, points 72. */
const TWIPS_PER_PIXEL = TWIPS_PER_POINT * (72 / 96);
/** How much of a page's height a picture may take, so that a line of text fits beside it. */
const TALLEST = 0.8;

/** A picture in a line of its own, no wider than the text, with its words for those who cannot see it (`wp:docPr descr`). */
export function writeFigure(figure: BlockOf<'figure'>, place: Place, plan: Plan): Paragraph {
  const {left, right} = place;
  const alt = attributeText(figure.alt);
  return new Paragraph({
    style: STYLE.figure,
    children: [
      new ImageRun({
        type: figure.mediaType === 'image/png' ? 'png' : 'jpg',
        data: figure.bytes,
        transformation: scaled(figure, place, plan),
        altText: {name: 'Figure', description: alt},
      }),
    ],
    ...indentOptions({left, right, hanging: 0}, {left: 0, right: 0, hanging: 0}),
    ...spaceAfterTable(place),
  });
}

/** Pixels: as drawn, or scaled down to the measure. */
function scaled(
  {width, height}: BlockOf<'figure'>,
  place: Place,
  plan: Plan,
): {readonly width: number; readonly height: number} {
  const room = roomIn(place) / TWIPS_PER_PIXEL;
  const depth = (plan.page.depth * TALLEST) / TWIPS_PER_PIXEL;
  const scale = Math.min(1, room / Math.max(1, width), depth / Math.max(1, height));
  return {width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale))};
}
