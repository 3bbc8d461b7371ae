import type {Diagnostic} from '../../src/text/diagnostic.ts';
import {applyEdits} from '../../src/text/edit.ts';
import {indexPositions} from '../../src/text/position.ts';
import type {SourceText} from '../../src/text/source.ts';
import type {Span} from '../../src/text/span.ts';
import type {Texts} from './fixture-subject.ts';

/**
 * Diagnostics as the `text report` block of a fixture shows them; empty when there are none.
 *
 *     3:7-3:25 error op-cit-without-antecedent
 *       Unexpected op cit to `Smith` in note 1, expected an earlier full citation
 *       help: …
 *       note: references.bib 1:1-1:20 the work is this entry
 *       fix (review): …
 */
export function formatReport(diagnostics: readonly Diagnostic[], texts: Texts): string {
  const place = placesOf(texts);
  return diagnostics
    .map(({path, span, severity, code, message, help, related = [], fix, suggestions = []}) =>
      [
        `${place(path, span)} ${severity} ${code}`,
        `  ${message}`,
        ...(help === undefined ? [] : [`  help: ${help}`]),
        ...related.map(one => `  note: ${place(one.path, one.span)} ${one.message}`),
        ...(suggestions.length === 0 ? [] : [`  suggestions: ${suggestions.join(', ')}`]),
        ...(fix === undefined ? [] : [`  fix (${fix.applicability}): ${fix.title}`]),
      ]
        .map(line => `${line}\n`)
        .join(''),
    )
    .join('');
}

/** Both texts after all fixes of the diagnostics; `undefined` where edits of one text overlap. */
export function applyFixes(
  diagnostics: readonly Diagnostic[],
  texts: Texts,
): {readonly [Name in keyof Texts]: string | undefined} {
  const editsOf = ({path}: SourceText) =>
    diagnostics.filter(diagnostic => diagnostic.path === path).flatMap(({fix}) => fix?.edits ?? []);
  return {
    manuscript: applyEdits(texts.manuscript.text, editsOf(texts.manuscript)),
    bibliography: applyEdits(texts.bibliography.text, editsOf(texts.bibliography)),
  };
}

function placesOf({manuscript, bibliography}: Texts): (path: string, span: Span) => string {
  const manuscriptPositions = indexPositions(manuscript.text);
  const bibliographyPositions = indexPositions(bibliography.text);
  return (path, {start, end}) => {
    const isBibliography = path === bibliography.path;
    const positions = isBibliography ? bibliographyPositions : manuscriptPositions;
    const [from, to] = [positions.at(start), positions.at(end)];
    const name = isBibliography ? 'references.bib ' : '';
    return `${name}${from.line}:${from.column}-${to.line}:${to.column}`;
  };
}
