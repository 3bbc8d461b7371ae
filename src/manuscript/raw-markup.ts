import type {Root} from 'mdast';
import {visit} from 'unist-util-visit';
import {overlaps, type Span} from '../text/span.ts';
import {spanOfNode} from './node-span.ts';
import type {Manuscript} from './types.ts';

/** Markup of another language that stands in a manuscript and is printed as the text it is. */
export interface RawMarkup {
  /** `comment`: an HTML comment that is never closed. */
  readonly kind: 'html' | 'latex' | 'comment';
  /** The tag or command in small letters, `sub` of `<sub>` or `newpage` of `\newpage`; empty where it has no name. */
  readonly name: string;
  /** As typed: `<div align="center">`, `\newpage`. */
  readonly span: Span;
}

// A whole comment, or a tag up to its end: "<!-- … -->", "<div align="x">", "</p>", "<!DOCTYPE html>", "<?php".
const COMMENT_OR_TAG = /<!--(?:(?!-->)[\s\S])*(?:-->|$)|<(?=[a-z/!?])[/!?]?([a-z][a-z0-9-]*)?[^<>]*>?/giu;

// A command that breaks pages or lines in LaTeX: "\newpage", "\vspace{1cm}".
const LATEX =
  /\\(newpage|pagebreak|clearpage|linebreak|newline|noindent|vspace|hspace|bigskip|medskip)(?![a-z])/gu;

/**
 * Every piece of raw HTML but comments, and LaTeX commands that make space, in the order of the text. A closing tag
 * counts only where nothing in the manuscript opens it, so that `<sub>2</sub>` is one piece; a number raised by
 * `<sup>` is a typed note.
 */
export function findRawMarkup({root, source, typedNotes}: Manuscript): readonly RawMarkup[] {
  const notes = typedNotes.map(({span}) => span);
  return [...findHtml(root, source.text), ...findLatex(root, source.text)]
    .filter(({span}) => !notes.some(note => overlaps(note, span)))
    .sort((one, other) => one.span.start - other.span.start);
}

function findHtml(root: Root, text: string): readonly RawMarkup[] {
  const found: RawMarkup[] = [];
  const open = new Map<string, number>();
  visit(root, 'html', node => {
    const {start, end} = spanOfNode(node);
    for (const match of text.slice(start, end).matchAll(COMMENT_OR_TAG)) {
      const [typed, name = ''] = match;
      const span = {start: start + match.index, end: start + match.index + typed.length};
      if (typed.startsWith('<!--')) {
        const opening = {start: span.start, end: span.start + '<!--'.length};
        if (!typed.endsWith('-->')) found.push({kind: 'comment', name: '', span: opening});
        continue;
      }
      const tag = name.toLowerCase();
      const depth = open.get(tag) ?? 0;
      const isClosing = typed.startsWith('</');
      open.set(tag, isClosing ? Math.max(0, depth - 1) : depth + 1);
      if (isClosing ? depth === 0 : !isInTable(tag, open)) found.push({kind: 'html', name: tag, span});
    }
  });
  return found;
}

const TABLE_PARTS: readonly string[] = [
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'caption',
  'col',
  'colgroup',
];

/** The parts of a table are the table's fault. */
function isInTable(tag: string, open: ReadonlyMap<string, number>): boolean {
  return TABLE_PARTS.includes(tag) && (open.get('table') ?? 0) > 0;
}

function findLatex(root: Root, text: string): readonly RawMarkup[] {
  const found: RawMarkup[] = [];
  visit(root, 'text', node => {
    const {start, end} = spanOfNode(node);
    for (const match of text.slice(start, end).matchAll(LATEX)) {
      const span = {start: start + match.index, end: start + match.index + match[0].length};
      found.push({kind: 'latex', name: match[1] ?? '', span});
    }
  });
  return found;
}
