import type {Entry} from '../bibliography/types.ts';
import {readLocator} from './locator.ts';
import {type CslLocator, toCslLocator} from './styles/csl-locator.ts';

/** A citekey with its locator, and the locator as a style will read it. */
export interface WrittenCitekey {
  /** `[@tacoli2003, pp. 12–14]` */
  readonly text: string;
  readonly locator: CslLocator | undefined;
}

/**
 * Writes a work and a place in it as Pandoc reads them (its manual, "Citation syntax").
 *
 * @param locator as typed, "pp 12–14 and 20"; a full reference to an article may end in the article's own pages, which are
 * no place in it and are left out
 * @returns `undefined` for a place that a style would not understand, and for a key that cannot be written
 */
export function writeCitekey(
  {key, pages}: Pick<Entry, 'key' | 'pages'>,
  locator: string | undefined,
): WrittenCitekey | undefined {
  const name = PLAIN_KEY.test(key) ? `@${key}` : BRACED_KEY.test(key) ? `@{${key}}` : undefined;
  if (name === undefined) return undefined;
  if (locator === undefined || isOwnPages(locator, pages)) return {text: `[${name}]`, locator: undefined};
  const place = writePlace(withoutExtent(locator, pages));
  return place === undefined ? undefined : {text: `[${name}, ${place.text}]`, locator: place.locator};
}

// "pp 11–30, at p 15", "11–30, 15"
const EXTENT_THEN =
  /^(?:pp?\.?\s?)?(?<extent>\d{1,5}\s?[–—-]\s?\d{1,5})(?:,\s?|\s)(?:at\s)?(?<place>.{1,100})$/iu;

/** The place in an article without the article's own pages before it. */
function withoutExtent(locator: string, pages: string | undefined): string {
  const {extent, place} = EXTENT_THEN.exec(locator)?.groups ?? {};
  return extent !== undefined && place !== undefined && isOwnPages(extent, pages) ? place : locator;
}

/** Whether the place typed behind a work is all of it: the pages that its entry gives. */
export function isOwnPages(locator: string, pages: string | undefined): boolean {
  const place = toCslLocator(locator);
  // "pp 11–30 passim" says more than its numbers
  if (pages === undefined || place?.label !== 'page' || /\p{L}{2}/u.test(place.locator)) return false;
  const [typed, own] = [locator, pages].map(pagesIn);
  return typed !== undefined && typed.length > 1 && typed.join() === own?.join();
}

/**
 * A range of pages at the end of a full reference to an article or a chapter that may be all of it, and that its entry does not
 * give: "*Environment and Urbanization* 10:1, pp 247–256". Only within the pages of the entry is it surely a place in the work.
 *
 * @returns the pages as typed; `undefined` where there are none, or no doubt
 */
export function foreignExtent(
  locator: string | undefined,
  {type, fields, pages}: Pick<Entry, 'type' | 'fields' | 'pages'>,
): string | undefined {
  const isPart = HOLDERS.some(field => fields.has(field)) || PARTS.has(type);
  if (locator === undefined || !isPart || toCslLocator(locator)?.label !== 'page') return undefined;
  const [first, last] = pagesIn(locator).map(Number);
  if (first === undefined || last === undefined || !SEVERAL.test(locator)) return undefined;
  const [from, to] = pages === undefined ? [] : pagesIn(pages).map(Number);
  return from !== undefined && to !== undefined && from <= first && last <= to ? undefined : locator;
}

/** Fields and types of what stands inside another work. */
const HOLDERS: readonly string[] = ['journal', 'journaltitle', 'booktitle'];
const PARTS: ReadonlySet<string> = new Set([
  'article',
  'incollection',
  'inproceedings',
  'inbook',
  'conference',
]);

// Pandoc's rule: letters, digits and underscores with single punctuation between them.
const PLAIN_KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,200}$/u;
// Whatever stands in braces: "@{https://example.org/a}"
const BRACED_KEY = /^[^{}\s[\]]{1,200}$/u;

/** The short terms of CSL's locale, which Pandoc reads: one place, and several. */
const TERMS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  page: ['p.', 'pp.'],
  chapter: ['chap.', 'chaps.'],
  column: ['col.', 'cols.'],
  figure: ['fig.', 'figs.'],
  folio: ['fol.', 'fols.'],
  issue: ['no.', 'no.'],
  line: ['l.', 'll.'],
  note: ['n.', 'nn.'],
  paragraph: ['para.', 'paras.'],
  part: ['pt.', 'pts.'],
  section: ['sec.', 'secs.'],
  verse: ['v.', 'vv.'],
  volume: ['vol.', 'vols.'],
};

// "12", "12–14", "xii", "4a", "1.5.1", "12ff", "3(1)(a)": one place, and nothing else
const PLACE =
  /^(?:\d[\d.:]{0,12}[a-z]{0,2}(?:\([a-z0-9]{1,4}\)){0,3}|[ivxlc]{1,7})(?:[–—-](?:\d[\d.:]{0,12}[a-z]?|[ivxlc]{1,7}))?$/u;
// " and ", ", " between two places
const JOINT = /\s*,\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/gu;
// "12 – 14"
const SPACED_DASH = /\s*([–—-])\s*/gu;
// What parts two places: "12–14", "4, 9"
const SEVERAL = /[–—,-]/u;

/** The place with its label, held to what opcit itself will read there. */
function writePlace(typed: string): {readonly text: string; readonly locator: CslLocator} | undefined {
  const read = toCslLocator(typed);
  const terms = TERMS[read?.label ?? ''];
  if (read === undefined || terms === undefined) return undefined;
  const places = read.locator.replace(SPACED_DASH, '$1').replace(JOINT, ', ');
  if (!places.split(', ').every(one => PLACE.test(one))) return undefined;
  const text = `${terms[SEVERAL.test(places) ? 1 : 0]} ${places}`;
  const again = readLocator(text, 0, text.length, true);
  const locator = again?.end === text.length ? toCslLocator(again.text) : undefined;
  return locator?.label === read.label && locator.locator === places ? {text, locator} : undefined;
}

/** The numbers of a range of pages, "161–72" as 161 and 172. */
function pagesIn(text: string): readonly string[] {
  const [first, last, ...more] = text.match(/\d+/gu) ?? [];
  if (first === undefined || last === undefined) return first === undefined ? [] : [first];
  const whole = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return [first, whole, ...more];
}
