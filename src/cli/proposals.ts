import type {KeyOffer} from '../citation/offer-keys.ts';
import {joinEdits} from '../fix/join-edits.ts';
import {quote} from '../lint/quote.ts';
import type {Diagnostic} from '../text/diagnostic.ts';
import type {TextEdit} from '../text/edit.ts';
import {indexPositions} from '../text/position.ts';
import {type Span, slice} from '../text/span.ts';
import {printFrame} from './reporters/frame.ts';
import {neutralise} from './terminal/cells.ts';
import type {Screen} from './terminal/screen.ts';
import {wrap} from './terminal/wrap.ts';

/** Something that a person may take or leave: edits of one text, taken together. */
export interface Proposal {
  /** The path of the text. */
  readonly path: string;
  /** The words that it is about. */
  readonly span: Span;
  /** The code of a finding; `citekey` for a reference that a key can stand for. */
  readonly name: string;
  readonly message: string;
  readonly edits: readonly TextEdit[];
}

/** The fixes of findings that a person should look at, in the order of the findings. */
export function proposeFixes(diagnostics: readonly Diagnostic[]): readonly Proposal[] {
  return diagnostics.flatMap(({path, span, code, message, fix}) =>
    fix?.applicability === 'review'
      ? [{path, span, name: code, message: `${message}: ${fix.title}`, edits: fix.edits}]
      : [],
  );
}

/**
 * A citekey for a typed reference.
 *
 * @param printed what the style prints for it, where that can be told
 */
export function proposeKey(
  offer: KeyOffer,
  path: string,
  printed: string | undefined,
): Proposal & {readonly offer: KeyOffer} {
  const {edit, cite} = offer;
  return {
    path,
    span: edit.span,
    name: 'citekey',
    message:
      printed === undefined
        ? `A citekey can stand for ${quote(cite.text)}`
        : `A citekey can stand for it; the style prints: ${printed}`,
    edits: [edit],
    offer,
  };
}

/** Whether a proposal changes nothing that those before it change. */
export function fitsBeside({path, edits}: Proposal, before: readonly Proposal[]): boolean {
  return joinEdits(editsOf(before, path), edits) !== undefined;
}

/** What proposals that fit beside each other change in one text. */
export function editsOf(proposals: readonly Proposal[], path: string): readonly TextEdit[] {
  return proposals
    .filter(one => one.path === path)
    .reduce<readonly TextEdit[]>((before, {edits}) => joinEdits(before, edits) ?? before, []);
}

/**
 * A proposal for a terminal: its place, the line with the words marked, and what would stand there.
 *
 *     manuscript/evidence.md:41:8  citekey  3 of 9
 *       41 │ [^12]: see Smith (2010) op cit, p 4.
 *          │             ~~~~~~~~~~~~~~~~~~~~~~~
 *       A citekey can stand for `Smith (2010) op cit, p 4`
 *       41:12 `Smith (2010) op cit, p 4` becomes `[@smith2010, p. 4]`
 */
export function printProposal(
  {path, span, name, message, edits}: Proposal,
  text: string,
  {screen, count}: {readonly screen: Screen; readonly count: string},
): string {
  const positions = indexPositions(text);
  const {line, column} = positions.at(span.start);
  const place = screen.paint('place', neutralise(`${path}:${line}:${column}`));
  return [
    `${place}  ${screen.paint('strong', name)}  ${screen.paint('quiet', count)}`,
    ...printFrame({text, positions}, span, {screen, indent: '  ', tone: 'warning'}),
    ...wrap(message, screen.width, '  '),
    ...edits.flatMap(edit => {
      const at = positions.at(edit.span.start);
      return wrap(describeEdit(edit, text), screen.width, `  ${at.line}:${at.column} `);
    }),
  ]
    .map(each => `${each}\n`)
    .join('');
}

function describeEdit({span, insert}: TextEdit, text: string): string {
  const old = slice(text, span);
  if (old === '') return `adds ${quote(insert)}`;
  return insert === '' ? `takes out ${quote(old)}` : `${quote(old)} becomes ${quote(insert)}`;
}
