import {findProfile, profiles} from '../../../profiles/index.ts';
import {suggest} from '../../../text/suggest.ts';
import {quote, quoteList} from '../../quote.ts';
import {passOn} from '../../reading.ts';
import {defineRule, type Finding, type Rule, type Subject} from '../../rule.ts';

const CODE = 'front-matter-value';

export const frontMatterValue: Rule = defineRule({
  code: CODE,
  group: 'opcit',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a front matter value that opcit cannot use: a date that no calendar has, a capacity that is none of the three, a profile that does not exist.',
    why: 'The value would be ignored, and the output would say something else than you wrote.',
    instead: 'Write one of the values that the message names.',
  },
  *check(subject) {
    yield* passOn(CODE)(subject);
    yield* checkProfile(subject);
  },
});

function* checkProfile({manuscript: {frontMatter}}: Subject): Generator<Finding> {
  const {profile, places} = frontMatter;
  const place = places.get('profile');
  if (profile === undefined || place === undefined || findProfile(profile) !== undefined) return;
  const ids = profiles.map(({id}) => id);
  const suggestions = suggest(profile, ids);
  yield {
    span: place,
    message: `Unexpected profile ${quote(profile)}, expected ${quoteList(suggestions.length > 0 ? suggestions : ids, 'or')}`,
    help: '`opcit profiles` says what each of them asks for.',
    ...(suggestions.length > 0 ? {suggestions} : {}),
  };
}
