import type {Entry} from '../bibliography/types.ts';
import {wordsOf} from '../text/words.ts';
import {lawWords} from './vocabulary.ts';

// "Regulation (EU) 2016/679", "Council Directive 95/46/EC": a law of the European Union by its kind and number.
const EU_LAW =
  /^(?:(?:Council|Commission)\s)?(?<kind>Directive|Regulation|Decision)\s(?:\((?<union>[A-Z]{2,3})\)\s)?(?:No\.?\s)?(?<number>\d{1,4}\/\d{1,4})(?:\/(?<treaty>[A-Z]{2,3}))?(?![\p{L}\p{N}/])/u;
// "Lei nº 10.257", "Loi n° 82-213", "Decreto-Lei n.º 5": a law by its number.
const NUMBERED_LAW = /^(?:\p{Lu}[\p{L}-]{2,20}\s){1,2}n\.?[º°o]\s?\d/u;
// "(General Data Protection Regulation)" at the end of the title.
const SHORT_TITLE = /\((?<name>[^()]{4,80})\)\s?$/u;

/**
 * What a law of the European Union is called beside its long title, each as folded words: its kind and number, and the short name that
 * its title ends with; of another law with a number, that short name.
 *
 *     Regulation (EU) 2016/679 on the protection of … (General Data Protection Regulation)
 *     ^^^^^^^^^^^^^^^^^^^^^^^^                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function lawNamesOf({title}: Entry): readonly (readonly string[])[] {
  if (NUMBERED_LAW.test(title ?? '')) {
    const name = foldedWords(SHORT_TITLE.exec(title ?? '')?.groups?.['name'] ?? '');
    return name.length > 1 ? [name] : [];
  }
  const {kind, union, number, treaty} = EU_LAW.exec(title ?? '')?.groups ?? {};
  if (kind === undefined || number === undefined) return [];
  const short = foldedWords(SHORT_TITLE.exec(title ?? '')?.groups?.['name'] ?? '');
  const byNumber = [
    [kind, union ?? '', number, treaty ?? ''],
    [kind, number, treaty ?? ''],
    [kind, number],
  ].map(parts => foldedWords(parts.join(' ')));
  return lawWords.has(short.at(-1) ?? '') && short.length > 1 ? [...byNumber, short] : byNumber;
}

function foldedWords(text: string): readonly string[] {
  return wordsOf(text).map(({folded}) => folded);
}
