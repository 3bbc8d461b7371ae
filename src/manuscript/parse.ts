import type {Diagnostic, Reported} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import {readBoxes} from './boxes.ts';
import {readCrossReferences} from './cross-references.ts';
import {readFrontMatter} from './front-matter.ts';
import {readHeadings} from './headings.ts';
import {readIgnores} from './ignores.ts';
import {reportMalformedBoxes} from './malformed-boxes.ts';
import {parseMarkdown} from './markdown.ts';
import {reportDeepNesting} from './nesting.ts';
import {readNotes} from './notes.ts';
import {readParagraphs} from './paragraphs.ts';
import {readPassages} from './passages.ts';
import {findTypedNotes} from './typed-notes.ts';
import type {Manuscript} from './types.ts';
import {readUnreadNumbers} from './unread-numbers.ts';

/**
 * Reads a manuscript: what stands where, as typed. Never throws; whatever is wrong with the text comes back as
 * diagnostics (front matter, boxes that Markdown cannot read) or as facts for the rules.
 */
export function parseManuscript(source: SourceText): Reported<Manuscript> {
  const root = parseMarkdown(source.text);
  const diagnostics: Diagnostic[] = [];
  const frontMatter = readFrontMatter(root, source, diagnostics);
  const boxes = readBoxes(root, source.text);
  reportDeepNesting(source, diagnostics);
  reportMalformedBoxes(root, source, diagnostics);
  const paragraphs = readParagraphs(root, source.text, boxes);
  const {notes, noteReferences} = readNotes(root, source.text);
  const typedNotes = findTypedNotes(root, source.text);
  const passages = readPassages(root, source.text, {notes, noteReferences, boxes});
  return {
    value: {
      source,
      root,
      frontMatter,
      headings: readHeadings(root, source.text),
      paragraphs,
      unreadNumbers: readUnreadNumbers(root, source.text, {
        paragraphs,
        boxes,
        typedNotes: typedNotes.map(({span}) => span),
      }),
      boxes,
      notes,
      noteReferences,
      typedNotes,
      crossReferences: readCrossReferences(root, source.text, {notes, boxes}),
      passages,
      ignores: readIgnores(root, source.text, paragraphs),
    },
    diagnostics,
  };
}
