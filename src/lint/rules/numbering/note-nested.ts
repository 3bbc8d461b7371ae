import {quote} from '../../quote.ts';
import {defineRule, type Rule} from '../../rule.ts';

export const noteNested: Rule = defineRule({
  code: 'note-nested',
  group: 'numbering',
  severity: 'error',
  fixes: 'none',
  docs: {
    what: 'Finds a note reference inside the text of another note.',
    why: 'Word allows no footnote in a footnote, and a reader at the foot of the page does not look for another one.',
    instead: 'Say it in the note itself, or call the second note in the text.',
  },
  *check({manuscript}) {
    const {notes, noteReferences, source} = manuscript;
    for (const {label, number, span, insideNote} of noteReferences) {
      if (insideNote === undefined || number === undefined) continue;
      const around = notes.find(({identifier}) => identifier === insideNote);
      yield {
        span,
        message: `Unexpected note reference ${quote(`[^${label}]`)} inside note ${quote(`[^${around?.label ?? insideNote}]`)}, expected it in the text`,
        help: `Say it in the note itself, write “n ${number}” to send the reader there, or call the note in the text.`,
        ...(around === undefined
          ? {}
          : {related: [{path: source.path, span: around.marker, message: 'the note around it begins here'}]}),
      };
    }
  },
});
