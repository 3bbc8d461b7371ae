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

// Pandoc's rule: a letter, digit or underscore, then the same or single inner punctuation; `@{any}` too.
const KEY =
  /(?<![\p{L}\p{N}_@.])@(?:\{([^{}\s]{1,200})\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,200}))/gu;

// A bracketed group: "[see @smith2001, p. 4; -@jones2002]".
const GROUP = /\[[^[\]]{0,600}\]/gu;

/** The citekeys of a passage in order (Pandoc's manual, "Citation syntax"). */
export function findCitekeys(passage: string): readonly Citekey[] {
  if (!passage.includes('@')) return [];
  const groups = [...passage.matchAll(GROUP)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...passage.matchAll(KEY)].map(match => {
    const start = match.index;
    const end = start + match[0].length;
    const group = groups.find(one => one.start < start && end < one.end) ?? {start, end};
    return {
      key: match[1] ?? match[2] ?? '',
      start,
      end,
      group,
      locator: locatorAfter(passage, end, group.end),
    };
  });
}

function locatorAfter(passage: string, at: number, end: number): string | undefined {
  const rest = /^,\s{0,3}/u.exec(passage.slice(at, end));
  if (rest === null) return undefined;
  return readLocator(passage, at + rest[0].length, end, true)?.text;
}
