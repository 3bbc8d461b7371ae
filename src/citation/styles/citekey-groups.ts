import type {Passage} from '../../manuscript/types.ts';
import type {Span} from '../../text/span.ts';
import {type Citekey, findCitekeys} from '../citekeys.ts';
import {readLocator} from '../locator.ts';
import {type CslLocator, toCslLocator} from './csl-locator.ts';

/** One work in a group of citekeys. */
export interface CitedItem {
  readonly key: string;
  /** What stands before it, "see "; it ends in white space where the author typed some. */
  readonly prefix: string;
  /** What stands behind the locator, ", with caution". */
  readonly suffix: string;
  readonly locator: CslLocator | undefined;
  /** `-@key`: the text names the author already. */
  readonly isWithoutAuthor: boolean;
}

/** Citekeys that make one cite: `[see @smith2001, p. 5; -@jones2002]`, or `@smith2001 [p. 5]` as a part of a sentence. */
export interface CitekeyGroup {
  readonly passage: Passage;
  /** In the passage, and in the manuscript. */
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  /** Whether its key is a word of the sentence and stands for the author's name. */
  readonly isInSentence: boolean;
  readonly items: readonly CitedItem[];
}

/** The groups of a passage in order, after Pandoc's manual, "Citation syntax". */
export function findCitekeyGroups(passage: Passage): readonly CitekeyGroup[] {
  const keys = findCitekeys(passage.text);
  const {value} = passage.text;
  const brackets = new Map<number, Citekey[]>();
  for (const key of keys) {
    if (isBracketed(key)) brackets.set(key.group.start, [...(brackets.get(key.group.start) ?? []), key]);
  }
  const groups = [...brackets].map(([start, members]) => {
    const end = members[0]?.group.end ?? start;
    return group(passage, start, end, false, readItems(value, start + 1, end - 1, members));
  });
  for (const key of keys) {
    if (isBracketed(key)) continue;
    // `@smith2001 [@jones2002]` are two cites, the second of which is no place in the first
    const hasBracket = key.group.end > key.end && !brackets.has(value.indexOf('[', key.end));
    const end = hasBracket ? key.group.end : key.end;
    const tail = hasBracket ? value.slice(value.indexOf('[', key.end) + 1, end - 1) : '';
    const isWithoutAuthor = value.charAt(key.start - 1) === '-';
    const item = {key: key.key, prefix: '', ...readTail(tail), isWithoutAuthor};
    groups.push(group(passage, isWithoutAuthor ? key.start - 1 : key.start, end, !isWithoutAuthor, [item]));
  }
  return groups.sort((one, other) => one.start - other.start);
}

function isBracketed({start, group: {start: bracket}}: Citekey): boolean {
  return bracket < start;
}

function group(
  passage: Passage,
  start: number,
  end: number,
  isInSentence: boolean,
  items: readonly CitedItem[],
): CitekeyGroup {
  return {passage, start, end, span: passage.text.spanOf(start, end), isInSentence, items};
}

/**
 * The works between two brackets, parted by semicolons; words that name no work belong to the one before them. Where an
 * author parts two keys by a comma or "and", which Pandoc does not know, two works are meant all the same.
 */
function readItems(
  value: string,
  start: number,
  end: number,
  keys: readonly Citekey[],
): readonly CitedItem[] {
  const items: CitedItem[] = [];
  let at = start;
  for (const [index, key] of keys.entries()) {
    const isWithoutAuthor = value.charAt(key.start - 1) === '-';
    const prefix = value.slice(at, isWithoutAuthor ? key.start - 1 : key.start);
    const next = keys[index + 1];
    const semicolon = next === undefined ? end : value.lastIndexOf(';', next.start);
    const isParted = semicolon >= key.end;
    const tail = isParted
      ? value.slice(key.end, semicolon)
      : value.slice(key.end, next?.start ?? end).replace(JOINT, '');
    items.push({key: key.key, prefix: prefix.trimStart(), ...readTail(tail), isWithoutAuthor});
    at = isParted ? semicolon + 1 : key.end + tail.length + jointAfter(value, key.end + tail.length);
  }
  return items;
}

// ", ", " and ", ", and -" between two keys
const JOINT = /[\s,]*(?:\b(?:and|et|und|y)\b|&)?\s*-?$/u;
const JOINT_AT = /^[\s,]*(?:(?:and|et|und|y)\b|&)?\s*/u;

function jointAfter(value: string, at: number): number {
  return JOINT_AT.exec(value.slice(at))?.[0].length ?? 0;
}

// ", p. 5": what parts a key from its locator
const BEFORE_LOCATOR = /^[,\s]{1,4}/u;

/** The locator that begins a text, and what is left behind it. */
function readTail(tail: string): Pick<CitedItem, 'locator' | 'suffix'> {
  const at = BEFORE_LOCATOR.exec(tail)?.[0].length ?? 0;
  const place = readLocator(tail, at, tail.length, true);
  const locator = place === undefined ? undefined : toCslLocator(place.text);
  if (place === undefined || locator === undefined) return {locator: undefined, suffix: tail.trimEnd()};
  return {locator, suffix: tail.slice(place.end).trimEnd()};
}
