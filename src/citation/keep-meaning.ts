import {parseManuscript} from '../manuscript/parse.ts';
import type {Passage} from '../manuscript/types.ts';
import {applyEdits} from '../text/edit.ts';
import {contains, overlaps} from '../text/span.ts';
import type {KeyOffer} from './offer-keys.ts';
import {resolveCitations} from './resolve.ts';
import {toCslLocator} from './styles/csl-locator.ts';
import type {CitingSubject} from './styles/types.ts';
import type {Resolution} from './types.ts';
import {keyOf} from './walk.ts';

/** Offers that can be taken together, with the text that they make, and those that cannot. */
export interface Harmless {
  readonly text: string;
  readonly taken: readonly KeyOffer[];
  readonly left: readonly KeyOffer[];
}

/**
 * Takes as many offers as leave every meaning as it was.
 *
 * The text that they make is read and resolved anew: each key must mean the work that was typed there, and each other cite
 * must have the status and the work that it had, and lean on the same work. Where all together do not hold, halves of them
 * are tried, down to single ones. What is taken holds together, whatever order it was tried in.
 */
export function keepMeaning(subject: CitingSubject, offers: readonly KeyOffer[]): Harmless {
  const {source} = subject.manuscript;
  const hold = (tried: readonly KeyOffer[]): boolean => meansTheSame(subject, tried);
  let taken: readonly KeyOffer[] = [];
  // One that was left may hold once those behind it are keys, too.
  for (;;) {
    const more = grow(
      taken,
      offers.filter(offer => !taken.includes(offer)),
      hold,
    );
    if (more.length === taken.length) break;
    taken = more;
  }
  const text = applyEdits(
    source.text,
    taken.map(({edit}) => edit),
  );
  return {text: text ?? source.text, taken, left: offers.filter(offer => !taken.includes(offer))};
}

/** `base`, which holds, with as many more as hold together with it. */
function grow(
  base: readonly KeyOffer[],
  more: readonly KeyOffer[],
  hold: (tried: readonly KeyOffer[]) => boolean,
): readonly KeyOffer[] {
  if (more.length === 0) return base;
  const all = [...base, ...more];
  if (hold(all)) return all;
  if (more.length === 1) return base;
  const middle = more.length >> 1;
  return grow(grow(base, more.slice(0, middle), hold), more.slice(middle), hold);
}

function meansTheSame(
  {manuscript, bibliography, citations}: CitingSubject,
  offers: readonly KeyOffer[],
): boolean {
  const edits = offers.map(({edit}) => edit);
  const text = applyEdits(manuscript.source.text, edits);
  if (text === undefined) return false;
  const edited = parseManuscript({...manuscript.source, text}).value;
  if (!sayTheSame(manuscript.passages, edited.passages, offers)) return false;
  const {resolutions} = resolveCitations(edited, bibliography);
  const before = citations.resolutions;
  if (resolutions.length !== before.length) return false;
  const offered = new Map(offers.map(offer => [offer.cite.id, offer]));
  return before.every((was, at) => {
    const is = resolutions[at];
    const offer = offered.get(was.cite.id);
    if (is === undefined) return false;
    return offer === undefined
      ? isUntouched(was, is) && keyBehind(was, before) === keyBehind(is, resolutions)
      : isWritten(offer, is);
  });
}

function isUntouched(was: Resolution, is: Resolution): boolean {
  return (
    was.cite.text === is.cite.text &&
    was.cite.form === is.cite.form &&
    was.cite.locator === is.cite.locator &&
    was.status === is.status &&
    keyOf(was) === keyOf(is) &&
    candidatesOf(was) === candidatesOf(is)
  );
}

/** The candidates of an ambiguous cite, in whatever order. */
function candidatesOf(resolution: Resolution): string {
  return resolution.status === 'ambiguous' ? [...resolution.candidates].sort().join('\n') : '';
}

function keyBehind({antecedent}: Resolution, all: readonly Resolution[]): string | undefined {
  const behind = antecedent === undefined ? undefined : all[antecedent.id - 1];
  return behind === undefined ? undefined : keyOf(behind);
}

function isWritten({key, locator}: KeyOffer, {cite, ...is}: Resolution): boolean {
  const place = cite.locator === undefined ? undefined : toCslLocator(cite.locator);
  return (
    cite.form === 'key' &&
    is.status === 'resolved' &&
    is.key === key &&
    place?.label === locator?.label &&
    place?.locator === locator?.locator
  );
}

/** Whether the edited text reads as before, the keys apart: no bracket has become a link, no mark of emphasis is left alone. */
function sayTheSame(
  before: readonly Passage[],
  after: readonly Passage[],
  offers: readonly KeyOffer[],
): boolean {
  return (
    before.length === after.length &&
    before.every((passage, at) => after[at]?.text.value === withKeys(passage, offers))
  );
}

function withKeys({text}: Passage, offers: readonly KeyOffer[]): string {
  const whole = text.spanOf(0, text.value.length);
  let value = '';
  let at = 0;
  for (const {edit} of [...offers].sort((one, other) => one.edit.span.start - other.edit.span.start)) {
    if (!overlaps(whole, edit.span)) continue;
    let start = at;
    while (start < text.value.length && text.spanOf(start, start + 1).start < edit.span.start) start += 1;
    let end = start;
    while (end < text.value.length && contains(edit.span, text.spanOf(end, end + 1))) end += 1;
    value += text.value.slice(at, start) + edit.insert;
    at = end;
  }
  return value + text.value.slice(at);
}
