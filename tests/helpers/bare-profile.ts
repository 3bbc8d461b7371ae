import {defineProfile, type Profile} from '../../src/profiles/profile.ts';

const unasked = {firmness: 'unverified', source: undefined} as const;

/** A profile that asks for nothing, for tests that are not about profiles. */
export const bareProfile: Profile = defineProfile({
  id: 'bare',
  title: 'No parliament in particular',
  language: 'en-GB',
  guidance: {title: 'None', url: 'https://example.org/', read: '2026-11-24'},
  deliverable: {accept: {value: [], ...unasked}, refuse: {value: [], ...unasked}},
  heading: {value: '', ...unasked},
  paragraphs: {numbered: {value: true, ...unasked}, pattern: '{n}.'},
  boxes: {pattern: 'Box {n}'},
  page: {size: 'A4', margin: 72, font: 'Arial', fontSize: 11, numbered: {value: true, ...unasked}},
  limits: {words: undefined, pages: undefined},
  rules: {},
});
