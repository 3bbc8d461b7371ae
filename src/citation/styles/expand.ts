import type {Bibliography} from '../../bibliography/types.ts';
import type {SourceText} from '../../text/source.ts';
import type {Span} from '../../text/span.ts';
import {isBetweenNumbers} from '../note-list.ts';
import type {CiteForm, Resolution} from '../types.ts';
import {endOfWork} from './end-of-work.ts';
import {writeShortForm} from './plain-form.ts';
import {startOfWork} from './start-of-work.ts';
import {plainRun, type Replacement, type StyledText} from './types.ts';

/** Forms that lean on another cite; `infra` looks forward, to words that are still to come. */
const SHORT_FORMS: ReadonlySet<CiteForm> = new Set(['short', 'op-cit', 'loc-cit', 'ibid', 'idem', 'supra']);

/** A cite that leans on an earlier one and is settled; its work is certain, and so is the place it sends to. */
export type ResolvedShortForm = Extract<Resolution, {readonly status: 'resolved'}>;

/** Whether a cite is a short form with one meaning. All others stand as typed in every way of citing. */
export function isResolvedShortForm(resolution: Resolution): resolution is ResolvedShortForm {
  const {status, cite} = resolution;
  return status === 'resolved' && SHORT_FORMS.has(cite.form) && !isBetweenNumbers(cite);
}

/**
 * `citations: expanded`: each settled short form written out, so that nobody has to turn back for it.
 *
 *     see Tacoli, C and D Satterthwaite (2003) op cit, p 12
 *     see Tacoli and Satterthwaite (2003) *The Urban Part of Rural Development*, p 12
 *
 * The signal before it and its locator stay as typed. A name and a year in running text, "(Lee, 1991)", say as much as the
 * written form would in a sentence, and stay.
 */
export function expandShortForms(
  resolutions: readonly Resolution[],
  bibliography: Bibliography,
  source: SourceText,
): readonly Replacement[] {
  const formOf = shortFormsOf(resolutions, bibliography);
  return resolutions.filter(isResolvedShortForm).flatMap(({cite, key}): readonly Replacement[] => {
    const entry = bibliography.byKey.get(key);
    const work = formOf(key);
    if (entry === undefined || work === undefined || (cite.form === 'short' && cite.in.kind === 'text'))
      return [];
    const start = startOfWork(cite, entry, source.text);
    if (start === undefined) return [];
    const {end, hasPlace} = endOfWork(cite, source.text) ?? {end: start, hasPlace: false};
    if (end <= start) return [];
    const locator = hasPlace ? [plainRun(`, ${cite.locator}`)] : [];
    return [
      {
        span: withOwnStop({start, end}, source.text),
        pieces: [{kind: 'words', text: [...work, ...locator]}],
      },
    ];
  });
}

/**
 * The short form of each work cited. Two works of one author and year may have one main title, "Census: Tables" and "Census:
 * Report": of those the whole title is printed.
 */
function shortFormsOf(
  resolutions: readonly Resolution[],
  {byKey, valuesOf}: Bibliography,
): (key: string) => StyledText | undefined {
  const write = (key: string, hasWholeTitle: boolean): StyledText | undefined => {
    const entry = byKey.get(key);
    const values = valuesOf(key);
    return entry === undefined || values === undefined
      ? undefined
      : writeShortForm(entry, values, hasWholeTitle);
  };
  const keys = new Set(resolutions.flatMap(one => (one.status === 'resolved' ? [one.key] : [])));
  const short = new Map([...keys].map(key => [key, write(key, false)] as const));
  const seen = new Map<string, number>();
  for (const form of short.values()) seen.set(wordsOf(form), (seen.get(wordsOf(form)) ?? 0) + 1);
  return key => {
    const form = short.get(key);
    return (seen.get(wordsOf(form)) ?? 0) > 1 ? write(key, true) : form;
  };
}

function wordsOf(form: StyledText | undefined): string {
  return form?.map(({text}) => text).join('') ?? '';
}

// "ibid", "op. cit", "a.a.O": an abbreviation that a stop behind it belongs to
const ABBREVIATION = /(?:\b(?:cit|ibid|ibidem|id|ebd|loc|op)|a\. ?a\. ?O)[*_]{0,3}$/iu;
// "ibid." with its stop
const OWN_STOP = /\.$/u;
// "*. see", ". 5", ".,": a stop after which the sentence goes on
const STOP_INSIDE = /^[*_]{0,3}\.(?=[*_]{0,3}(?:[,;:)\]]|\s+\p{Ll}|\s+\d))/u;

/**
 * A short form with the stop of its abbreviation where the sentence goes on behind it, and without where it ends there as
 * well.
 */
export function withOwnStop({start, end}: Span, text: string): Span {
  const words = text.slice(start, end).replace(OWN_STOP, '');
  if (!ABBREVIATION.test(words)) return {start, end};
  const bare = start + words.length;
  const stop = STOP_INSIDE.exec(text.slice(bare, bare + 12));
  return {start, end: stop === null ? bare : bare + stop[0].length};
}
