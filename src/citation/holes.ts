import type {Range} from './range.ts';
import type {KeyReading, Reading} from './reading.ts';
import {trimRange} from './segment.ts';

/** A promise as far as the first citekey in it: "[TODO page of @kay1988]". */
export function beforeKeys(text: string, range: Range, keys: readonly KeyReading[]): readonly Range[] {
  const key = keys.find(({range: one}) => range.start <= one.start && one.start < range.end);
  if (key === undefined) return [range];
  const isBracketed = /[([]/u.test(text.charAt(range.start));
  const promise = trimRange(text, {start: range.start + (isBracketed ? 1 : 0), end: key.range.start});
  return promise.end > promise.start ? [promise] : [];
}

// What stands before a promise in the middle of a reference, and what behind it: "Kay [year?] *Sluices*".
const GOES_BEFORE = /[\p{L}\p{N},)]\s?$/u;
const GOES_ON = /^\s(?!(?:and|see|also|but|cf)\b)[\p{L}“‘"']/u;

/** Whether a bracketed promise stands for a part of the reference around it. */
export function isInsideReference(text: string, {start, end}: Range): boolean {
  return (
    /[([]/u.test(text.charAt(start)) &&
    GOES_BEFORE.test(text.slice(0, start)) &&
    GOES_ON.test(text.slice(end))
  );
}

/** A reading without the promise inside it: its words say nothing, and its range is the longer part of the two. */
export function withoutHoles(reading: Reading, holes: readonly Range[]): Reading {
  const {range} = reading;
  const hole = holes.find(one => range.start < one.end && one.start < range.end);
  if (hole === undefined || !('lead' in reading)) return reading;
  const isFirstLonger = hole.start - range.start > range.end - hole.end;
  const {lead} = reading;
  const isOutside = (word: Range): boolean => word.end <= hole.start || word.start >= hole.end;
  const rest = {
    ...reading,
    range: trimRange(
      reading.passage.text.value,
      isFirstLonger ? {start: range.start, end: hole.start} : {start: hole.end, end: range.end},
    ),
    lead: {...lead, words: lead.words.filter(isOutside), years: lead.years.filter(isOutside)},
  };
  return withoutHoles(rest, holes);
}
