import type {Word} from '../text/words.ts';
import {cutWords, smallWordsOfBodies} from './vocabulary.ts';

function isWordOfName(typed: string, wanted: string): boolean {
  return typed === wanted || (cutWords[typed]?.includes(wanted) ?? false);
}

/**
 * Where a form of a name stands among the typed words. In a name of several words the small ones say nothing:
 * "Department of International Development", "Work & Pensions Committee".
 */
export function findForm(
  zone: readonly Word[],
  form: readonly string[],
  from: number,
  isBody: boolean,
): {readonly start: number; readonly end: number} | undefined {
  const telling = form.filter(word => !smallWordsOfBodies.has(word));
  const isLoose = isBody && telling.length >= 2;
  const wanted = isLoose ? telling : form;
  for (let start = from; start < zone.length; start++) {
    let at = start;
    let found = 0;
    while (at < zone.length && found < wanted.length) {
      const both = agreeAt(zone, at, wanted, found, isLoose);
      if (both === undefined && (found === 0 || !isLoose || !smallWordsOfBodies.has(zone[at]?.folded ?? '')))
        break;
      at += both?.typed ?? 1;
      found += both?.wanted ?? 0;
    }
    if (found === wanted.length) return {start, end: at};
  }
  return undefined;
}

/** How many typed words agree with how many of a name at this place: "Co-operative" is two words, "Cooperative" one. */
function agreeAt(
  zone: readonly Word[],
  at: number,
  wanted: readonly string[],
  found: number,
  isLoose: boolean,
): {readonly typed: number; readonly wanted: number} | undefined {
  const [typed = '', typedNext = ''] = [zone[at]?.folded, zone[at + 1]?.folded];
  const [one = '', next = ''] = [wanted[found], wanted[found + 1]];
  if (typed === one || (isLoose && isWordOfName(typed, one))) return {typed: 1, wanted: 1};
  if (isLoose && typed + typedNext === one) return {typed: 2, wanted: 1};
  return isLoose && next !== '' && typed === one + next ? {typed: 1, wanted: 2} : undefined;
}
