import type {PlainText} from '../manuscript/types.ts';
import {readLocator} from './locator.ts';

/** A Pandoc citekey in a passage. */
export interface Citekey {
  readonly key: string;
  /** `@key` itself. */
  readonly start: number;
  readonly end: number;
  /** The bracketed group that it belongs to, or the key alone. */
  readonly group: {readonly start: number; readonly end: number};
  readonly locator: string | undefined;
}

// Pandoc's rule: a letter, digit or underscore, then the same or single inner punctuation; `@{any}` too. Not after a
// letter (an address of mail) or a slash (one of the web).
const KEY =
  /(?<![\p{L}\p{N}_@./])@(?:\{([^{}\s]{1,200})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,200}))/gu;

// A bracketed group: "[see @smith2001, p. 4; -@jones2002]".
const GROUP = /\[[^[\]]{0,600}\]/gu;

/** The names of the citekeys in Markdown, with the place of each `@`, where it is not escaped. */
export function keysInMarkdown(markdown: string): readonly {readonly key: string; readonly start: number}[] {
  return [...markdown.matchAll(KEY)]
    .filter(({index}) => markdown.charAt(index - 1) !== '\\')
    .map(match => ({key: match[1] ?? match[2] ?? '', start: match.index}));
}

/**
 * The citekeys of a passage in order (Pandoc's manual, "Citation syntax"). One in code, and one whose at-sign the author
 * escaped, is text.
 */
export function findCitekeys({value: passage, marks, spanOf}: PlainText): readonly Citekey[] {
  if (!passage.includes('@')) return [];
  const groups = [...passage.matchAll(GROUP)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const isText = (at: number): boolean => {
    const {start, end} = spanOf(at, at + 1);
    return end - start > 1 || marks.some(mark => mark.kind === 'code' && mark.start <= at && at < mark.end);
  };
  const keys: Citekey[] = [];
  for (const match of passage.matchAll(KEY)) {
    const start = match.index;
    if (isText(start)) continue;
    const end = start + match[0].length;
    const group = groups.find(one => one.start < start && end < one.end);
    const behind =
      group === undefined
        ? groups.find(one => one.start >= end && /^\s?$/u.test(passage.slice(end, one.start)))
        : undefined;
    keys.push({
      key: match[1] ?? match[2] ?? '',
      start,
      end,
      group: group ?? {start, end: behind?.end ?? end},
      locator:
        group !== undefined
          ? locatorAfter(passage, end, group.end)
          : behind && readLocator(passage, behind.start + 1, behind.end - 1, true)?.text,
    });
  }
  return keys;
}

function locatorAfter(passage: string, at: number, end: number): string | undefined {
  const rest = /^,\s{0,3}/u.exec(passage.slice(at, end));
  if (rest === null) return undefined;
  return readLocator(passage, at + rest[0].length, end, true)?.text;
}
