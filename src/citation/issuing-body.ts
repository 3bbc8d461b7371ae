import {familyForms} from '../bibliography/names.ts';
import type {Word} from '../text/words.ts';
import {findForm} from './find-form.ts';
import type {IndexedEntry} from './index-entries.ts';

/** Fields that name who issued a work. */
const ISSUED_BY = ['institution', 'organization', 'publisher', 'school'] as const;

/**
 * The words at the beginning of a reference that name who issued a work by nobody, typed where its author would stand:
 * "International Institute for Environment and Development, *Rural and Urban Change*" of a report that has only its institution.
 */
export function wordsOfIssuer(words: readonly Word[], {names, entry}: IndexedEntry): readonly Word[] {
  if (names.length > 0) return [];
  for (const field of ISSUED_BY) {
    const literal = entry.fields.get(field)?.raw.replace(/[{}]/gu, '');
    if (literal === undefined) continue;
    for (const form of familyForms({kind: 'body', literal})) {
      const found = findForm(words, form.split(' '), 0, true);
      if (found?.start === 0) return words.slice(0, found.end);
    }
  }
  return [];
}
