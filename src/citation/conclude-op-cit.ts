import {concludeIbid, isIdem, opensWithIdem} from './conclude-ibid.ts';
import {concludePointer} from './conclude-pointer.ts';
import {type Explanation, explain} from './explain.ts';
import type {IndexedEntry} from './index-entries.ts';
import {
  ambiguous,
  lastCitedFirst,
  resolved,
  unresolved,
  withoutEarlierFull,
  withSameLetter,
} from './settle.ts';
import {fitShortForm, type ShortFits, sameNames} from './short-fit.ts';
import {isOneOfMore, sharesTitle, strangerBefore} from './strangers.ts';
import {isPlaceInOther} from './title-zone.ts';
import type {Cite, Resolution} from './types.ts';
import {type Item, keyOf, type Walk} from './walk.ts';

type ShortFormItem = Extract<Item, {readonly kind: 'short-form'}>;

/**
 * *Op cit* is the work by these names that was cited in full before (New Hart's Rules, ch. 17: "in the work cited"). The
 * names, a short title and a year are all the help there is: one work that agrees with all of them is meant; two are
 * ambiguous, since the classical reading "the last one cited" is one that authors in a hurry do not keep to.
 *
 * *Loc cit* is *op cit* at the same place. A form that differs from its only candidate in the year or an initial, or
 * whose full citation is missing or comes later, is a conflict.
 */
export function concludeOpCit(item: ShortFormItem, walk: Walk): Resolution {
  const {cite, reading} = item;
  if (cite.pointer !== undefined) return concludePointer(item, walk);
  if (reading.lead.words.length === 0) return concludeBare(cite, walk);
  if (cite.form === 'idem' || isIdem(reading.lead) || opensWithIdem(reading.lead))
    return concludeIdem(item, walk);

  const fits = fitShortForm(reading.lead, walk.index, false, reading.locator?.text);
  if (fits.agreeing.length === 0) {
    // "*Ports*, op. cit." is too little for one work, and says of two cited before that it is one of them.
    const opened = fits.opened.map(keyOfFit).filter(key => walk.fullBefore(key, cite) !== undefined);
    if (opened.length > 1) return ambiguous(cite, opened, walk);
  }
  if (fits.agreeing.length === 0) return concludeDisagreeing(item, fits, walk);
  const stranger = strangerBefore(cite, fits.agreeing, walk);
  if (fits.agreeing.some(one => sharesTitle(one, cite, walk))) {
    return unresolved(cite, 'not-in-bibliography', fits.agreeing.map(keyOfFit));
  }
  if (stranger !== undefined) {
    return {...unresolved(cite, 'not-in-bibliography', fits.agreeing.map(keyOfFit)), antecedent: stranger};
  }

  const before = fits.agreeing.filter(one => walk.fullBefore(keyOfFit(one), cite) !== undefined);
  const lettered = withSameLetter(cite, before.map(keyOfFit), walk);
  const [first] = before;
  if (first !== undefined && lettered.length === 0) return conflicting(cite, first, 'year', walk);
  const cited = before.filter(one => lettered.includes(keyOfFit(one)));
  const [only] = cited;
  if (only !== undefined && cited.length === 1) {
    const rivals = [...rivalsOf(only, fits), ...mentionedBefore(cite, fits.agreeing, walk)];
    if (isOneOfMore(cite, only, walk)) return unresolved(cite, 'not-in-bibliography', [keyOfFit(only)]);
    if (rivals.length === 0) return resolved(cite, keyOfFit(only), walk);
    return ambiguous(cite, [keyOfFit(only), ...rivals], walk);
  }
  if (cited.length > 1) {
    const [exact, another] = cited.filter(one => one.names.verdict === 'exact' && one.names.count > 1);
    if (exact !== undefined && another === undefined) return resolved(cite, keyOfFit(exact), walk);
    return ambiguous(cite, cited.map(keyOfFit), walk);
  }
  return concludeUncited(cite, fits.agreeing, walk);
}

/**
 * Works that an author may as well have meant by a name alone: "Tacoli, op cit" fits Tacoli and Satterthwaite, cited
 * before, but names the Tacoli who wrote alone. A rival that agrees better than the work cited leaves the form open.
 */
function rivalsOf(only: Explanation, {agreeing, otherYear}: ShortFits): readonly string[] {
  if (only.names.verdict !== 'partial') return [];
  // A year typed rules out the works of other years.
  const isDated = only.year === 'agrees';
  return [...agreeing, ...(isDated ? [] : otherYear)]
    .filter(one => one !== only && one.names.verdict === 'exact')
    .map(keyOfFit);
}

/**
 * Works that fit as well and were cited before without a full citation, by a year or as *idem*, or by a full one that fits two or
 * comes near to one: a reader has met them too.
 */
function mentionedBefore(cite: Cite, agreeing: readonly Explanation[], walk: Walk): readonly string[] {
  return agreeing
    .map(keyOfFit)
    .filter(
      key =>
        walk.fullBefore(key, cite) === undefined &&
        (walk.lastOf(key) !== undefined || walk.suggested.has(key) || walk.betweenFull.has(key)),
    );
}

/** Without names only one work may have been cited before. */
function concludeBare(cite: Cite, walk: Walk): Resolution {
  // One cited before without its full citation may be meant as well.
  const keys = [...walk.keys];
  const [key, other] = keys;
  if (key === undefined) return unresolved(cite, 'no-antecedent', []);
  if (other !== undefined) return ambiguous(cite, keys, walk);
  if (walk.fullBefore(key, cite) === undefined) return unresolved(cite, 'no-antecedent', [key]);
  // A work without an entry may be the one meant.
  if (walk.unknownBefore(cite).length > 0) return unresolved(cite, 'not-in-bibliography', keys);
  return resolved(cite, key, walk);
}

/** *Idem* stands for the author of the cite just before; the title or year after it says which work. */
function concludeIdem({cite, reading}: ShortFormItem, walk: Walk): Resolution {
  const before = walk.resolutions.at(-1);
  const key = before === undefined ? undefined : keyOf(before);
  const indexed = key === undefined ? undefined : walk.index.get(key);
  if (indexed === undefined) {
    return unresolved(cite, before === undefined ? 'no-antecedent' : 'note-without-work', []);
  }
  const isCitedAgain = cite.form !== 'idem' && opensWithIdem(reading.lead);
  const works = sameNames(indexed, walk.index).filter(
    one => !isCitedAgain || !isPlaceInOther(reading.locator?.text ?? '', one),
  );
  const saysMore = cite.form === 'idem' || isCitedAgain;
  const fits = saysMore
    ? works.filter(one => {
        const {run, year, unexplained, title} = explain(reading.lead, one);
        return (
          (run !== undefined && title !== 'other' && run.telling >= 1 && year !== 'differs') ||
          (year === 'agrees' && title !== 'other' && unexplained.length === 0)
        );
      })
    : works.filter(({entry}) => walk.fullBefore(entry.key, cite) !== undefined);
  const [only, other] = fits;
  if (only === undefined) {
    return unresolved(
      cite,
      saysMore ? 'not-in-bibliography' : 'no-antecedent',
      works.map(({entry}) => entry.key).slice(0, 3),
    );
  }
  if (other !== undefined)
    return ambiguous(
      cite,
      fits.map(({entry}) => entry.key),
      walk,
    );
  if (
    !saysMore &&
    cite.form !== 'loc-cit' &&
    concludeIbid({cite, reading, kind: 'short-form'}, walk).status === 'ambiguous'
  ) {
    return ambiguous(
      cite,
      fits.map(({entry}) => entry.key),
      walk,
    );
  }
  // "Id., *Histoire des quais*, op. cit."
  if (isCitedAgain && walk.fullBefore(only.entry.key, cite) === undefined)
    return withoutEarlierFull(cite, only.entry.key, walk);
  if (isCitedAgain) return resolved(cite, only.entry.key, walk);
  if (saysMore) {
    const typed = typedTitle(reading, only);
    return {
      status: 'resolved',
      cite: {...cite, title: cite.title ?? typed},
      key: only.entry.key,
      antecedent: before?.cite,
      differences: [],
    };
  }
  return resolved(cite, only.entry.key, walk);
}

/** The whole title behind *idem*, which makes a full citation of it, set off or not. */
function typedTitle({lead, passage}: ShortFormItem['reading'], indexed: IndexedEntry): string | undefined {
  const {run, title} = explain(lead, indexed);
  if (run === undefined || title !== 'whole') return undefined;
  return passage.text.value.slice(run.startOffset, run.endOffset);
}

/** The names fit works that were not cited in full before. */
function concludeUncited(cite: Cite, agreeing: readonly Explanation[], walk: Walk): Resolution {
  const [only, other] = agreeing;
  if (only === undefined) return unresolved(cite, 'no-antecedent', []);
  if (other !== undefined) return ambiguous(cite, agreeing.map(keyOfFit), walk);
  const key = keyOfFit(only);
  return withoutEarlierFull(cite, key, walk);
}

/** Nothing agrees with all that was typed: one candidate that differs in one thing is a conflict, more are none. */
function concludeDisagreeing(
  {cite}: ShortFormItem,
  {otherYear, otherGiven, suggestions}: ShortFits,
  walk: Walk,
): Resolution {
  const leansOn = strangerBefore(cite, [...otherYear, ...otherGiven], walk) ?? unknownByFirstName(cite, walk);
  if (leansOn !== undefined) {
    return {status: 'unresolved', cite, antecedent: leansOn, reason: 'not-in-bibliography', suggestions};
  }
  const [year, anotherYear] = otherYear;
  const [given, anotherGiven] = otherGiven;
  if (year !== undefined && anotherYear === undefined && given === undefined)
    return conflicting(cite, year, 'year', walk);
  if (given !== undefined && anotherGiven === undefined && year === undefined)
    return conflicting(cite, given, 'name', walk);
  const inBibliography = otherYear.length + otherGiven.length > 0;
  const keys = inBibliography
    ? lastCitedFirst([...otherYear, ...otherGiven].map(keyOfFit), walk)
    : suggestions;
  return unresolved(cite, 'no-antecedent', keys.slice(0, 3));
}

function conflicting(cite: Cite, {indexed}: Explanation, conflict: 'year' | 'name', walk: Walk): Resolution {
  const {key} = indexed.entry;
  const antecedent = walk.fullBefore(key, cite) ?? walk.fullAnywhere(key);
  return {status: 'conflict', cite, key, conflict, antecedent, differences: []};
}

// The first name of a lead or a reference: "Brown" of "Brown, J (1999)".
const FIRST_WORD = /[\p{L}\p{M}'’-]{2,}/u;

function unknownByFirstName(cite: Cite, walk: Walk): Cite | undefined {
  const first = FIRST_WORD.exec(cite.names ?? '')?.[0].toLowerCase();
  if (first === undefined) return undefined;
  return walk.unknownBefore(cite).find(one => firstNameOf(one) === first);
}

const firstNames = new WeakMap<Cite, string>();

/** The first name of a reference, which every short form behind it asks for. */
function firstNameOf(cite: Cite): string {
  const first = firstNames.get(cite) ?? FIRST_WORD.exec(cite.names ?? cite.text)?.[0].toLowerCase() ?? '';
  firstNames.set(cite, first);
  return first;
}

function keyOfFit({indexed}: Explanation): string {
  return indexed.entry.key;
}
