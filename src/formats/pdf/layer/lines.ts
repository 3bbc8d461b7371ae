import type {Label} from './nodes.ts';
import {type Line, PdfmakeLine} from './pdfmake.ts';
import type {Inline} from './runs.ts';

/**
 * Fills lines of `width` points with the words of a leaf, aligned as their leaf asks.
 *
 * pdfmake's own `buildNextLine` copies the rest of the list for every word, which makes a long paragraph slow out of
 * all measure; this walks along the list once.
 */
export function composeLines(inlines: readonly Inline[], width: number): Line[] {
  const words = [...inlines];
  const lines: Line[] = [];
  let next = 0;
  while (next < words.length) {
    const line = new PdfmakeLine(width);
    let isGlued = false;
    for (let word = words[next]; word !== undefined; word = words[next]) {
      if (!isGlued && !line.hasEnoughSpaceForInline(asOneWord(word, wordsGluedTo(words, next)), [])) break;
      const cut = cutToFit(word, roomOn(line));
      // On a line too short for both, a word with a line to itself is better than half a word beside the one before.
      if (isGlued && cut !== undefined && (word.width - word.trailingCut <= width || !fits(cut.head, line)))
        break;
      line.addInline(cut?.head ?? word);
      if (cut === undefined) next += 1;
      else words[next] = cut.tail;
      isGlued = cut === undefined && word.noNewLine === true;
    }
    alignLine(line, width);
    lines.push(line);
  }
  return lines;
}

/** Hangs a label beside a line: its words stand before the line's own, to the left of where it may begin. */
export function hangLabel(line: Line, label: Label): void {
  let x = -label.hang - (line.x ?? 0);
  const inlines = (label._inlines ?? []).map(inline => {
    const hung = {...inline, x, isLabel: true};
    x += inline.width;
    return hung;
  });
  line.inlines = [...inlines, ...line.inlines];
}

/** Takes off what hangs beside a line, as from the header of a table that is repeated. */
export function dropLabels(line: Line): void {
  line.inlines = line.inlines.filter(({isLabel}) => isLabel !== true);
}

/** What must stand on one line with the word at `index`: the words up to the first one after which a break is allowed. */
function wordsGluedTo(words: readonly Inline[], index: number): readonly Inline[] {
  if (words[index]?.noNewLine !== true) return [];
  let end = index + 1;
  while (words[end]?.noNewLine === true) end += 1;
  return words.slice(index + 1, end + 1);
}

/** A word wider than its line, such as an address, is cut where the line ends. */
function cutToFit(
  word: Inline,
  available: number,
): {readonly head: Inline; readonly tail: Inline} | undefined {
  if (word.text.length < 2 || word.width - word.trailingCut <= available) return undefined;
  const characters = [...word.text];
  let fitting = 1;
  let tooMany = characters.length;
  while (tooMany - fitting > 1) {
    const half = Math.floor((fitting + tooMany) / 2);
    if (widthOf(characters.slice(0, half).join(''), word) <= available) fitting = half;
    else tooMany = half;
  }
  if (fitting >= characters.length) return undefined;
  return {
    head: withText(word, characters.slice(0, fitting).join('')),
    tail: {...withText(word, characters.slice(fitting).join('')), trailingCut: word.trailingCut},
  };
}

function fits({width}: Inline, line: Line): boolean {
  return width <= roomOn(line);
}

/** Points behind the words of a line and the space after them. */
function roomOn(line: Line): number {
  return line.getAvailableWidth() - line.trailingCut;
}

/** Words that stay together as one; pdfmake would not count the spaces between them. */
function asOneWord(word: Inline, glued: readonly Inline[]): Inline {
  const last = glued.at(-1);
  if (last === undefined) return word;
  const width = glued.reduce((sum, each) => sum + each.width, word.width);
  return {...word, width, trailingCut: last.trailingCut, noNewLine: false};
}

function withText(word: Inline, text: string): Inline {
  return {...word, text, width: widthOf(text, word), trailingCut: 0};
}

function widthOf(text: string, {font, fontSize, fontFeatures}: Inline): number {
  return font.widthOfString(text, fontSize, fontFeatures);
}

/**
 * Text is ragged right: guidance on accessible documents asks for it, and pdfmake's justification, which spreads the
 * space between a word and its note mark too, is then never used.
 */
function alignLine(line: Line, width: number): void {
  const alignment = line.inlines[0]?.alignment;
  if (alignment === 'right') line.x = width - line.getWidth();
  if (alignment === 'center') line.x = (width - line.getWidth()) / 2;
}
