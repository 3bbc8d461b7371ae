import {cites} from '../../cite-fault.ts';
import {namePlace} from '../../cite-words.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const addRefs: Rule = defineRule({
  code: 'add-refs',
  group: 'citation',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds promises to cite that were left in the text: *add refs*, *more refs?*, *[citation needed]*, *TBC*.',
    why: 'A note to oneself is printed as it stands. To a committee it says that a claim has no source, or that nobody read the text again.',
    instead: 'Cite the source, or take out the claim and the promise with it.',
    convention:
      'Guides to citation know no sign for a reference that is still to come; drafts mark it in words, and those words are to be gone from what is submitted.',
  },
  *check({citations}) {
    for (const {cite} of cites(citations, 'add-refs')) {
      yield {
        span: cite.span,
        message: `Unexpected placeholder ${quote(cite.text)} in ${namePlace(cite.in)}, expected a reference`,
        help: 'Cite the source, or take out the placeholder; it would be printed as it stands.',
      };
    }
  },
});
