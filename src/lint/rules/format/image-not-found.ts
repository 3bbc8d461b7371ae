import {passOn} from '../../reading.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const imageNotFound: Rule = defineRule({
  code: 'image-not-found',
  group: 'format',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds an image whose file is not there, lies outside the project folder, or is neither PNG nor JPEG.',
    why: 'Its alternative text would be printed in brackets where the picture should be. Addresses on the web are never fetched, and a manuscript from elsewhere cannot bring files of yours into its output.',
    instead: 'Put a PNG or JPEG file into the project and give its path relative to the manuscript.',
  },
  check: passOn('image-not-found'),
});
