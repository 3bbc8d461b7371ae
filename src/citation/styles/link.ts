import {spanOfNode} from '../../manuscript/node-span.ts';
import {numberParagraphs} from '../../manuscript/paragraphs-numbered.ts';
import type {Manuscript} from '../../manuscript/types.ts';
import {contains, type Span} from '../../text/span.ts';
import type {Cite} from '../types.ts';
import {isResolvedShortForm} from './expand.ts';
import {startOfWork} from './start-of-work.ts';
import {type CitedPlace, type CiteLink, type CitingSubject, plainRun, type Replacement} from './types.ts';

/** `citations: linked`: as typed, and live. */
export interface LinkedCites {
  readonly links: readonly CiteLink[];
  readonly replacements: readonly Replacement[];
}

/**
 * `citations: linked`: each settled short form leads to the note or the box of its antecedent, or to the numbered paragraph in
 * which it stands. A sentence that leads up to the work is no part of the link.
 *
 * @param hasPointers whether "(note 3)" is added where the author wrote *op cit*, *loc cit* or a bare short form; not to
 * *ibid*, whose antecedent is the cite just before, and not where the author typed a number or stands in the same note
 */
export function linkShortForms(
  {manuscript, bibliography, citations: {resolutions}}: CitingSubject,
  hasPointers: boolean,
): LinkedCites {
  const {text} = manuscript.source;
  const links: CiteLink[] = [];
  const replacements: Replacement[] = [];
  for (const {cite, antecedent, key} of resolutions.filter(isResolvedShortForm)) {
    const to = antecedent === undefined ? undefined : placeOf(antecedent, manuscript);
    if (to === undefined) continue;
    const entry = bibliography.byKey.get(key);
    const start = (entry && startOfWork(cite, entry, text)) ?? cite.span.start;
    links.push({span: {start, end: cite.span.end}, to});
    if (hasPointers && wantsPointer(cite, to)) replacements.push(addPointer(cite, to, text));
  }
  return {links, replacements};
}

function placeOf({in: place, span}: Cite, manuscript: Manuscript): CitedPlace | undefined {
  if (place.kind !== 'text') return {kind: place.kind, number: place.number};
  const number = paragraphAround(span, manuscript);
  return number === undefined ? undefined : {kind: 'paragraph', number};
}

/** The number of the paragraph in which a cite stands, with its bullets and quotations, where no other has that number. */
function paragraphAround(span: Span, manuscript: Manuscript): number | undefined {
  const numbers = [...numberParagraphs(manuscript)];
  const [node, number] = numbers.findLast(([one]) => spanOfNode(one).start <= span.start) ?? [];
  if (node === undefined || number === undefined) return undefined;
  const own = spanOfNode(node);
  const isIn =
    contains(own, span) ||
    manuscript.paragraphs.some(one => one.marker.start === own.start && contains(one.span, span));
  const isOnly = numbers.filter(([, other]) => other === number).length === 1;
  return isIn && isOnly ? number : undefined;
}

const POINTED: ReadonlySet<Cite['form']> = new Set(['op-cit', 'loc-cit', 'short', 'supra']);

function wantsPointer({form, pointer, in: place}: Cite, to: CitedPlace): boolean {
  // "(paragraph 3)" would be read as a place in the work
  if (to.kind === 'paragraph') return false;
  const isHere = place.kind === to.kind && place.number === to.number;
  return POINTED.has(form) && pointer === undefined && !isHere;
}

/** "(note 3)" behind the words and before the locator, or behind the stop of "op. cit." */
function addPointer(cite: Cite, to: CitedPlace, text: string): Replacement {
  const at = endOfWords(cite, text);
  const last = lastCharacter(text, at);
  return {
    span: {start: at - last.length, end: at},
    pieces: [
      {kind: 'link', to, value: last},
      {kind: 'words', text: [plainRun(` (${to.kind} `)]},
      {kind: 'number', to},
      {kind: 'words', text: [plainRun(')')]},
    ],
  };
}

// ", " and ", at " before a locator
const BEFORE_LOCATOR = /(?:[\s,;:]+at)?[\s,;:]+$/u;
// "op. cit" whose stop stands behind it
const DOTTED = /\b(?:op\. ?cit|loc\. ?cit)$/iu;

function endOfWords({span, locator}: Cite, text: string): number {
  const typed = text.slice(span.start, span.end);
  const place = locator === undefined ? -1 : typed.lastIndexOf(locator);
  const words = place <= 0 ? typed : typed.slice(0, place).replace(BEFORE_LOCATOR, '');
  const end = span.start + (words === '' ? typed.length : words.length);
  return DOTTED.test(words) && text.charAt(end) === '.' ? end + 1 : end;
}

/** A letter with what Unicode puts beside it, so that no pair of surrogates is parted. */
function lastCharacter(text: string, end: number): string {
  const code = text.charCodeAt(end - 1);
  return text.slice(code >= 0xdc00 && code <= 0xdfff ? end - 2 : end - 1, end);
}
