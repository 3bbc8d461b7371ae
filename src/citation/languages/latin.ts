import type {Language} from './language.ts';

/** The Latin of the footnotes of every language. */
export const latin: Language = {
  tag: 'la',
  signals: {
    leading: ['cf.', 'conf.', 'vide', 'contra'],
    leadingSmall: ['pace'],
    joining: ['cf.', 'contra'],
    connecting: ['et'],
    secondHand: ['apud'],
  },
  shortForms: {
    // Slips of *ibid.* that are no other word.
    ibid: ['ibidem', 'ibid.', 'ib.', 'ibdi.', 'ibidd.', 'iibid.', 'ibiid.', 'ibdid.'],
    idem: ['idem', 'id.', 'eadem', 'ead.', 'iidem', 'eaedem'],
    opCit: ['op. cit.', 'opus cit.', 'opus citatum', 'opere citato', 'opera citata', 'art. cit.'],
    locCit: [
      'loc. cit.',
      'loco citato',
      'locus citatus',
      'op. loc. cit.',
      'op. et loc. cit.',
      'op. e loc. cit.',
    ],
    above: ['supra', 'ut supra'],
    below: ['infra'],
    alone: ['supra', 'infra'],
    sending: ['vide'],
  },
  names: {and: 'et', others: ['et al.', 'et alii', 'et aliae']},
  works: {
    holding: ['in'],
    common: 'vol no pp p',
  },
  places: {
    labels: ['cap.', 'caps.', 'fol.', 'ff.', 'f.', 'lib.', 'tom.'],
    following: ['et seq.', 'et seqq.', 'et sqq.', 'sqq.', 'sq.', 'ff.', 'f.'],
    throughout: ['passim', 'et passim'],
  },
  dates: {undated: ['s.d.', 's.a.']},
};
