import {readLocator} from './locator.ts';
import type {Range} from './range.ts';

// "; and p. 30".
const CONNECTOR = /^(?:and|und|et|y|e)\s{1,2}/u;

/** Whether a range is places with their labels and nothing else. */
export function isPlaceAlone(text: string, {start, end}: Range): boolean {
  const place = readLocator(text, start, end, false);
  return place !== undefined && /^[\s.)]*$/u.test(text.slice(place.end, end));
}

/**
 * Segments that are nothing but a locator belong to the one before: "Ibid., ch 5, pp 180–182; ch 7, pp 257–260" is one
 * cite.
 */
export function joinLocators(text: string, segments: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    const at = segment.start + (CONNECTOR.exec(text.slice(segment.start, segment.end))?.[0].length ?? 0);
    const locator = readLocator(text, at, segment.end, at === segment.start);
    const isLocator = locator !== undefined && /^[\s.)]*$/u.test(text.slice(locator.end, segment.end));
    if (before !== undefined && isLocator)
      joined[joined.length - 1] = {start: before.start, end: segment.end};
    else joined.push(segment);
  }
  return joined;
}
