import type {PageContext, Spanning} from './context.ts';
import type {PanelLook} from './nodes.ts';

/** A panel that is being filled. */
export interface Panel extends Spanning {
  /** After its last content. */
  close(context: PageContext): void;
}

const LINE_WIDTH = 0.6;

/**
 * A frame round the text that follows, on as many pages as it takes: closed where a page ends, open again on the next.
 * The ground is drawn last and slipped in below its text.
 */
export function openPanel({fill, line, padding}: PanelLook, context: PageContext): Panel {
  const {x, availableWidth: width} = context;
  let top = 0;
  let ground = 0;

  function enter(page: PageContext): void {
    top = page.y;
    ground = page.getCurrentPage().items.length;
    page.moveDown(padding.top);
    page.availableHeight -= padding.bottom;
  }

  function leave(page: PageContext): void {
    page.availableHeight += padding.bottom;
    const isEmpty = page.y <= top + padding.top;
    page.moveDown(padding.bottom);
    if (isEmpty) return;
    page.getCurrentPage().items.splice(ground, 0, {
      type: 'vector',
      item: {
        type: 'rect',
        x,
        y: top,
        w: width,
        h: page.y - top,
        color: fill,
        ...(line === undefined ? {} : {lineColor: line, lineWidth: LINE_WIDTH}),
      },
    });
  }

  enter(context);
  return {enter, leave, close: leave};
}
