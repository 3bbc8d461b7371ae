import type {SourceText} from '../../text/source.ts';
import type {Cite, Resolution} from '../types.ts';
import {isResolvedShortForm} from './expand.ts';
import {type CitedPlace, type CiteLink, plainRun, type Replacement} from './types.ts';

/** `citations: linked`: as typed, and live. */
export interface LinkedCites {
  readonly links: readonly CiteLink[];
  readonly replacements: readonly Replacement[];
}

/**
 * `citations: linked`: each settled short form leads to the note or the box of its antecedent. What it leans on in running
 * text has no place of its own to lead to.
 *
 * @param hasPointers whether "(note 3)" is added where the author wrote *op cit*, *loc cit* or a bare short form; not to
 * *ibid*, whose antecedent is the cite just before, and not where the author typed a number or stands in the same note
 */
export function linkShortForms(
  resolutions: readonly Resolution[],
  source: SourceText,
  hasPointers: boolean,
): LinkedCites {
  const links: CiteLink[] = [];
  const replacements: Replacement[] = [];
  for (const {cite, antecedent} of resolutions.filter(isResolvedShortForm)) {
    const to = antecedent === undefined ? undefined : placeOf(antecedent);
    if (to === undefined) continue;
    links.push({span: cite.span, to});
    if (hasPointers && wantsPointer(cite, to)) replacements.push(addPointer(cite, to, source.text));
  }
  return {links, replacements};
}

function placeOf({in: place}: Cite): CitedPlace | undefined {
  return place.kind === 'text' ? undefined : {kind: place.kind, number: place.number};
}

const POINTED: ReadonlySet<Cite['form']> = new Set(['op-cit', 'loc-cit', 'short', 'supra']);

function wantsPointer({form, pointer, in: place}: Cite, to: CitedPlace): boolean {
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
