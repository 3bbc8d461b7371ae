import type {Language} from './language.ts';

/** Arabic. */
export const arabic: Language = {
  tag: 'ar',
  shortForms: {
    ibid: ['المرجع نفسه', 'المصدر نفسه', 'نفسه'],
    opCit: ['مرجع سابق', 'مصدر سابق', 'المرجع السابق', 'المصدر السابق'],
  },
  names: {particles: 'el al bin ibn'},
  promises: {whole: ['يضاف المرجع', 'يضاف المصدر', 'المرجع مطلوب', 'المصدر مطلوب']},
  places: {labels: ['ص']},
};
