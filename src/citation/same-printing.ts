import {foldName} from '../bibliography/names.ts';
import {wordsOf} from '../text/words.ts';
import {editionOf} from './edition.ts';
import type {TypedReference} from './typed-reference.ts';
import {commonWords} from './vocabulary.ts';

/**
 * Whether what is typed of two works of one author and title shows that they are two: an article and a book, two journals, two
 * editions, two places. What only one of them says shows nothing.
 */
export function isOtherPrinting(one: TypedReference, other: TypedReference): boolean {
  return (
    isOtherHolder(one.container, other.container) ||
    isPartOfOther(one, other) ||
    isPartOfOther(other, one) ||
    isOtherEdition(one, other) ||
    isOtherPlace(one.place, other.place) ||
    (['volume', 'issue', 'number', 'genre'] as const).some(field => isOtherText(one[field], other[field]))
  );
}

/** An article, and a book by itself. */
function isPartOfOther({container}: TypedReference, other: TypedReference): boolean {
  const isWhole = [other.publisher, other.place, other.edition, other.genre].some(said => said !== undefined);
  return container !== undefined && other.container === undefined && isWhole;
}

/** Two journals; one may be cut short, "J. Rural Affairs". */
function isOtherHolder(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [typed = [], known = []] = [one, other].map(text =>
    wordsOf(text).flatMap(({folded}) => (commonWords.has(folded) ? [] : [folded])),
  );
  const [first, second] = [typed, known].map(words => words.join(''));
  if (first === lettersOf(known) || second === lettersOf(typed)) return false;
  return (
    typed.length !== known.length ||
    typed.some((word, at) => !word.startsWith(known[at] ?? '') && known[at]?.startsWith(word) !== true)
  );
}

function lettersOf(words: readonly string[]): string {
  return words.map(word => word.charAt(0)).join('');
}

/** An edition of which one says nothing is the same only where year and publisher or place are. */
function isOtherEdition(one: TypedReference, other: TypedReference): boolean {
  if (one.edition === undefined && other.edition === undefined) return false;
  if (one.edition !== undefined && other.edition !== undefined)
    return numberOf(one.edition) !== numberOf(other.edition);
  const isSameHouse = one.publisher !== undefined && one.publisher === other.publisher;
  const isSamePlace = one.place !== undefined && one.place === other.place;
  return one.year === undefined || one.year !== other.year || !(isSameHouse || isSamePlace);
}

function numberOf(edition: string): number | string {
  return editionOf(edition) ?? foldName(edition);
}

/** "Oxford" and "Oxford and New York" are no two. */
function isOtherPlace(one: string | undefined, other: string | undefined): boolean {
  const [first, second] = [one, other].map(place => foldName(place ?? ''));
  if (first === undefined || second === undefined) return false;
  return !first.includes(second) && !second.includes(first);
}

function isOtherText(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && foldName(one) !== foldName(other);
}
