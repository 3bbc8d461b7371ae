import {defineProfile, type Profile} from './profile.ts';

/** The current guide to written evidence; its upload form refuses what it does not accept. */
const GUIDE = 'https://publications.parliament.uk/pa/cm/written-evidence-guidance.htm';
/** An older page for witnesses, which gives the length in pages. */
const WITNESS_PAGE =
  'http://www.parliament.uk/get-involved/have-your-say/take-part-in-committee-inquiries/witness/';
/** A published item, of 2019, whose heading is the usual one. */
const PUBLISHED_ITEM = 'https://committees.parliament.uk/writtenevidence/103514/html/';

/** A select committee of the House of Commons. An inquiry's own terms of reference stand over all of this. */
export const ukCommons: Profile = defineProfile({
  id: 'uk-commons',
  title: 'House of Commons select committee',
  language: 'en-GB',
  guidance: {
    title: 'House of Commons: guidance on written evidence',
    url: GUIDE,
    read: '2026-11-24',
  },
  deliverable: {
    accept: {value: ['doc', 'docx', 'rtf', 'txt', 'ooxml', 'odt'], firmness: 'must', source: GUIDE},
    refuse: {value: ['pdf'], firmness: 'must', source: GUIDE},
  },
  heading: {
    value: 'Written evidence submitted by {submitter} ({reference})',
    firmness: 'custom',
    source: PUBLISHED_ITEM,
    note: 'The guide offers the first words as an example; the committee gives the reference',
  },
  paragraphs: {
    numbered: {value: true, firmness: 'should', source: GUIDE, note: 'The guide names no scheme of numbers'},
    pattern: '{n}.',
  },
  boxes: {pattern: 'Box {n}'},
  page: {
    // A4 is the size in which the older page counts; margin, font and size are ours, since no rule was found.
    size: 'A4',
    margin: 72,
    font: 'Arial',
    fontSize: 11,
    numbered: {
      value: true,
      firmness: 'unverified',
      source: undefined,
      note: 'No rule on page numbers was found',
    },
  },
  limits: {
    words: {
      value: 3000,
      firmness: 'should',
      source: GUIDE,
      note: 'A recommendation, unless the terms of reference say otherwise; whether notes count is not said',
    },
    pages: {
      value: 8,
      firmness: 'should',
      source: WITNESS_PAGE,
      note: 'Sides of A4, as the equal of 3,000 words',
    },
  },
  rules: {},
});
