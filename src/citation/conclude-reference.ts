import {
  areNamesRight,
  calledByName,
  hasSlipOfName,
  isDate,
  isMisdated,
  isTitleBeyondDoubt,
  isUndated,
  nearest,
  speaksOfAnother,
} from './agreement.ts';
import {isWhole, type TitleRun} from './align-title.ts';
import {citesByAddress} from './cites-by-address.ts';
import {citesByJournal} from './cites-by-journal.ts';
import {describeDifferences} from './differences.ts';
import {type Explanation, explain} from './explain.ts';
import type {EntryIndex, IndexedEntry} from './index-entries.ts';
import {citesLaw} from './kinds-of-document.ts';
import {lawNamesOf} from './law-names.ts';
import {type Lead, readLead} from './lead.ts';
import {looksLikeReference, proseWords} from './looks-like-reference.ts';
import {explainWithSlip} from './name-slips.ts';
import {holdsSentence, opensWithCredit} from './opens-like-reference.ts';
import type {ReferenceReading} from './reading.ts';
import type {Range} from './segment.ts';
import {opensParty, opensTitle} from './short-fit.ts';
import type {Difference} from './types.ts';
import {commonWords, possessives} from './vocabulary.ts';

/** What a reference without the words of a short form is, as far as it can be told before the walk. */
export type ReferenceConclusion =
  /** A full citation of one entry; `conflict` where something typed disagrees with it. */
  | {
      readonly kind: 'full';
      readonly key: string;
      /** Where the title stands, in UTF-16 offsets of the passage's plain text. */
      readonly title: Range | undefined;
      readonly conflict: 'year' | 'name' | undefined;
      readonly differences: readonly Difference[];
    }
  /** Names and a year, names and a short title: the entries that fit. */
  | {readonly kind: 'short'; readonly fits: readonly Explanation[]}
  | {readonly kind: 'ambiguous'; readonly keys: readonly string[]}
  /** A reference, but to no entry; `suggestions` are keys worth a look. */
  | {readonly kind: 'unknown'; readonly isShort: boolean; readonly suggestions: readonly string[]}
  | {readonly kind: 'prose'};

/**
 * Concludes what a reference means.
 *
 * A full citation has the title: then the names and the year must agree, or the one work meant is a conflict. Without
 * a title the names and the year must be all that stands there, so that "Tacoli, C (2003) *Another Title*" is never
 * taken for the Tacoli of 2003 that the bibliography knows.
 *
 * @param isCited whether an entry was cited in full before this place
 */
export function concludeReference(
  reading: ReferenceReading,
  index: EntryIndex,
  isCited: (key: string) => boolean,
): ReferenceConclusion {
  const {lead} = reading;
  const addressed = citesByAddress(lead, index).map(({entry}) => entry.key);
  const [key, otherKey] = addressed;
  if (otherKey !== undefined) return {kind: 'ambiguous', keys: addressed};
  if (key !== undefined) return {kind: 'full', key, title: undefined, conflict: undefined, differences: []};
  const explanations = index.lookup(lead.words).map(indexed => explainReference(reading, indexed));
  const titled = explanations.filter(one => one.title === 'whole');
  const judged = titled.flatMap(one => judgeTitled(one, reading) ?? []);
  const full = concludeTitled(
    judged.length > 0 ? judged : titled.flatMap(one => judgeSlip(one, reading) ?? []),
    reading,
  );
  if (full !== undefined) {
    const agrees = full.kind === 'full' && full.conflict === undefined;
    const fits = titled.filter(({indexed}) => full.kind === 'full' && indexed.entry.key === full.key);
    // Without its year a work cited before is named by its title, and leans on the full citation.
    const isRepeatedShort = agrees && isCited(full.key) && fits.every(({year}) => year === 'absent');
    if (full.kind === 'full' && agrees) {
      const rivals = [
        ...(isCited(full.key) ? [] : shortenedSo(fits, explanations, lead, isCited)),
        ...publishedThen(fits, explanations, lead),
      ];
      if (rivals.length > 0) return {kind: 'ambiguous', keys: [full.key, ...rivals]};
    }
    return isRepeatedShort ? {kind: 'short', fits} : full;
  }
  const fits = calledByName(explanations.filter(one => isShortFit(one, reading, isCited)));
  const [article, another] = explanations.filter(one => citesByJournal(one, lead)).map(keyOf);
  if (article !== undefined && another === undefined)
    return {kind: 'full', key: article, title: undefined, conflict: undefined, differences: []};
  const [law, otherLaw] = fits;
  if (law?.title === 'name' && otherLaw === undefined && !isCited(keyOf(law)) && isLawByName(law))
    return {kind: 'full', key: keyOf(law), title: undefined, conflict: undefined, differences: []};
  const namesakes = explanations.filter(one => isNamesake(one, fits, lead));
  const [fit, other] = [...fits, ...namesakes];
  if (fit !== undefined && other === undefined && isFullBut(fit, lead) && !isCited(keyOf(fit))) {
    const differences = describeDifferences(fit, reading);
    return {kind: 'full', key: keyOf(fit), title: titleRange(fit), conflict: undefined, differences};
  }
  if (fits.length > 0) return {kind: 'short', fits: [...fits, ...namesakes]};

  if (opensWithCredit(lead)) return {kind: 'prose'};
  const suggestions = nearest(explanations);
  const isNamesAndYear = explanations.some(
    one =>
      areNamesRight(one) &&
      one.year === 'differs' &&
      one.isYearBeside &&
      one.title === 'none' &&
      !speaksOfAnother(one),
  );
  if (isNamesAndYear) return {kind: 'unknown', isShort: true, suggestions};
  const isReference = looksLikeReference(reading) || explanations.some(one => isNear(one, lead));
  return isReference ? {kind: 'unknown', isShort: false, suggestions} : {kind: 'prose'};
}

/**
 * The works cited before for whose longer titles the very words typed are the natural short title. "Munn, *Herring Girls*" is a
 * book of hers that was not cited yet, but after her *Herring Girls on Strike* rather that, unless a year or publisher says more.
 *
 * @param fits the explanation by the work whose whole title it is
 */
function shortenedSo(
  fits: readonly Explanation[],
  explanations: readonly Explanation[],
  {years, words}: Lead,
  isCited: (key: string) => boolean,
): readonly string[] {
  const [whole] = fits;
  if (whole?.run === undefined || years.length > 0) return [];
  const {run, names, indexed} = whole;
  if (words.slice(run.end).some(({folded}) => indexed.otherWords().has(folded))) return [];
  return explanations
    .filter(one => {
      const areNamesAlike = areNamesRight(one) || (one.names.verdict === 'none' && names.verdict === 'none');
      const isSameStretch = one.run?.start === run.start && one.run.end === run.end;
      return one !== whole && areNamesAlike && isSameStretch && !speaksOfAnother(one);
    })
    .map(one => one.indexed.entry.key)
    .filter(isCited);
}

/** Whether all is there but the end of a long title: "E. Le Roy Ladurie, Montaillou, village occitan, Paris, 1975". */
function isFullBut({names, run, year, title}: Explanation, {words}: Lead): boolean {
  if (run === undefined || title !== 'short' || year !== 'agrees' || names.verdict !== 'exact') return false;
  const hasGiven = names.used.length > names.count;
  const hasImprint = words.slice(run.end).some(({text}) => /^\p{Lu}\p{Ll}/u.test(text));
  return hasGiven && hasImprint && run.titleStart === 0 && run.telling >= 2;
}

// An opening bracket in front of a year.
const BRACKET = /[([]$/u;

/**
 * The works that appeared in the year in brackets behind a title of yearly reports, where another has that year in its title:
 * "*Annual Report* (2000)" is that for 2000, or that for 1999.
 */
function publishedThen(
  fits: readonly Explanation[],
  explanations: readonly Explanation[],
  {words, text, start}: Lead,
): readonly string[] {
  const [whole] = fits;
  const year = words[(whole?.run?.end ?? 0) - 1];
  if (whole?.run === undefined || year === undefined || !BRACKET.test(text.slice(0, year.start - start)))
    return [];
  const {run} = whole;
  return explanations
    .filter(one => one !== whole && areNamesRight(one) && one.year === 'agrees' && !speaksOfAnother(one))
    .filter(one => one.run?.start === run.start && one.run.end === run.end - 1)
    .map(keyOf);
}

/**
 * Explains a reference by an entry. What looks like a place at its end may be the end of the title: "The Floods of the
 * Severn, Part 2". Then the title has it, and whether the number is the entry's decides like any other word.
 */
function explainReference(reading: ReferenceReading, indexed: IndexedEntry): Explanation {
  const {lead, locator, passage} = reading;
  const explanation = explain(lead, indexed);
  if (locator === undefined || explanation.run?.end !== lead.words.length) return explanation;
  const longer = explain(readLead(passage.text.value, passage.text.marks, lead.start, locator.end), indexed);
  return (longer.run?.endOffset ?? 0) > locator.start ? longer : explanation;
}

/**
 * Whether a text that is no entry's work is a reference all the same, since it comes so near to one: the names and
 * another title, or the names, the year and something more.
 */
function isNear(one: Explanation, lead: Lead): boolean {
  if (one.names.verdict === 'differs' && isOtherDated(one, lead)) return proseWords(lead) === 0;
  if (!areNamesRight(one) || isDate(one, lead)) return false;
  const prose = proseWords(lead);
  if (one.title === 'other') return prose < 2;
  if (isOtherDated(one, lead)) return prose === 0;
  return prose === 0 && one.year === 'agrees' && one.isYearBeside;
}

/**
 * Whether an author's name opens a text, with capitals behind a comma and another year at its end: "Marsh, Desert Roads, 1998" is a work
 * of hers that the bibliography does not have.
 */
function isOtherDated({names, year, unexplained}: Explanation, {words, text, start}: Lead): boolean {
  const name = names.used.find(one => one !== names.differing);
  if (year !== 'differs' || name === undefined || unexplained.length === 0) return false;
  const opens = words.slice(0, words.indexOf(name)).every(word => /^\p{Lu}$/u.test(word.text));
  return opens && /^,\s\p{Lu}/u.test(text.slice(name.end - start)) && YEAR_AT_END.test(text);
}

// ", 1998" at the end.
const YEAR_AT_END = /,\s(?:1[5-9]|20)\d\d[a-z]?[\s.,]*$/u;

interface Titled {
  readonly explanation: Explanation;
  readonly conflict: 'year' | 'name' | undefined;
}

/**
 * Whether a title that many bodies use is somebody else's: with "our" before it, or with a name behind it that the entry does not
 * have, "*Annual Review* (2003), Centrepoint".
 */
function isAnothers({run, indexed}: Explanation, {words}: Lead): boolean {
  if (run === undefined || indexed.names.length === 0 || run.telling > 2) return false;
  if (words.slice(0, run.start).some(({folded}) => possessives.has(folded))) return true;
  return words
    .slice(run.end)
    .some(
      ({text, folded}) =>
        /^\p{Lu}/u.test(text) && !commonWords.has(folded) && !indexed.otherWords().has(folded),
    );
}

function keyOf({indexed}: Explanation): string {
  return indexed.entry.key;
}

/** A law of the European Union by its number or short name, which is all that its full citation has to say. */
function isLawByName({indexed}: Explanation): boolean {
  return lawNamesOf(indexed.entry).length > 0;
}

/** Whether a title set off is the whole title of one work and the short name of another: "*Survey*" is either. */
function isNamesake({run, title, indexed}: Explanation, fits: readonly Explanation[], lead: Lead): boolean {
  if (lead.markedTitle === undefined || run === undefined || title === 'other') return false;
  const isAll = run.start === 0 && run.end === lead.words.length && run.strays === 0;
  return isAll && isWhole(run) && fits.some(one => one.title === 'name' && one.indexed !== indexed);
}

/** Whether an entry whose title stands there is meant, and what disagrees. */
function judgeTitled(explanation: Explanation, {lead}: ReferenceReading): Titled | undefined {
  const {indexed, names, run, year, strangers} = explanation;
  if (run === undefined || explanation.isAbout || isUndated(explanation, lead)) return undefined;
  if (isInSentence(explanation, lead)) return undefined;
  const conflictingYear = year === 'differs' ? 'year' : undefined;
  const isVeryTitle = run.isExact && isWhole(run) && run.telling >= 2 && year !== 'differs';
  if (areNamesRight(explanation)) {
    if (strangers.length === 0) return {explanation, conflict: conflictingYear};
    // One author too many on the very title. A body with a word more is another body.
    const isPerson = indexed.names[0]?.name.kind === 'person';
    return isPerson && isVeryTitle ? {explanation, conflict: 'name'} : undefined;
  }
  // No names typed: the title must say it all, and the year must not speak against it. In a sentence a title without a
  // year is a mention: "The Long Field lies beside the road". An Act or a case is no book that has its name in the title.
  if (names.verdict === 'none' && indexed.names.length > 0 && citesLaw(lead.text) && !isWhole(run))
    return undefined;
  const isSure = isTitleBeyondDoubt(explanation, lead, false);
  const isTitleFirst =
    names.verdict === 'none' &&
    strangers.length === 0 &&
    run.start <= 2 &&
    isSure &&
    !isAnothers(explanation, lead);
  const isSetOff = lead.markedTitle !== undefined && proseWords(lead) < 2;
  const isCitedSo = indexed.names.length === 0 || year === 'agrees' || isSetOff;
  if (isTitleFirst && isCitedSo && run.telling >= 2 && year !== 'differs')
    return {explanation, conflict: undefined};
  if (indexed.names.length === 0 && run.telling >= 2 && strangers.length === 0) {
    // The Housing Act of another year is another Act.
    return year === 'differs' && citesLaw(lead.text) ? undefined : {explanation, conflict: conflictingYear};
  }
  // Another initial, or a name with one slip, on the very title. Another name altogether is another's work: every board
  // writes an annual report.
  const isSameName = names.verdict === 'differs' || hasSlipOfName(explanation);
  return isVeryTitle && isSameName ? {explanation, conflict: 'name'} : undefined;
}

/** Of a title of one word all else must agree, so that a slip in a name is all that there is: "Amos Brathwaite, *Locks* (1990)". */
function judgeSlip(explanation: Explanation, {lead}: ReferenceReading): Titled | undefined {
  const mended = lead.markedTitle === undefined ? undefined : explainWithSlip(lead, explanation.indexed);
  return mended?.title === 'whole' ? {explanation, conflict: 'name'} : undefined;
}

function concludeTitled(
  titled: readonly Titled[],
  reading: ReferenceReading,
): ReferenceConclusion | undefined {
  const agreeing = titled.filter(({conflict}) => conflict === undefined);
  const best = longest(agreeing.length > 0 ? agreeing : titled);
  const [first, second] = best;
  if (first === undefined) return undefined;
  if (second !== undefined)
    return {kind: 'ambiguous', keys: best.map(({explanation}) => explanation.indexed.entry.key)};
  return {
    kind: 'full',
    key: first.explanation.indexed.entry.key,
    title: titleRange(first.explanation),
    conflict: first.conflict,
    differences: describeDifferences(first.explanation, reading),
  };
}

function titleRange({run}: Explanation): Range | undefined {
  return run === undefined ? undefined : {start: run.startOffset, end: run.endOffset};
}

/**
 * Of titles that hold one another the longer, "The State of Africa" over "The State"; of those that are one up to the
 * colon the one typed whole; of "The Land Question" and "The Land Questions" the one typed letter for letter.
 */
function longest(titled: readonly Titled[]): readonly Titled[] {
  const most = Math.max(0, ...titled.map(({explanation}) => explanation.run?.telling ?? 0));
  const long = titled.filter(({explanation}) => (explanation.run?.telling ?? 0) === most);
  const whole = long.filter(({explanation: {run}}) => run !== undefined && isWhole(run));
  const exact = whole.filter(({explanation: {run}}) => run?.isExact === true);
  return exact.length > 0 ? exact : whole.length > 0 ? whole : long;
}

// A year in brackets, as a cite has it.
const YEAR_IN_BRACKETS = /[([](?:1[5-9]|20)\d\d[a-z]?[)\]:,;]/u;

/** Whether names and a year without brackets, or an unmarked title, stand in a sentence: "Marsh in 2001 had no staff". */
function isInSentence({run}: Explanation, lead: Lead): boolean {
  return (
    lead.markedTitle === undefined &&
    !YEAR_IN_BRACKETS.test(lead.text) &&
    (run === undefined || lead.years.length === 0) &&
    holdsSentence(lead)
  );
}

/** Whether a title set off is one word from within the entry's: "*Moshi*" for "The Price of Salt in Moshi". */
function isInnerWord({run, indexed}: Explanation, lead: Lead): boolean {
  if (run === undefined || lead.markedTitle === undefined || lead.years.length === 0 || isWhole(run))
    return false;
  const opening = indexed.title.findIndex(word => !commonWords.has(word));
  return run.telling === 1 && run.titleStart > opening;
}

/** Names and year, or names and a stretch of the title, and nothing that speaks of another work. */
function isShortFit(one: Explanation, reading: ReferenceReading, isCited: (key: string) => boolean): boolean {
  if (isCaseByReport(one, reading.lead) && isCited(one.indexed.entry.key)) return true;
  if (speaksOfAnother(one) || one.year === 'differs') return false;
  if (isInSentence(one, reading.lead) || isInnerWord(one, reading.lead)) return false;
  if (isMisdated(one, reading.lead)) return false;
  if (one.title === 'name') return true;
  const {key} = one.indexed.entry;
  if (areNamesRight(one)) {
    if (one.run !== undefined) return isCited(key) || one.title === 'whole' || isLongStretch(one.run);
    if (one.year === 'agrees') return one.isYearBeside && (!one.names.isFirstOnly || isCited(key));
    return reading.locator !== undefined && isCited(key);
  }
  const isTitleAlone =
    one.names.verdict === 'none' &&
    one.run !== undefined &&
    one.run.start === 0 &&
    (one.run.titleStart === 0 ||
      (reading.lead.markedTitle !== undefined && opensTitle(one.run, one.indexed)));
  if (one.indexed.names.length > 0 && citesLaw(reading.lead.text)) return false;
  // In a sentence a title is a mention, or not even a title: "The Long Field lies beside the road".
  const isAllThere = reading.lead.words.length <= (one.run?.end ?? 0);
  const isTelling = (one.run?.telling ?? 0) >= (one.indexed.names.length === 0 ? 1 : 2);
  const isSure = isTitleBeyondDoubt(one, reading.lead, false);
  return isTitleAlone && isCited(key) && isAllThere && isTelling && isSure;
}

// " [1962] AC 220", ", 512 U.S.": where a case is reported, behind its name.
const REPORT = /^,?\s(?:[[(](?:1[5-9]|20)\d\d[\])]|\d{1,4}\s\p{Lu})/u;

/** A case by a party's name and its report: the year is its own, or the entry has volume and series, "*Delgado*, 512 U.S. at 315". */
function isCaseByReport({run, title, year, indexed, isAbout}: Explanation, lead: Lead): boolean {
  if (run === undefined || run.start !== 0 || indexed.names.length > 0 || isAbout) return false;
  if ((title !== 'short' && title !== 'whole') || !opensParty(indexed, run.titleStart)) return false;
  const behind = lead.words.slice(run.end);
  if (!REPORT.test(lead.text.slice(run.endOffset - lead.start))) return false;
  if (behind.some(({text}) => /^\p{Ll}{3}/u.test(text))) return false;
  return (
    year === 'agrees' || (year === 'absent' && behind.every(({folded}) => indexed.otherWords().has(folded)))
  );
}

/**
 * Whether a stretch of a title is long enough to stand for it where the work was not cited before. "The River" may be a
 * book of its own beside "The River and the Law".
 */
function isLongStretch({telling}: TitleRun): boolean {
  return telling >= 3;
}
