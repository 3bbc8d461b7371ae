import type {Manuscript} from '../../manuscript/types.ts';
import type {Diagnostic} from '../../text/diagnostic.ts';
import {suggest} from '../../text/suggest.ts';
import {readStyle, type Style} from './read-style.ts';
import {shippedStyles} from './shipped.ts';
import {isCslStyle, type StyleFile} from './types.ts';

/** What is wrong with the style that a manuscript names, as far as can be told without a processor. */
export function reportStyle(manuscript: Manuscript, file: StyleFile | undefined): readonly Diagnostic[] {
  if (!isCslStyle(manuscript.frontMatter)) return [];
  const read = file === undefined ? {expected: 'a style that is there'} : readStyle(file);
  return 'style' in read ? [] : [styleFault(manuscript, read.expected)];
}

/** The style of a file, where one can be used. */
export function usableStyle(file: StyleFile | undefined): Style | undefined {
  const read = file === undefined ? undefined : readStyle(file);
  return read !== undefined && 'style' in read ? read.style : undefined;
}

/** A finding at the front matter's `citations`. */
export function styleFault({frontMatter, source}: Manuscript, expected: string): Diagnostic {
  const typed = frontMatter.citations.slice('csl:'.length).trim();
  const names = Object.keys(shippedStyles);
  const suggestions = typed.endsWith('.csl') ? [] : suggest(typed, names);
  return {
    code: 'citation-style',
    severity: 'error',
    path: source.path,
    span: frontMatter.places.get('citations') ?? {start: 0, end: 0},
    message: `Unexpected citation style \`${shorten(typed)}\`, expected ${expected}`,
    help: `The styles are ${names.join(', ')}; any other is a .csl file in the project, named by its path from the manuscript.`,
    ...(suggestions.length === 0 ? {} : {suggestions}),
  };
}

function shorten(typed: string): string {
  return typed.length > 60 ? `${typed.slice(0, 59)}…` : typed;
}
