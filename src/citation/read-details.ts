import {isKnownPlace, isPublisherName} from './body-words.ts';
import {findEdition} from './edition.ts';
import {areNames} from './name-run.ts';
import {matcherOf} from './phrase-matcher.ts';
import type {TypedDetails} from './typed-reference.ts';
import {issueNumberWords, pageLabels, translatingWords} from './vocabulary.ts';

// "10:1", "vol. 65", "27(3)", "vol 12, no 3", with "pp 201–219" behind.
const VOLUME =
  /(?:^|[\s,])(?:(?:vol(?:ume)?\.?\s)?(?<volume>\d{1,4})(?:\s?:\s?(?<colon>\d{1,4})|\s?\((?<bracket>\d{1,4}(?:[–/-]\d{1,4})?)\)|,\s(?:no|nr|issue)\.?\s?(?<number>\d{1,4}))|vol(?:ume)?\.?\s(?<alone>\d{1,4}))(?!\d)(?:(?:\s?[,:]\s?|\s)(?:pp?\.?\s?)?(?<pages>\d{1,5}\s?[–-]\s?\d{1,5}))?/iu;
// "edited by S Castle".
const EDITED = /^ed(?:ited|s|\.)?\sby\s/iu;
// "Third Report of Session 2001–02": which of a committee's papers it is.
const SESSION = /\bSession\s\d/u;
// "available at", "retrieved from": what leads to an address.
const LEADS_TO =
  /[([]?\b(?:available|retrieved|online)(?:\s(?:at|from|online))?:?(?=\s{1,3}(?:[,.)\]]|$|[([]?accessed))/iu;
// "(accessed 3 May 2005)", "last accessed on 03/05/2021".
const ACCESSED = /[([]?\b(?:last\s)?(?:accessed|viewed|visited)\s[^()[\]]{3,24}?(?:1[5-9]|20)\d\d[)\]]?/iu;
// "Working Paper 9", "IDS Research Report no.47", "Discussion Paper No. 3".
const NUMBERED =
  /^(?<body>.*?)\s?(?<genre>(?:(?:Working|Discussion|Research|Occasional|Policy|Briefing|Technical|Conference|Background|Issues?|Command|White|Green|Position|Staff)\s)?(?:Papers?|Reports?|Briefs?|Briefing|Notes?|Study|Bulletin))(?:\sSeries)?,?\s(?:(?:no|nr|number)\.?\s?)?(?<number>(?:no\.?|nr\.?)?\d[\w./-]{0,12}|[IVX]{1,5})$/iu;
// "HC 218-I", "Cm 4018", "HL Paper 12".
const PAPER = /^(?:HC|HL(?:\sPaper)?|Cmnd|Cmd|Cm|CP|COM|SI)\.?\s\(?\d[\w()/ –-]{0,16}$/u;
// "2nd edn", "third edition", "rev. ed.".
const EDITION =
  /^(?<edition>\d{1,2}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|revised|rev\.?)\s(?:edn?|edition)\.?$/iu;
// "PhD thesis", "unpublished MA dissertation".
const THESIS = /\b(?:thesis|dissertation)\b/iu;
// "Paper prepared for DFID, London": one note to the end.
const PREPARED =
  /(?:^|[,.;]\s)(?:(?:\p{Lu}\p{L}*\s)?(?:Paper|Report|Study|Evidence|Document|Memorandum|Speech|Lecture)\s(?:prepared|presented|submitted|given|delivered|commissioned)\b|(?:unpublished(?!\s(?:\S{1,12}\s)?(?:thesis|dissertation))|mimeo|forthcoming|in press)\b)/iu;
// "pp 12–14", "p. 4", "at p 12", "para 6": a place in the work, which is the cite's and not the work's.
const LOCATOR =
  /^(?:at\s)?(?:pp?|paras?|paragraphs?|chapter|ch|section|s|ss|col|cols|fn|n)\.?\s?[\divxlc][\d\s,.ivxlc–-]*$/iu;
// "12", "12–14, 20", "xii", "12f."
const PLACE_NUMBER = /^\.?\s?(?:\d|[ivxlc]{1,6}\b)[\d\s,.ivxlc–-]{0,30}(?:ff?\.?)?$/iu;
const PAGE_NUMBERS = /^\.?\s?(?<pages>\d{1,5}\s?[–-]\s?\d{1,5})$/u;
const pageLabel = matcherOf(pageLabels);
// "DC" and "MA: Harvard University Press" behind a city
const STATE = /^(?:D\.?\s?C|N\.?\s?Y|[A-Z]{2}|Mass|Conn|Calif|USA)\.?(?=:|$)/u;
// "https://…", "doi:10.1000/1".
const ADDRESS = /(?:https?:\/\/|www\.|doi:\s?)[^\s<>]*[^\s<>.,;)\]]/iu;
const DOI = /10\.\d{4,9}\/\S+/u;
const SERIES = /\bSeries$/iu;

// "3 vols", "2 Bde."
const VOLUMES = /^(?:\d{1,2}|two|three|four|five|six)\s(?:vols?|volumes|Bde|Bände|tomes?)\.?$/iu;

/** A stretch of details under way. */
type Details = {-readonly [Key in keyof TypedDetails]: TypedDetails[Key]};

/**
 * Reads what stands behind the title of a full reference, piece by piece: what no piece is known for goes into `note`, and
 * nothing is guessed.
 *
 *     Working Paper 9, Rural-Urban Interactions Series, IIED, London
 *     in TWPR 17:2
 *     (Bristol: Osier Press, 2006)
 *
 * @param text the text behind the title, without a container that was set off
 * @param holds whether the work stands in another, whose pages a range of pages then is
 */
export function readDetails(text: string, holds: boolean): TypedDetails {
  const details: Details = {
    container: undefined,
    volume: undefined,
    issue: undefined,
    pages: undefined,
    edition: undefined,
    genre: undefined,
    number: undefined,
    series: undefined,
    translator: undefined,
    publisher: undefined,
    place: undefined,
    doi: undefined,
    url: undefined,
    note: undefined,
    doubts: [],
  };
  const notes: string[] = [];
  const imprint: string[] = [];
  let rest = takeAddress(text, details, notes);
  const prepared = PREPARED.exec(rest);
  if (prepared !== null) {
    notes.push(trimmed(rest.slice(prepared.index)));
    rest = rest.slice(0, prepared.index);
  }
  rest = takeEdition(rest, details);
  rest = takeVolume(rest, details);
  rest = takeBrackets(rest, imprint, notes, details);
  for (const piece of pieces(rest)) readPiece(piece, {details, imprint, notes, holds});
  placeImprint(imprint, notes, details);
  const note = notes.filter(one => one !== '').join(', ');
  details.note = note === '' ? undefined : note;
  return details;
}

/** Whether a text is a place in a work and nothing else, with the words for a page in any language: "p 4", "S. 12–20". */
export function isLocator(text: string): boolean {
  const lower = text.trim().toLowerCase().replace(/^at\s/u, '');
  const label = pageLabel(lower, 0);
  return LOCATOR.test(lower) || (label !== undefined && PLACE_NUMBER.test(lower.slice(label)));
}

/** The 12–20 of "pp 12–20" and "S. 12–20". */
function pagesIn(piece: string): string | undefined {
  const lower = piece.toLowerCase();
  const label = pageLabel(lower, 0);
  return label === undefined ? undefined : PAGE_NUMBERS.exec(lower.slice(label))?.groups?.['pages'];
}

const issueWord = matcherOf(issueNumberWords);
const translating = matcherOf(translatingWords);
// "40", "4a", "3–4"
const NUMBER_ALONE = /^\.?\s?(?<number>\d{1,4}(?:[a-z]|[/–-]\d{1,4})?)$/u;

/** The 40 of "No. 40" and "n° 40", a number of a journal or series. */
function numberIn(piece: string): string | undefined {
  const lower = piece.toLowerCase();
  const word = issueWord(lower, 0);
  return word === undefined ? undefined : NUMBER_ALONE.exec(lower.slice(word))?.groups?.['number'];
}

/** The J. Grey of "trans. J. Grey". */
function translatorIn(piece: string): string | undefined {
  const lower = piece.toLowerCase();
  const word = lower.length === piece.length ? translating(lower, 0) : undefined;
  const name = word === undefined ? '' : piece.slice(word).replace(/^[.:\s]+/u, '');
  return areNames(name) ? name : undefined;
}

/** Whether a piece between commas is no part of a title: a paper's number, a series, a publisher, a place. */
export function isDetail(piece: string): boolean {
  const text = trimmed(piece);
  return (
    NUMBERED.test(text) ||
    PAPER.test(text) ||
    EDITION.test(text) ||
    THESIS.test(text) ||
    SERIES.test(text) ||
    isLocator(text) ||
    PREPARED.test(text) ||
    ADDRESS.test(text) ||
    isImprint(text)
  );
}

/** "IIED", "Osier Press", "University of Leeds", "London": capitals throughout, and a body's or a place's. */
function isImprint(text: string): boolean {
  const isTitled = text
    .split(/\s+/u)
    .every(word => /^[\p{Lu}&/\d]|^(?:of|for|the|and|de|du|in)$/u.test(word));
  return isTitled && text.split(/\s+/u).length <= 7 && (isPublisherName(text) || isKnownPlace(text));
}

interface Taking {
  readonly details: Details;
  readonly imprint: string[];
  readonly notes: string[];
  readonly holds: boolean;
}

function takeAddress(text: string, details: Details, notes: string[]): string {
  const address = ADDRESS.exec(text)?.[0];
  if (address === undefined) return text;
  details.doi = DOI.exec(address)?.[0];
  if (details.doi === undefined) details.url = address;
  const rest = text.replace(address, ' ').replace(LEADS_TO, ' ');
  const accessed = ACCESSED.exec(rest)?.[0];
  if (accessed === undefined) return rest;
  notes.push(accessed.replace(/[()[\]]/gu, ''));
  return rest.replace(accessed, ' ');
}

function takeEdition(text: string, details: Details): string {
  const edition = findEdition(text);
  if (edition === undefined) return text;
  details.edition = edition.number;
  return `${text.slice(0, edition.start)}, ${text.slice(edition.end).replace(/^\./u, '')}`;
}

function takeVolume(text: string, details: Details): string {
  const match = VOLUME.exec(text);
  const groups = match?.groups;
  if (match === null || groups === undefined) return text;
  details.volume = groups['volume'] ?? groups['alone'];
  details.issue = groups['colon'] ?? groups['bracket'] ?? groups['number'];
  details.pages = range(groups['pages']);
  const before = trimmed(text.slice(0, match.index)).replace(/^(?:both|all)?\s?in:?\s/iu, '');
  const last = pieces(before).at(-1);
  // Without a title of its own before it the volume is that of a journal that is not set off.
  if (last !== undefined && /^\p{Lu}/u.test(last)) {
    details.container = last;
    return `${before.slice(0, before.lastIndexOf(last))}, ${text.slice(match.index + match[0].length)}`;
  }
  return `${text.slice(0, match.index)}, ${text.slice(match.index + match[0].length)}`;
}

// "(Bristol: Osier Press, 2006)", "(2nd edn, Oxford University Press 2001)".
const BRACKETS = /[([]([^()[\]]{1,160})[)\]]/gu;
const YEAR_AT_END = /[\s,]*\b(?:1[5-9]|20)\d\d[a-z]?\s*$/u;

function takeBrackets(text: string, imprint: string[], notes: string[], details: Details): string {
  return text.replace(BRACKETS, (whole, inside: string) => {
    if (/^(?:eds?|trans)\.?$/u.test(inside)) return whole;
    const rest = inside.replace(YEAR_AT_END, '');
    if (rest === '') return ', ';
    if (rest === inside && !/:\s/u.test(inside)) {
      notes.push(whole);
      return ', ';
    }
    for (const piece of pieces(rest)) readPiece(piece, {details, imprint, notes, holds: false});
    return ', ';
  });
}

function readPiece(typed: string, {details, imprint, notes, holds}: Taking): void {
  const piece = trimmed(typed);
  if (piece === '' || /^(?:both|all)?\s?in$/iu.test(piece)) return;
  const pages = range(pagesIn(piece));
  if (pages !== undefined && holds && details.pages === undefined) {
    details.pages = pages;
    return;
  }
  if (isLocator(piece) || /^\d{1,4}(?:[–-]\d{1,4})?$/u.test(piece)) return;
  const translator = translatorIn(piece);
  if (translator !== undefined && details.translator === undefined) {
    details.translator = translator;
    return;
  }
  const number = numberIn(piece);
  if (number !== undefined && details.issue === undefined && details.number === undefined) {
    details.issue = number;
    return;
  }
  if (VOLUMES.test(piece)) {
    notes.push(piece);
    return;
  }
  const numbered = NUMBERED.exec(piece)?.groups;
  if (numbered !== undefined && details.number === undefined) {
    details.genre = numbered['genre'];
    details.number = numbered['number']?.replace(/^n[or]\.?/iu, '');
    const body = trimmed(numbered['body'] ?? '');
    if (body !== '') (isPublisherName(body) ? imprint : notes).push(body);
    return;
  }
  if (PAPER.test(piece) && details.number === undefined) {
    details.number = piece;
    return;
  }
  const edition = EDITION.exec(piece)?.groups?.['edition'];
  if (edition !== undefined) {
    details.edition = edition;
    return;
  }
  if (THESIS.test(piece)) {
    details.genre = piece;
    return;
  }
  if (SERIES.test(piece) && details.series === undefined) {
    details.series = piece;
    return;
  }
  if (EDITED.test(piece) || SESSION.test(piece)) {
    notes.push(piece);
    return;
  }
  const holder = /^(?:both\s|all\s)?in:?\s(?<holder>\p{Lu}.+)$/iu.exec(piece)?.groups?.['holder'];
  if (holder !== undefined && details.container === undefined) {
    details.container = holder;
    return;
  }
  const [place, house] = piece.split(/:\s/u);
  if (house !== undefined && place !== undefined && details.publisher === undefined) {
    details.place = place;
    details.publisher = house;
    return;
  }
  imprint.push(piece);
}

/** Publisher and place, in this order where neither is known: "Osier Press, Bristol". */
function placeImprint(typed: readonly string[], notes: string[], details: Details): void {
  const imprint = [...new Set(typed)];
  const last = imprint.at(-1);
  if (last === undefined) return;
  if (details.publisher !== undefined || imprint.length > 2) {
    const [one, other] = imprint.slice(-2);
    if (details.publisher === undefined && one !== undefined && other !== undefined && isImprint(one)) {
      notes.push(...imprint.slice(0, -2));
      const isTurned = isCity(one) && !isCity(other);
      details.publisher = isTurned ? other : one;
      details.place = isTurned ? one : other;
    } else notes.push(...imprint);
    return;
  }
  const [one = '', other] = imprint;
  if (other === undefined) {
    if (isCity(one)) details.place = one;
    else if (isPublisherName(one)) details.publisher = one;
    else {
      notes.push(one);
      details.doubts = [...details.doubts, `“${one}” may be the publisher, the place or something else.`];
    }
    return;
  }
  const isTurned = isCity(one) && !isCity(other);
  details.publisher = isTurned ? other : one;
  details.place = isTurned ? one : other;
  if (!isCity(details.place) && !isPublisherName(details.publisher))
    details.doubts = [...details.doubts, `Taken as publisher and place: “${one}”, “${other}”.`];
}

/** "London", "Washington, DC". */
function isCity(text: string): boolean {
  return isKnownPlace(text) || isKnownPlace(text.split(',')[0] ?? '');
}

/** Parts a text at commas, semicolons and stops, but not at those of "no. 4" and of initials. */
function pieces(text: string): readonly string[] {
  const parts = text
    .split(
      /[,;]\s*|(?<!\b(?:[Nn]o|[Vv]ol|[Nn]r|p|pp|ed|eds|edn|rev|Univ|Inst|St|[Tt]ransl?|[Tt]rad|\p{Lu})|(?<!\p{L})[Üü]bers)\.\s+/u,
    )
    .map(trimmed)
    .filter(piece => piece !== '');
  return parts.flatMap((piece, at) => {
    const [last, next] = [parts[at - 1], parts[at + 1]];
    if (last !== undefined && STATE.test(piece) && isKnownPlace(last)) return [];
    const hasState = next !== undefined && STATE.test(next) && isKnownPlace(piece);
    return [hasState ? `${piece}, ${next}` : piece];
  });
}

function trimmed(text: string): string {
  return text.replace(/^[\s,.;:–—“”‘’"»«]+/u, '').replace(/[\s,.;:–—([]+$/u, '');
}

/** A range of pages as BibTeX has it: "201--219". */
function range(typed: string | undefined): string | undefined {
  return typed?.replace(/\s?[–-]\s?/u, '--');
}
