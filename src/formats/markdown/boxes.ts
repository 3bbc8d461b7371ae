import type {Paragraph} from 'mdast';
import type {BlockOf, Inline} from '../../publication/types.ts';
import {withoutOuterSpace, writeInlines} from './inlines.ts';

/** The opening line of a box: `:::box{number=3 title="A title"}`, or `:::box[A *title*]{number=3}`. */
export interface BoxOpening {
  /** The title where it is more than plain words; else none. */
  readonly label: readonly Paragraph[];
  readonly attributes: Record<string, string>;
}

/** The number and title of a box. Its printed label, "Box 3", is made of the number by whoever reads the file. */
export function writeBoxOpening({number, title}: BlockOf<'box'>): BoxOpening {
  const numbered: Record<string, string> = number === undefined ? {} : {number: `${number}`};
  if (title.length === 0) return {label: [], attributes: numbered};
  const words = plainWords(title);
  if (words === '') return {label: [], attributes: numbered};
  if (words !== undefined) return {label: [], attributes: {...numbered, title: words}};
  const label: Paragraph = {
    type: 'paragraph',
    data: {directiveLabel: true},
    children: writeInlines(title),
  };
  return {label: [label], attributes: numbered};
}

// "Five * six", "R&amp;D": what may be Markdown or a character's name to whoever reads the title back
const MAY_BE_MARKDOWN = /[*_`~[\]<\\]|&[#\p{L}]/u;

/** The title as an attribute can hold it: without notes, emphasis, marks and what could be taken for them, or `undefined`. */
function plainWords(title: readonly Inline[]): string | undefined {
  let words = '';
  for (const inline of title) {
    if (inline.type !== 'text' && inline.type !== 'cross-reference') return undefined;
    words += inline.value;
  }
  return MAY_BE_MARKDOWN.test(words) ? undefined : withoutOuterSpace(words);
}
