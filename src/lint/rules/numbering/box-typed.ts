import type {Box} from '../../../manuscript/types.ts';
import {slice} from '../../../text/span.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule} from '../../rule.ts';

export const boxTyped: Rule = defineRule({
  code: 'box-typed',
  group: 'numbering',
  severity: 'warning',
  fixes: 'review',
  docs: {
    what: 'Finds a box typed as plain paragraphs: a line “Box 2. A title”, its text, and mostly a source line.',
    why: 'In print it would be a paragraph among others. Nobody can see where it ends, and the cites in its source line do not stand in a note.',
    instead:
      'Put it between `:::box{number=2 title="A title"}` and `:::`. The fix does so; check that the box ends where it should.',
  },
  *check({manuscript}) {
    const {text} = manuscript.source;
    for (const box of manuscript.boxes) {
      if (box.form !== 'typed') continue;
      const fix = directiveFix(box, text);
      yield {
        span: box.opening,
        message: `Unexpected box as plain text ${quote(slice(text, box.opening))}, expected ${quote(`:::box{number=${box.typed ?? box.expected} …}`)}`,
        help:
          fix === undefined
            ? 'Put a line ::: where the box ends, and a line :::box{number=… title="…"} in place of its title.'
            : 'Make it a box; check that it ends where it should.',
        ...(fix === undefined ? {} : {fix}),
      };
    }
  },
});

/** None where the end of the box is not known, or where its title holds what a directive's title cannot. */
function directiveFix(box: Box, text: string): Finding['fix'] {
  const typedTitle = slice(text, box.opening);
  if (box.sourceLine === undefined || box.title === undefined || /\[\^|[\r\n]/u.test(typedTitle))
    return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const title = box.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return {
    title: `Make it box ${box.typed ?? box.expected}`,
    applicability: 'review',
    edits: [
      {span: box.opening, insert: `:::box{number=${box.typed ?? box.expected} title="${title}"}`},
      {span: {start: box.span.end, end: box.span.end}, insert: `${lineEnd}:::`},
    ],
  };
}
