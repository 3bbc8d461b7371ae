import type {Language} from './language.ts';

/** Swedish, and what Danish and Norwegian names share with it. */
export const swedish: Language = {
  tag: 'sv',
  signals: {leading: ['se även', 'jfr.', 'källa:']},
  names: {and: 'och og', others: ['m. fl.'], particles: 'af av'},
  places: {labels: ['sid.', 'sidan'], pages: ['sid.', 'sidan']},
  dates: {
    months: 'januari februari mars april maj juni juli augusti september oktober november december',
    accessed: ['hämtad'],
  },
};
