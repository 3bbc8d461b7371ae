import type {ValueIn} from './inherit.ts';
import {decodeLatex} from './latex.ts';
import {readNameList} from './name-list.ts';
import type {EntryValues, NamesInField} from './types.ts';

/**
 * The values of an entry by the names of their fields, each read when it is asked for.
 *
 * @param valueIn gives inherited values too
 */
export function readValues(valueIn: ValueIn): EntryValues {
  return {
    text(...fields) {
      for (const field of fields) {
        const text = decodeLatex(valueIn(field) ?? '').text;
        if (text !== '') return text;
      }
      return undefined;
    },
    verbatim(field) {
      const raw = valueIn(field)?.replace(ESCAPED, '$1').trim() ?? '';
      return raw === '' ? undefined : raw;
    },
    names(field): NamesInField {
      const {names, hasOthers} = readNameList(valueIn(field) ?? '');
      return {names, hasOthers};
    },
  };
}

// `\_` and `\%` in an address, and braces around it
const ESCAPED = /\\([&%#_~])|[{}]/gu;
