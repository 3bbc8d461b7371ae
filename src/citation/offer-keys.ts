import {readCslItems} from '../bibliography/csl-item.ts';
import type {Entry} from '../bibliography/types.ts';
import type {FrontMatter, Passage, PassagePlace, TextMark} from '../manuscript/types.ts';
import type {TextEdit} from '../text/edit.ts';
import type {Span} from '../text/span.ts';
import {inLowerCase, wordsOf} from '../text/words.ts';
import {isBetweenNumbers} from './note-list.ts';
import type {Range} from './range.ts';
import type {CslLocator} from './styles/csl-locator.ts';
import {withOwnStop} from './styles/expand.ts';
import {usableStyle} from './styles/report-style.ts';
import {startOfWork} from './styles/start-of-work.ts';
import {type CitingSubject, isCslStyle, type StyleFile} from './styles/types.ts';
import type {Cite, Resolution} from './types.ts';
import {type Said, saidBy, unsaidWords} from './unsaid-words.ts';
import {connectors, locatorLabels, noteWords, wordsOfAll} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';
import {foreignExtent, isOwnPages, type WrittenCitekey, writeCitekey} from './write-citekey.ts';

/** A typed reference that its key can stand for. */
export interface KeyOffer {
  readonly cite: Cite;
  readonly key: string;
  /** `[@tacoli2003, p. 5]` for the words that name the work and the place in it. */
  readonly edit: TextEdit;
  /** The place as a style will read it. */
  readonly locator: CslLocator | undefined;
}

/** A typed reference with one meaning that stays typed. */
export interface KeptReference {
  readonly cite: Cite;
  /** Why, as a sentence behind the reference: "its entry does not say `London`". */
  readonly reason: string;
}

/** What can be offered, and what cannot, in reading order. */
export interface KeyOffers {
  readonly offers: readonly KeyOffer[];
  readonly kept: readonly KeptReference[];
  /** What the front matter lacks for keys, as a sentence; then nothing is offered. */
  readonly advice: string | undefined;
}

/**
 * The references typed in notes that a citekey can stand for: resolved ones, of which everything typed is said by the entry, so
 * that nothing is lost when a style writes them. What stands around them — a signal, a stop, the author's own words —
 * stays. Whether other cites keep their meaning is for `keepMeaning` to say.
 *
 * Where no style writes keys they would be printed as keys, and one that prints names and a year has to list the works, too:
 * else nothing is offered.
 *
 * @param file the style that `citations:` names
 */
export function offerKeys(subject: CitingSubject, file: StyleFile | undefined): KeyOffers {
  const typed = subject.citations.resolutions.filter(isTypedInNote);
  const advice = typed.length === 0 ? undefined : adviseOn(subject.manuscript.frontMatter, file);
  if (advice !== undefined) return {offers: [], kept: [], advice};
  const offers: KeyOffer[] = [];
  const kept: KeptReference[] = [];
  const saidByKey = readSaid(
    subject,
    typed.map(({key}) => key),
  );
  for (const resolution of typed) {
    const found = offerKey(resolution, subject, saidByKey);
    if (typeof found === 'string') kept.push({cite: resolution.cite, reason: found});
    else offers.push(found);
  }
  const stay = subject.citations.resolutions.filter(({cite}) => !offers.some(offer => offer.cite === cite));
  const back = offers.filter(({cite}) => stay.some(one => speaksOf(one.cite, cite)));
  return {
    offers: offers.filter(offer => !back.includes(offer)),
    kept: [
      ...kept,
      ...back.map(({cite}) => ({cite, reason: 'the reference behind it speaks of it, too'})),
    ].sort((one, other) => one.cite.id - other.cite.id),
    advice,
  };
}

/**
 * Whether what stays typed speaks of a reference before it in the same note as well: a style would write that one's journal, and
 * "both in" would stay behind.
 *
 *     Smit, W (1998) …; and Kruger, F (1998) …, both in *Environment and Urbanization* 10:1
 */
function speaksOf(cite: Cite, before: Cite): boolean {
  const isInNote = cite.in.kind === before.in.kind && numberIn(cite.in) === numberIn(before.in);
  return isInNote && before.id < cite.id && OF_ALL.test(cite.text.toLowerCase());
}

// ", both in"
const OF_ALL = new RegExp(`[,;]\\s(?:${anyWord([...wordsOfAll])})\\s`, 'u');

function numberIn(place: PassagePlace): number | undefined {
  return place.kind === 'text' ? undefined : place.number;
}

type Resolved = Extract<Resolution, {readonly status: 'resolved'}>;

function isTypedInNote(resolution: Resolution): resolution is Resolved {
  const {status, cite} = resolution;
  return status === 'resolved' && cite.form !== 'key' && cite.in.kind === 'note' && !isBetweenNumbers(cite);
}

function adviseOn(frontMatter: FrontMatter, file: StyleFile | undefined): string | undefined {
  if (!isCslStyle(frontMatter))
    return 'typed references can become citekeys where a style writes them: put `citations: csl:oscola`, or another style, in the front matter';
  const style = usableStyle(file);
  if (style === undefined)
    return 'no citekeys are offered while the style cannot be used; `opcit lint` says why';
  return style.kind === 'note' || frontMatter.worksCited !== undefined
    ? undefined
    : 'typed references can become citekeys where this style lists the works: put `works-cited: true` in the front matter';
}

/** What the entry of a key says. */
type SaidBy = (key: string) => Said | undefined;

/** Reads each entry once, however many references mean it. */
function readSaid({bibliography}: CitingSubject, keys: readonly string[]): SaidBy {
  const items = readCslItems(bibliography, keys);
  const known = new Map<string, Said | undefined>();
  return key => {
    if (known.has(key)) return known.get(key);
    const entry = bibliography.byKey.get(key);
    const said = entry === undefined ? undefined : saidBy(entry, items.get(key));
    known.set(key, said);
    return said;
  };
}

/** The offer, or why there is none. */
function offerKey(resolution: Resolved, subject: CitingSubject, saidByKey: SaidBy): KeyOffer | string {
  const {cite, key, differences} = resolution;
  const entry = subject.bibliography.byKey.get(key);
  const said = saidByKey(key);
  if (entry === undefined || said === undefined) return 'its entry cannot be read';
  if (differences.length > 0)
    return `its entry says otherwise than ${quoteAll(differences.map(({typed}) => typed))}`;
  const typed = findTyped(cite, entry, subject);
  if (typeof typed === 'string') return typed;
  if (repeatsPlace(resolution, subject))
    return 'it means the place of the cite before; type that place first';

  const lost = unsaidWords(typed.words, said, cite);
  if (lost.length > 0) return `its entry does not say ${quoteAll(lost)}`;
  const further = cite.locator === undefined ? undefined : furtherPlace(typed.rest);
  if (further !== undefined)
    return `${quoteAll([further])} goes on with its place, and would be parted from it`;
  const extent = cite.form === 'full' ? foreignExtent(cite.locator, entry) : undefined;
  if (extent !== undefined)
    return entry.pages === undefined
      ? `its entry does not say ${quoteAll([extent])}`
      : `its entry says otherwise than ${quoteAll([extent])}`;
  const written: WrittenCitekey | undefined = writeCitekey(withExtent(entry, cite), cite.locator);
  if (written === undefined)
    return cite.locator === undefined
      ? 'its key cannot be written'
      : `a citation style has no words for the place ${quoteAll([cite.locator])}`;
  return {cite, key, edit: {span: typed.span, insert: written.text}, locator: written.locator};
}

/** The entry with its pages where they may stand behind the work; behind a short form they are a place that its author means. */
function withExtent({key, pages}: Entry, {form}: Cite): Pick<Entry, 'key' | 'pages'> {
  return {key, pages: form === 'full' ? pages : undefined};
}

// " and 12n3", ", 2nd para", "; ch 4" behind a place
const FURTHER = new RegExp(
  `^(?:\\s*[,;&]\\s*|\\s+)(?:(?:${anyWord([...connectors])})\\s+|&\\s*)?(?:(?:${anyWord(locatorLabels)})(?!\\p{L})[.\\s]*)?\\d[^\\s,;.]{0,20}|^[\\p{L}\\p{N}–-][^\\s,;.]{0,20}`,
  'u',
);

/** Words behind a cite that belong to its list of places, though no place is read there; `undefined` where there are none. */
function furtherPlace(rest: string): string | undefined {
  const match = FURTHER.exec(inLowerCase(rest));
  return match === null ? undefined : rest.slice(0, match[0].length).replace(/^[\s,;]+/u, '');
}

interface Typed {
  /** What goes, in the manuscript: marks of emphasis go with the words that they set off. */
  readonly span: Span;
  /** The words that name the work, without its locator. */
  readonly words: string;
  /** What the note says behind it. */
  readonly rest: string;
}

/** The part of a cite that names its work, where it can be cut out whole; else why it cannot. */
function findTyped(cite: Cite, entry: Entry, {manuscript}: CitingSubject): Typed | string {
  const found = findInPassage(cite, manuscript.passages);
  if (found === undefined) return 'it is not typed in one piece';
  const {passage, start} = found;
  const {value, marks} = passage.text;
  const plain = {...cite, span: {start, end: start + cite.text.length}};
  const first = startOfWork(plain, entry, value) ?? startOfPointer(plain, value);
  if (first === undefined) return 'neither an author nor a title stands in it as its entry has them';
  const begin = withArticle(value, start, first);
  const before = value.slice(start, begin);
  if (!goesOnInto(before)) return `${quoteAll([before.trim()])} before it may be part of a name`;
  const range = withMarkedStop(withOwnStop({start: begin, end: plain.span.end}, value), value, marks);
  const words = value.slice(range.start, range.end);
  const span = cutOut(range, passage, manuscript.source.text);
  if (span === undefined) return 'a link, code or emphasis reaches into it';
  if (!isBalanced(words)) return 'a bracket or quotation mark reaches into it';
  return {span, words: withoutLast(words, cite.locator), rest: value.slice(range.end)};
}

const NOTE_WORD = new RegExp(`(?<!\\p{L})(?:${anyWord([...noteWords])})(?=[.\\s]{0,3}\\d)`, 'u');

/** Where a note number names the work alone: "see n 1 above, pp 4–6". */
function startOfPointer({pointer, span}: Cite, text: string): number | undefined {
  if (pointer === undefined) return undefined;
  const match = NOTE_WORD.exec(inLowerCase(text.slice(span.start, span.end)));
  return match === null ? undefined : span.start + match.index;
}

function findInPassage(
  {in: place, text, span}: Cite,
  passages: readonly Passage[],
): {readonly passage: Passage; readonly start: number} | undefined {
  for (const passage of passages) {
    if (passage.in.kind !== 'note' || place.kind !== 'note' || passage.in.number !== place.number) continue;
    const {value, spanOf} = passage.text;
    for (let at = value.indexOf(text); at >= 0; at = value.indexOf(text, at + 1)) {
      const here = spanOf(at, at + text.length);
      if (here.start === span.start && here.end === span.end) return {passage, start: at};
    }
  }
  return undefined;
}

// "the " before the name of a body
const ARTICLE = /(?<![\p{L}\p{N}])the\s$/iu;

/** A key has no article: "the World Bank (2003) op cit". */
function withArticle(value: string, least: number, start: number): number {
  const article = ARTICLE.exec(value.slice(least, start));
  return article === null ? start : least + article.index;
}

/**
 * Whether the words before the work are a sentence that goes on into it, "as is said of towns in", and no name that belongs
 * to it, "HM" before "Treasury".
 */
function goesOnInto(before: string): boolean {
  const words = wordsOf(before);
  return words.every(({text}, index) => !/\p{N}/u.test(text) && (index === 0 || !/^\p{Lu}/u.test(text))) &&
    words.length > 0
    ? /^\p{Ll}/u.test(words.at(-1)?.text ?? '') && /\s$/u.test(before)
    : before.trim() === '';
}

/** "*op. cit.*" with the stop that stands inside the emphasis. */
function withMarkedStop(range: Range, value: string, marks: readonly TextMark[]): Range {
  const isCut = marks.some(
    ({start, end}) => start > range.start && start < range.end && end === range.end + 1,
  );
  return isCut && value.charAt(range.end) === '.' ? {start: range.start, end: range.end + 1} : range;
}

/**
 * The source of a range, with the marks of emphasis at its edges.
 *
 * @returns `undefined` where a mark reaches out of it on one side, and for links and code, which say more than their words
 */
function cutOut({start, end}: Range, {text}: Passage, source: string): Span | undefined {
  const inside = text.marks.filter(mark => mark.start < end && start < mark.end);
  const around = inside.filter(mark => mark.start <= start && end <= mark.end);
  const own = inside.filter(mark => start <= mark.start && mark.end <= end);
  const isWhole = inside.every(mark => around.includes(mark) || own.includes(mark));
  if (!isWhole || inside.some(({kind}) => kind === 'link' || kind === 'code')) return undefined;
  const width = (marks: readonly TextMark[]): number =>
    marks.reduce((sum, {kind}) => sum + (kind === 'strong' ? 2 : 1), 0);
  const span = text.spanOf(start, end);
  const whole = {
    start: span.start - width(own.filter(mark => mark.start === start)),
    end: span.end + width(own.filter(mark => mark.end === end)),
  };
  const edges = source.slice(whole.start, span.start) + source.slice(span.end, whole.end);
  return /^[*_]*$/u.test(edges) ? whole : undefined;
}

/** Whether what is cut out takes no bracket or quotation mark from what stays. */
function isBalanced(words: string): boolean {
  const count = (mark: string): number => words.split(mark).length - 1;
  const pairs = ['()', '[]', '“”', '«»'] as const;
  return pairs.every(([open = '', close = '']) => count(open) === count(close)) && count('"') % 2 === 0;
}

function withoutLast(words: string, locator: string | undefined): string {
  const at = locator === undefined ? -1 : words.lastIndexOf(locator);
  return at < 0 || locator === undefined ? words : words.slice(0, at) + words.slice(at + locator.length);
}

/**
 * *Ibid* alone means the place of the cite before as well as its work (New Hart's Rules, ch. 17), and a style would write
 * the work without it.
 */
function repeatsPlace({cite, antecedent, key}: Resolved, {bibliography, citations}: CitingSubject): boolean {
  if (!isBareRepetition(cite)) return false;
  let before = antecedent;
  while (before !== undefined && isBareRepetition(before)) {
    const leansOn = citations.resolutions[before.id - 1]?.antecedent;
    before = leansOn !== undefined && leansOn.id < before.id ? leansOn : undefined;
  }
  const entry = bibliography.byKey.get(key);
  if (before?.locator === undefined || entry === undefined) return false;
  return !isOwnPages(before.locator, withExtent(entry, before).pages);
}

function isBareRepetition({form, locator}: Cite): boolean {
  return (form === 'ibid' || form === 'idem') && locator === undefined;
}

function quoteAll(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ');
}
