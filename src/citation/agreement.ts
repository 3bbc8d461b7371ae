import {isOneSlip} from '../text/suggest.ts';
import {inLowerCase} from '../text/words.ts';
import {isWhole} from './align-title.ts';
import type {Explanation} from './explain.ts';
import type {Lead} from './lead.ts';
import {areNames} from './name-run.ts';
import {numeralOf} from './numerals.ts';
import {monthsAsNames, undatedWords} from './vocabulary.ts';
import {anyWord} from './word-pattern.ts';

/** Whether the names typed are the entry's, or the first of them. */
export function areNamesRight({names}: Explanation): boolean {
  return names.verdict === 'exact' || names.verdict === 'others' || names.verdict === 'partial';
}

/** Whether something was typed of which the entry knows nothing: another title, another name, a document about it. */
export function speaksOfAnother({title, unexplained, isAbout}: Explanation): boolean {
  return title === 'other' || unexplained.length > 0 || isAbout;
}

// A year anywhere in a lead: "(2003)", "2003/04".
const ANY_YEAR = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/u;

/** Whether a year was typed with which nothing can be compared: the entry has none, or a span of years was typed. */
function hasUnmetYear({year, run, title}: Explanation, {text}: Lead): boolean {
  // In a name the year is part of it: "Regulation (EU) 2016/679".
  return run === undefined && title !== 'name' && year === 'absent' && ANY_YEAR.test(text);
}

// "(n.d.)", "(forthcoming)", "in press": of a work that has no year yet.
const UNDATED = new RegExp(`\\((?:${anyWord(undatedWords)})\\)`, 'u');

/** Whether the work typed is said to have no year, and the entry has one. */
export function isUndated({indexed, year}: Explanation, {text}: Lead): boolean {
  return year === 'absent' && indexed.entry.year !== undefined && UNDATED.test(inLowerCase(text));
}

/**
 * Whether the only name is a month that dates something: "As at 31 May 2003", "Data collected in August 2001". An author of
 * that name stands first, with the year in brackets or none.
 */
export function isDate({names, run}: Explanation, {words, text, start}: Lead): boolean {
  const [name, other] = names.used;
  if (name === undefined || other !== undefined || run !== undefined || !monthsAsNames.has(name.folded))
    return false;
  if (words[0] !== name) return true;
  return /^\s+\d/u.test(text.slice(name.end - start));
}

/** Whether something typed of time speaks against the entry, or is no year of a work at all; another year is a conflict of its own. */
export function isMisdated(explanation: Explanation, lead: Lead): boolean {
  return hasUnmetYear(explanation, lead) || isUndated(explanation, lead) || isDate(explanation, lead);
}

/**
 * Whether words typed alone are the beginning of a title. What is set off is one; what is not could as well be somebody's
 * name or a thing spoken of: "William Beveridge, op cit" may be Beveridge's own work, and "Housing benefit, table 3" speaks
 * of a table here. Such words must be the whole title, and without the words of a short form a long one. A work without an
 * author has nothing else to go by.
 *
 * @param isShortForm whether *op cit* or its like stands behind them
 */
export function isTitleBeyondDoubt(
  {run, indexed}: Explanation,
  {markedTitle, text}: Lead,
  isShortForm: boolean,
): boolean {
  if (run === undefined) return false;
  if (markedTitle !== undefined || indexed.names.length === 0) return true;
  if (!isWhole(run)) return false;
  return isShortForm || (run.telling >= 3 && !areNames(text.replace(/[,.\s]+$/u, '')));
}

/**
 * The works that are called by their own name, where there are such: a short name is that of one work, and a title typed
 * whole is that work though another's may begin alike, as "The River" and "The River and the Law" do.
 */
export function calledByName(fits: readonly Explanation[]): readonly Explanation[] {
  const called = fits.filter(({title}) => title === 'name');
  if (called.length > 0) return [...called, ...fits.filter(isNamesake)];
  const whole = fits.filter(
    one => one.title === 'whole' && one.run !== undefined && isWhole(one.run) && isNumbered(one),
  );
  const exact = whole.filter(({run}) => run?.isExact === true);
  return exact.length > 0 ? exact : whole.length > 0 ? whole : fits;
}

/** Whether the number at the end of a title was typed: *On Surfaces* is neither *On Surfaces, I* nor *II*. */
function isNumbered({run, indexed: {title}}: Explanation): boolean {
  const last = title.at(-1);
  return run?.titleEnd === title.length || last === undefined || numeralOf(last) === undefined;
}

/** "*Survey*" is the short name of one work and the whole title of another. */
function isNamesake({names, run}: Explanation): boolean {
  return names.verdict === 'none' && run !== undefined && run.start === 0 && isWhole(run);
}

/** Whether the first name stands there with one slip of the keys, "Tacolli", or half of a double one, "Lavergne" for Lavergne-Roux. */
export function hasSlipOfName({indexed, unexplained}: Explanation): boolean {
  const forms = indexed.names[0]?.forms ?? [];
  const isPerson = indexed.names[0]?.name.kind === 'person';
  return unexplained.some(({folded}) =>
    forms.some(([form = '', ...more]) =>
      more.length === 0
        ? form.length >= 5 && isOneSlip(folded, form)
        : isPerson && (folded === form || folded === more.at(-1)) && folded.length >= 5,
    ),
  );
}

/** Keys worth a look, best first: the same title, then the same names. */
export function nearest(explanations: readonly Explanation[]): readonly string[] {
  return explanations
    .map(one => ({key: one.indexed.entry.key, score: closeness(one)}))
    .filter(({score}) => score >= 1)
    .sort((one, other) => other.score - one.score)
    .slice(0, 3)
    .map(({key}) => key);
}

function closeness({names, run, year}: Explanation): number {
  const title = run === undefined ? 0 : 3 * run.coverage;
  return (
    title +
    (names.verdict === 'none' ? 0 : 1) +
    (names.verdict === 'exact' ? 0.5 : 0) +
    (year === 'agrees' ? 0.5 : 0)
  );
}
