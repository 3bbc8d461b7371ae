import type {Language} from './language.ts';

/** Dutch. */
export const dutch: Language = {
  tag: 'nl',
  signals: {
    leading: ['zie ook', 'zie', 'vgl.', 'bron:'],
    joining: ['zie ook', 'zie'],
    secondHand: ['geciteerd in'],
  },
  shortForms: {
    ibid: ['aldaar'],
    opCit: ['aangehaald werk'],
    above: ['hierboven'],
    below: ['hieronder'],
    note: ['noot', 'voetnoot'],
    sending: ['zie'],
    hereinafter: ['hierna'],
  },
  names: {
    others: ['e. a.', 'en anderen'],
    particles: 'van der den ten ter de',
    body: 'ministerie universiteit stichting',
    publisher: 'uitgeverij',
  },
  works: {articles: 'het een', common: 'van voor'},
  places: {labels: ['blz.', 'hoofdstuk', 'hst.'], pages: ['blz.'], following: ['e. v.']},
  dates: {
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    addressed: ['op', 'via', 'beschikbaar'],
    accessed: ['geraadpleegd op', 'geraadpleegd'],
  },
};
