import type {Format} from '../format.ts';
import {writeDocument} from './document.ts';
import {countFigures} from './figures.ts';
import {printMarkdown} from './print.ts';

/**
 * The resolved text as one Markdown file, for reading, for comparing two states of a submission line by line, and for
 * programs that take text. opcit reads it back as a manuscript with the same numbers, notes and boxes.
 */
export const markdown: Format = {
  id: 'md',
  title: 'Markdown text',
  extension: '.md',
  mediaType: 'text/markdown',
  write(publication) {
    const text = printMarkdown(writeDocument(publication));
    return Promise.resolve({bytes: new TextEncoder().encode(text), warnings: countFigures(publication)});
  },
};
