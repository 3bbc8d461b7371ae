import {readPromise} from './promise.ts';
import type {Range} from './segment.ts';

// In brackets, or in LaTeX's command for it: "[ADD REF]", "(ref needed)", "\todo{cite}".
const BRACKETED = /\[([^[\]]{1,220})\]|\(([^()]{1,220})\)|\\todo\{[^{}]{0,200}\}/giu;

// What a source line begins with: "Source:".
const SOURCE_LABEL = /^\s*sources?\s*:/iu;

// A word for what is missing, alone in brackets as the whole note: "(REF)".
const WHOLE_IN_BRACKETS = /^\s*\((?:refs?|cites?|citations?|references?)\)[\s.]*$/iu;

// The same in square brackets anywhere: "[ref]".
const WORD_ALONE = /^(?:refs?|cites?|citations?|references?)$/iu;

// A dash between spaces, after which a promise may stand: "… op cit – add more refs?"
const DASH = /\s(?:–|—|-{1,3})\s/gu;

// A comma, after which a promise may be all the rest: "… op cit, add refs", "…, Bristol, TBC".
const COMMA = /,\s{1,2}(?=\S)/gu;

// The end of a sentence, after which a promise may stand: "… op cit. Add refs"
const SENTENCE_END = /[.;]\s{1,2}(?=\S)/gu;

/**
 * The promises in a passage, in order. Only a whole note, a mark in brackets, or the tail of a note after a dash or a
 * stop: prose and titles that contain the words ("asked us to add references", “citation needed” in a title) are none.
 *
 * @param passage the plain text
 * @param titles ranges that are titles or quotations, in which nothing is a promise
 * @param isRunningText in running text only marks in brackets count
 */
export function findPlaceholders(
  passage: string,
  titles: readonly Range[],
  isRunningText: boolean,
): readonly Range[] {
  const found = findBracketed(passage, titles);
  if (isRunningText) return found;
  const label = SOURCE_LABEL.exec(passage)?.[0].length ?? 0;
  const whole = trimmed(passage, label, passage.length);
  const promise = readPromise(passage.slice(whole.start, whole.end));
  if (promise === 'whole' || promise === 'described') return [whole];
  if (WHOLE_IN_BRACKETS.test(passage)) return [whole];
  const tail = findTail(passage, whole.end);
  const isFree = tail !== undefined && !found.some(range => range.start < tail.end && tail.start < range.end);
  return isFree ? [...found, tail].sort((one, other) => one.start - other.start) : found;
}

function findBracketed(passage: string, titles: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  for (const match of passage.matchAll(BRACKETED)) {
    const inside = match[1] ?? match[2];
    const isAlone = match[1] !== undefined && WORD_ALONE.test(match[1].trim());
    if (inside !== undefined && !isAlone && readPromise(inside.trim()) === undefined) continue;
    const range = {start: match.index, end: match.index + match[0].length};
    if (!titles.some(title => title.start <= range.start && range.end <= title.end)) found.push(range);
  }
  return found;
}

function findTail(passage: string, end: number): Range | undefined {
  for (const pattern of [DASH, SENTENCE_END, COMMA]) {
    for (const match of passage.matchAll(pattern)) {
      const range = trimmed(passage, match.index + match[0].length, end);
      const promise = readPromise(passage.slice(range.start, range.end));
      if (promise === 'whole' || (pattern === DASH && promise === 'described')) return range;
    }
  }
  return undefined;
}

function trimmed(passage: string, start: number, end: number): Range {
  const text = passage.slice(start, end);
  const lead = text.length - text.trimStart().length;
  return {start: start + lead, end: end - (text.length - text.trimEnd().length)};
}
