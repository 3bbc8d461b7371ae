import type {UnreadNumber} from '../../../manuscript/types.ts';
import {slice} from '../../../text/span.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const paragraphNumberUnread: Rule = defineRule({
  code: 'paragraph-number-unread',
  group: 'numbering',
  severity: 'error',
  fixes: 'review',
  docs: {
    what: 'Finds a paragraph number that is typed so that it is not read as one: `2.B` without a space, `17 .`, `12A.`, `(5)`, `**3.**`, or `18)` among `17.` and `19.`. It is looked for where the numbers before it lead to it.',
    why: 'The number would be printed as text, and the paragraph would belong to the one before it.',
    instead: 'Type the number, a full stop and a space at the start of the line: `17. Remittances are …`.',
    convention:
      'What CommonMark reads as a numbered item (0.31, §5.2). A paragraph put in later, “12A”, has no number of its own there.',
  },
  *check({manuscript}) {
    const {source, unreadNumbers} = manuscript;
    for (const number of unreadNumbers) {
      const {form, typed, marker, edit} = number;
      yield {
        span: marker,
        message: `Unexpected paragraph number ${quote(slice(source.text, marker))}${FAULT[form]}, expected ${EXPECTED[form](typed)}`,
        help: HELP[form],
        ...(edit === undefined
          ? {}
          : {
              fix: {
                title: `Write ${edit.insert.trim()}`,
                applicability: 'review' as const,
                edits: [edit] as const,
              },
            }),
      };
    }
  },
});

type Form = UnreadNumber['form'];

const FAULT: Readonly<Record<Form, string>> = {
  'no-space': ' with no space after it',
  letter: '',
  spaced: '',
  escaped: '',
  emphasis: '',
  digits: '',
  sign: '',
  decimal: '',
  'other-sign': ' among others of another kind',
  'behind-comment': ' behind a comment',
  indented: ' inside the paragraph before it',
};

const plain = (typed: number): string => quote(`${typed}.`);

const EXPECTED: Readonly<Record<Form, (typed: number) => string>> = {
  'no-space': typed => quote(`${typed}. …`),
  letter: () => 'a whole number',
  spaced: plain,
  escaped: plain,
  emphasis: plain,
  digits: plain,
  sign: plain,
  decimal: () => 'a whole number',
  'other-sign': () => 'the same sign after each',
  'behind-comment': () => 'the number first',
  indented: () => 'it at the start of the line',
};

const AS_TEXT = 'As it stands it is text, and the paragraph has no number.';

const HELP: Readonly<Record<Form, string>> = {
  'no-space': `Put a space after the stop. ${AS_TEXT}`,
  letter: 'Number the paragraphs anew in whole numbers, and correct the references to them.',
  spaced: `Put the stop right after the number. ${AS_TEXT}`,
  escaped: `Take out the backslash. ${AS_TEXT}`,
  emphasis: `Take the number out of the emphasis. ${AS_TEXT}`,
  digits: `Type the number in plain digits, with a full stop. ${AS_TEXT}`,
  sign: `Write the number with a full stop. ${AS_TEXT}`,
  decimal:
    'opcit numbers paragraphs 1, 2, 3 through the whole text. Number them so, or take the numbers out and write `paragraphs: automatic` in the front matter.',
  'other-sign':
    'Write it as the others are; where no paragraph follows that counts it, it is read as a list.',
  'behind-comment': 'Put the comment after the number, or on a line of its own.',
  indented: 'Take away the spaces before it; as it stands it is a list in the paragraph before.',
};
