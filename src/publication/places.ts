import {alignText} from '../manuscript/plain-text.ts';
import type {Span} from '../text/span.ts';
import type {Block, Inline, TableCell} from './types.ts';

/** Where an inline was read from, in UTF-16 offsets of the manuscript. */
export interface Place {
  readonly span: Span;
  /** Of a text: the place of each code unit of its value; `undefined` where they stand one behind the other. */
  readonly units: readonly Span[] | undefined;
}

/**
 * Where the parts of a publication were read from. A table beside it, filled while it is composed, so that the
 * publication itself carries nothing of its source.
 */
export interface Places {
  readonly inlines: Map<Inline, Place>;
  readonly blocks: Map<Block | TableCell, Span>;
}

/** A piece of text with its place. */
export interface PlacedText {
  readonly value: string;
  readonly place: Place;
}

// A line end inside a paragraph.
const LINE_END = /\r\n|\n|\r/gu;

/** A text on one line: every line end in it is one space. */
export function joinLines(text: string): string {
  return text.replace(LINE_END, ' ');
}

export function newPlaces(): Places {
  return {inlines: new Map(), blocks: new Map()};
}

/**
 * A node's text as it is published, with its place: a soft line break is one space, all else is as it was.
 *
 * @param value the text as Markdown gives it, escapes and character references resolved
 * @param source the whole manuscript
 * @param span where the text stands in it
 */
export function placeText(value: string, source: string, span: Span): PlacedText {
  const published = joinLines(value);
  if (published.length === value.length && value === source.slice(span.start, span.end)) {
    return {value: published, place: {span, units: undefined}};
  }
  const units = alignText(value, source, span).filter((_, index) => !isSecondHalfOfLineEnd(value, index));
  return {value: published, place: {span, units}};
}

function isSecondHalfOfLineEnd(value: string, index: number): boolean {
  return value.charAt(index) === '\n' && value.charAt(index - 1) === '\r';
}

/** A part of a text, from one code unit of its value up to another. */
export function cutText({value, place}: PlacedText, from: number, to: number): PlacedText {
  const first = unitAt(place, from);
  const last = unitAt(place, to - 1);
  return {
    value: value.slice(from, to),
    place: {span: {start: first.start, end: last.end}, units: place.units?.slice(from, to)},
  };
}

/**
 * The code units of a text that a span of the source covers, `undefined` when it covers none. A pair of surrogates
 * stays together.
 */
export function rangeIn(
  {value, place}: PlacedText,
  span: Span,
): {readonly from: number; readonly to: number} | undefined {
  if (span.start >= span.end || span.start >= place.span.end || span.end <= place.span.start)
    return undefined;
  const {units} = place;
  const hold = (index: number): number => (index === -1 ? value.length : Math.min(index, value.length));
  const from = hold(
    units === undefined
      ? Math.max(0, span.start - place.span.start)
      : units.findIndex(unit => unit.end > span.start),
  );
  const to = hold(
    units === undefined ? span.end - place.span.start : units.findIndex(unit => unit.start >= span.end),
  );
  if (from >= to) return undefined;
  return {
    from: splitsPair(value, from) ? from - 1 : from,
    to: splitsPair(value, to) ? to + 1 : to,
  };
}

function unitAt({span, units}: Place, index: number): Span {
  if (units === undefined) return {start: span.start + index, end: span.start + index + 1};
  return units[index] ?? {start: span.end, end: span.end};
}

function splitsPair(value: string, index: number): boolean {
  const before = value.charCodeAt(index - 1);
  const after = value.charCodeAt(index);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
