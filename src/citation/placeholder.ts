import {asksSomebody, doubtsWork, isBarePromise, readPromise} from './promise.ts';
import type {Range} from './range.ts';
import {bracketRanges} from './segment.ts';

// LaTeX's command for a promise: "\\todo{cite}".
const TO_DO = /\\todo\{[^{}]{0,200}\}/gu;

/** What is longer is no promise. */
const MOST_CHARACTERS = 220;

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

// "Body add refs.": a clipped order at the end, which no sentence leads up to.
const ADD_REFS =
  /(?<!\b(?:to|not|must|should|shall|will|would|we|i|you|they|can|could|may|and|or|please|us|then|also|never))\s{1,2}(?=(?:add|insert|need)\s(?:more\s|some\s)?(?:refs?|cites?)[\s.?!]*$)/gu;

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
  if (isRunningText) return [...found, ...findAtEnd(passage, found, titles)];
  const label = SOURCE_LABEL.exec(passage)?.[0].length ?? 0;
  const whole = trimmed(passage, label, passage.length);
  const promise = readPromise(passage.slice(whole.start, whole.end));
  if (promise === 'whole' || promise === 'described') return [whole];
  if (whole.end > whole.start && isBarePromise(passage.slice(whole.start, whole.end))) return [whole];
  if (WHOLE_IN_BRACKETS.test(passage)) return [whole];
  const tail = findTail(passage, whole.end, [DASH, SENTENCE_END, COMMA, ADD_REFS]);
  const isFree = tail !== undefined && !found.some(range => range.start < tail.end && tail.start < range.end);
  return isFree ? [...found, tail].sort((one, other) => one.start - other.start) : found;
}

function findBracketed(passage: string, titles: readonly Range[]): readonly Range[] {
  const found: Range[] = [...passage.matchAll(TO_DO)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const range of bracketRanges(passage)) {
    const inside = passage.slice(range.start + 1, range.end - 1);
    if (inside.length > MOST_CHARACTERS || found.some(one => range.start < one.end && one.start < range.end))
      continue;
    const isPromise = isPromiseInBrackets(passage.charAt(range.start), inside.trim());
    const promise = isPromise ? range : findLastInBrackets(range.start + 1, inside);
    if (promise !== undefined) found.push(promise);
  }
  return found
    .filter(range => !titles.some(title => title.start <= range.start && range.end <= title.end))
    .sort((one, other) => one.start - other.start);
}

// Single marks that count in square brackets only, "[?]", "[XX]": in round ones they may be a doubt or a Roman number.
const SHORT_MARK = /^(?:\?|XX)$/u;

function isPromiseInBrackets(bracket: string, inside: string): boolean {
  if (bracket === '[' && (SHORT_MARK.test(inside) || WORD_ALONE.test(inside))) return true;
  return !SHORT_MARK.test(inside) && (readPromise(inside) !== undefined || asksSomebody(inside));
}

/** A promise behind cites in their brackets: "(Lee, 1991; add refs)", "(Smith, find ref)". */
function findLastInBrackets(start: number, inside: string): Range | undefined {
  const at = Math.max(inside.lastIndexOf(';'), inside.lastIndexOf(', '));
  if (at < 0) return undefined;
  const range = trimmed(inside, at + 1, inside.length);
  if (readPromise(inside.slice(range.start, range.end)) !== 'whole') return undefined;
  return {start: start + range.start, end: start + range.end};
}

/** In running text a promise is a whole paragraph, its last sentence, or what stands behind its last dash. */
function findAtEnd(passage: string, found: readonly Range[], titles: readonly Range[]): readonly Range[] {
  const whole = trimmed(passage, 0, passage.length);
  const text = passage.slice(whole.start, whole.end);
  const tail =
    readPromise(text) === 'whole' ? whole : findTail(passage, whole.end, [DASH, SENTENCE_END, ADD_REFS]);
  if (tail === undefined) return [];
  const isTaken = [...found, ...titles].some(range => range.start < tail.end && tail.start < range.end);
  return isTaken ? [] : [tail];
}

function findTail(passage: string, end: number, patterns: readonly RegExp[]): Range | undefined {
  for (const pattern of patterns) {
    for (const match of passage.matchAll(pattern)) {
      const range = trimmed(passage, match.index + match[0].length, end);
      const text = passage.slice(range.start, range.end);
      const promise = readPromise(text);
      if (promise === 'whole' || doubtsWork(text)) return range;
      const isPromise =
        pattern === DASH
          ? promise === 'described' || asksSomebody(text)
          : isMarked(text) && promise === 'described';
      if (isPromise) return range;
    }
  }
  return undefined;
}

// "XXX check edition", "TODO: cite Paul": a mark that nobody types in prose.
const MARKED = /^(?:X{3,4}|TODO|FIXME)(?![\p{L}\p{N}])/u;

function isMarked(text: string): boolean {
  return MARKED.test(text);
}

function trimmed(passage: string, start: number, end: number): Range {
  const text = passage.slice(start, end);
  const lead = text.length - text.trimStart().length;
  return {start: start + lead, end: end - (text.length - text.trimEnd().length)};
}
