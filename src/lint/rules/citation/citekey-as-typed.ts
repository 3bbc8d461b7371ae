import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const citekeyAsTyped: Rule = defineRule({
  code: 'citekey-as-typed',
  group: 'citation',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds citekeys, `[@smith2010, p. 5]`, in a manuscript whose `citations:` names no style to write them.',
    why: 'The files print what was typed: the committee would read the key.',
    instead:
      'Write `citations: csl:oscola`, or another style, in the front matter; or type the reference itself.',
  },
  *check({citations, manuscript}) {
    if (manuscript.frontMatter.citations.startsWith('csl:')) return;
    const first = citations.resolutions.find(({cite}) => cite.form === 'key');
    if (first === undefined) return;
    yield {
      span: first.cite.span,
      message: `Unexpected citekey ${quote(first.cite.text)}, expected a style that writes it out, such as \`citations: csl:oscola\``,
      help: 'It is printed as typed, and so is each citekey after it. Name a style in the front matter, or type the reference itself.',
    };
  },
});
