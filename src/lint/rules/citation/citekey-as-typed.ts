import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const citekeyAsTyped: Rule = defineRule({
  code: 'citekey-as-typed',
  group: 'citation',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds citekeys, `[@smith2010, p. 5]`, and a way of citing other than `as-typed`, which this version checks and cannot write out yet.',
    why: 'The files print what was typed: the committee would read the key.',
    instead: 'Type the reference itself until a later version writes keys out.',
  },
  *check({citations, manuscript}) {
    const [first] = citations.resolutions.filter(({cite}) => cite.form === 'key');
    if (first !== undefined) {
      yield {
        span: first.cite.span,
        message: `Unexpected citekey ${quote(first.cite.text)}, expected a typed reference, as keys are not written out yet`,
        help: 'It is printed as typed, and so is each citekey after it. Type the reference itself.',
      };
    }
    const place = manuscript.frontMatter.places.get('citations');
    const {citations: mode} = manuscript.frontMatter;
    if (place === undefined || mode === 'as-typed') return;
    yield {
      span: place,
      message: `Unexpected citations ${quote(mode)}, expected \`as-typed\`, as nothing else is written yet`,
      help: 'The references are printed as typed. Write citations: as-typed.',
    };
  },
});
