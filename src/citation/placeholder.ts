/** A promise to cite, left in the text. */
export interface PlaceholderRange {
  readonly start: number;
  readonly end: number;
}

const WHAT = '(?:refs?|references?|cites?|cits?|citations?|sources?|footnotes?)';
const ASK = '(?:please\\s{1,2})?(?:add|insert|find|supply|provide|need|needs|get|put)';
const QUALITY =
  '(?:\\s{1,2}(?:more|further|some|other|another|a|an|the|proper|full|better|recent|here|in)){0,3}';
const STATE =
  '(?:needed|wanted|required|missing|pending|tbc|tba|tbd|to come|to follow|to be added|to add|here|please|please add)';
const MARK = '(?:todo|fixme|tbc|tbd|tba|xxx+)';
const END = '[\\s?!.…]*';

// A whole note, or all that follows a dash: "add refs", "add more refs?", "refs needed", "source?", "TBC".
const WHOLE = new RegExp(
  `^(?:${ASK}${QUALITY}\\s{1,2}${WHAT}(?:\\s{1,2}${STATE})?|${WHAT}(?:\\s{1,2}${STATE}|\\s{0,2}\\?)|more\\s{1,2}${WHAT}|${MARK}|\\?{2,})${END}$`,
  'iu',
);

// The start of a note that says what is wanted: "TODO: add reference to …", "\todo{cite}", "Add reference to X".
const OPENING = new RegExp(
  `^(?:\\\\todo\\b|(?:todo|fixme)\\b(?!\\p{L})|${ASK}${QUALITY}\\s{1,2}${WHAT}\\s{1,2}(?:to|for|on|from|about|here|re)\\b)`,
  'iu',
);

// In brackets, anywhere: "[ADD REF]", "(ref needed)", "[citation needed – verify]", "[TODO cite]".
const BRACKETED = new RegExp(
  `\\[\\s{0,2}(?:${ASK}${QUALITY}\\s{1,2}${WHAT}|${WHAT}\\s{1,2}${STATE}|${WHAT}\\s{0,2}\\?|${MARK}\\b)[^\\[\\]]{0,200}\\]` +
    `|\\(\\s{0,2}(?:${ASK}${QUALITY}\\s{1,2}${WHAT}|${WHAT}\\s{1,2}${STATE}|${WHAT}\\s{0,2}\\?|${MARK}\\b)[^()]{0,200}\\)` +
    '|\\\\todo\\{[^{}]{0,200}\\}',
  'giu',
);

// A dash between spaces, after which a promise may stand: "… op cit – add more refs?"
const DASH = /\s(?:–|—|-{1,3})\s/gu;

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
  titles: readonly {readonly start: number; readonly end: number}[],
  isRunningText: boolean,
): readonly PlaceholderRange[] {
  const found: PlaceholderRange[] = [];
  for (const match of passage.matchAll(BRACKETED)) {
    const range = {start: match.index, end: match.index + match[0].length};
    if (!titles.some(title => title.start <= range.start && range.end <= title.end)) found.push(range);
  }
  if (isRunningText) return found;

  const whole = trimmed(passage, 0, passage.length);
  const text = passage.slice(whole.start, whole.end);
  if (WHOLE.test(text) || OPENING.test(text)) return [whole];
  const tail = findTail(passage, whole.end);
  if (tail !== undefined && !found.some(range => range.start < tail.end && tail.start < range.end))
    found.push(tail);
  return found.sort((one, other) => one.start - other.start);
}

function findTail(passage: string, end: number): PlaceholderRange | undefined {
  for (const pattern of [DASH, SENTENCE_END]) {
    for (const match of passage.matchAll(pattern)) {
      const range = trimmed(passage, match.index + match[0].length, end);
      const text = passage.slice(range.start, range.end);
      if (WHOLE.test(text) || (pattern === DASH && OPENING.test(text))) return range;
    }
  }
  return undefined;
}

function trimmed(passage: string, start: number, end: number): PlaceholderRange {
  const text = passage.slice(start, end);
  const lead = text.length - text.trimStart().length;
  return {start: start + lead, end: end - (text.length - text.trimEnd().length)};
}
