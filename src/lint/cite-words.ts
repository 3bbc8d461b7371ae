import type {Cite, CiteForm} from '../citation/types.ts';
import type {PassagePlace} from '../manuscript/types.ts';
import type {RelatedPlace} from '../text/diagnostic.ts';
import {quote} from './quote.ts';
import type {Subject} from './rule.ts';

const FORM_WORDS: Readonly<Record<CiteForm, string>> = {
  full: 'reference',
  short: 'short form',
  'op-cit': 'op cit',
  'loc-cit': 'loc cit',
  ibid: 'ibid',
  idem: 'idem',
  supra: 'supra',
  infra: 'infra',
  key: 'key',
  placeholder: 'placeholder',
};

// A part of the document itself, which is no work: "See box 1, ibid".
const OWN_PART =
  /^(?:see (?:also )?)?(?:box|paragraph|para|footnote|note|table|figure|section|annex)(?:es|s)?\.? \d+$/u;

/** What a cite is called in a message, with the author's words for its work: "op cit to `Smith`", "ibid". */
export function nameCite(cite: Cite): string {
  const form = FORM_WORDS[cite.form];
  const work = cite.names ?? cite.title;
  return work === undefined || OWN_PART.test(work.toLowerCase()) ? form : `${form} to ${quote(work)}`;
}

/** Where a cite stands, for a message: "note 5", "box 1", "the text". */
export function namePlace(place: PassagePlace): string {
  switch (place.kind) {
    case 'note':
      return `note ${place.number}`;
    case 'box':
      return `box ${place.number}`;
    case 'text':
      return 'the text';
  }
}

/** A cite as a related place in the manuscript. */
export function relateCite({manuscript}: Subject, cite: Cite, message: string): RelatedPlace {
  return {path: manuscript.source.path, span: cite.span, message};
}

/** The cite just before another in reading order, in which *ibid* looks for its work. */
export function citeBefore({citations}: Subject, cite: Cite): Cite | undefined {
  const index = citations.resolutions.findIndex(resolution => resolution.cite === cite);
  return citations.resolutions[index - 1]?.cite;
}

/** The first cites of some works as related places: the works that a short form may mean. */
export function relateFirstCites(subject: Subject, keys: readonly string[]): readonly RelatedPlace[] {
  return keys.flatMap(key => {
    const cite = subject.citations.firstCites.get(key);
    if (cite === undefined) return [];
    return [relateCite(subject, cite, `${quote(key)} was first cited here, in ${namePlace(cite.in)}`)];
  });
}

/** An entry's key as a related place in the bibliography, if there is such an entry. */
export function relateEntry({bibliography}: Subject, key: string, message: string): readonly RelatedPlace[] {
  const entry = bibliography.byKey.get(key);
  return entry === undefined ? [] : [{path: entry.path, span: entry.keySpan, message}];
}
