import {keysInMarkdown} from '../../../citation/citekeys.ts';
import {type Span, slice} from '../../../text/span.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule, type Subject} from '../../rule.ts';

export const citekeyAsTyped: Rule = defineRule({
  code: 'citekey-as-typed',
  group: 'citation',
  severity: 'warning',
  fixes: 'none',
  docs: {
    what: 'Finds citekeys, `[@smith2010, p. 5]`, in a manuscript whose `citations:` names no style to write them, and those in headings and box titles, which no style writes.',
    why: 'The files print what was typed: the committee would read the key.',
    instead:
      'Write `citations: csl:oscola`, or another style, in the front matter; or type the reference itself. Cite in the text under a heading, or in the source line of a box, and not in their titles.',
  },
  *check(subject) {
    const {citations, manuscript} = subject;
    for (const {span} of manuscript.headings) yield* inTitle(span, 'a heading', 'the text under it', subject);
    for (const {opening} of manuscript.boxes)
      yield* inTitle(opening, 'the title of a box', 'its source line', subject);
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

// "[@", "see @" inside brackets: a citekey and nobody's name on some platform.
const IN_GROUP = /\[[^[\]]*$/u;

/** Headings and titles carry no notes, so that a key there stays as typed in every way of citing. */
function* inTitle(
  span: Span,
  where: string,
  instead: string,
  {bibliography, manuscript}: Subject,
): Generator<Finding> {
  const text = slice(manuscript.source.text, span);
  for (const {key, start} of keysInMarkdown(text)) {
    if (!bibliography.byKey.has(key) && !IN_GROUP.test(text.slice(0, start))) continue;
    yield {
      span: {start: span.start + start, end: span.start + start + key.length + 1},
      message: `Unexpected citekey ${quote(`@${key}`)} in ${where}, expected it in ${instead}`,
      help: `It is printed as typed: no style writes in titles. Cite the work in ${instead}.`,
    };
  }
}
