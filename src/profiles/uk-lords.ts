import {defineProfile, type Profile} from './profile.ts';

/** The current guide for witnesses; its upload form refuses what it does not accept. */
const GUIDE =
  'https://www.parliament.uk/get-involved/committees/how-do-i-submit-evidence/lords-witness-guide/';

/** A committee of the House of Lords. An inquiry's own call for evidence stands over all of this. */
export const ukLords: Profile = defineProfile({
  id: 'uk-lords',
  title: 'House of Lords committee',
  language: 'en-GB',
  guidance: {title: 'House of Lords witness guide', url: GUIDE, read: '2026-11-24'},
  deliverable: {
    accept: {value: ['doc', 'docx', 'rtf', 'txt', 'ooxml', 'odt'], firmness: 'must', source: GUIDE},
    refuse: {value: ['pdf', 'xls', 'xlsx'], firmness: 'must', source: GUIDE},
  },
  heading: {
    value: '{submitter} – written evidence ({reference})',
    firmness: 'custom',
    source: undefined,
    note: 'As published items are cited; the guide asks for no such line, and the committee gives the reference',
  },
  paragraphs: {numbered: {value: true, firmness: 'should', source: GUIDE}, pattern: '{n}.'},
  boxes: {pattern: 'Box {n}'},
  page: {
    // No rule on size, margin or font was found; these are ours.
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
  // The guide sets no limit: over six printed pages it asks for a one-page summary.
  limits: {words: undefined, pages: undefined},
  rules: {},
});
