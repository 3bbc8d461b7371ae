import type {Language} from './language.ts';

/** Russian, by the words of GOST R 7.0.5. */
export const russian: Language = {
  tag: 'ru',
  signals: {
    leading: ['см. также', 'см.', 'ср.', 'цит. по:'],
    joining: ['см. также', 'см.'],
    secondHand: ['цит. по:', 'цит. по'],
  },
  shortForms: {
    ibid: ['там же'],
    idem: ['он же', 'она же', 'они же'],
    opCit: ['указ. соч.', 'указ. раб.', 'указ. ст.', 'цит. соч.'],
    above: ['выше'],
    below: ['ниже'],
  },
  names: {and: 'и', others: ['и др.']},
  promises: {
    bare: ['ссылка', 'источник'],
    whole: ['добавить ссылку', 'нужна ссылка', 'нужен источник', 'указать источник', 'ссылка нужна'],
  },
  places: {pages: ['стр.', 'с.'], labels: ['стр.', 'с.', 'гл.', 'т.'], following: ['и след.', 'и сл.']},
};
