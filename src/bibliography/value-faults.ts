import type {Diagnostic} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import {quoted} from './scan-faults.ts';
import type {ScannedField} from './scan-fields.ts';

/** What is wrong with a value, and how it is mended. */
interface ValueFault {
  readonly found: string;
  readonly expected: string;
  readonly help: string;
}

/**
 * What in a list of names or a date can be read as no names and no date, though its braces and commas are right. Only what BibTeX
 * itself would take otherwise than it is meant is one; `undefined` for all else.
 *
 * @param field one whose value is what stands between its braces or quotes
 */
export function valueDiagnostic({path}: SourceText, field: ScannedField): Diagnostic | undefined {
  const fault = FAULTS.get(field.name)?.(field.raw);
  if (fault === undefined) return undefined;
  return {
    code: 'bib-doubtful-value',
    severity: 'warning',
    path,
    span: field.valueSpan,
    message: `Unexpected ${fault.found} in the value of ${quoted(field.name)}, expected ${fault.expected}`,
    help: fault.help,
  };
}

const FAULTS: ReadonlyMap<string, (raw: string) => ValueFault | undefined> = new Map([
  ['author', faultInNames],
  ['editor', faultInNames],
  ['translator', faultInNames],
  ['year', faultInYear],
  ['date', faultInDate],
  ['urldate', faultInDate],
]);

// "{Smith, Ann and }", "{and Kay, Cy}", "{Smith, Ann and and Kay, Cy}"
const AND_WITHOUT_NAME = /\sand\s*[}"]$|^[{"]\s*and\s|\sand\s+and\s/iu;
// What may part names wrongly; most values hold none of it.
const DOUBTFUL = /[;&]|,[^,]*,[^,]*,/u;
// "{World Bank}" among names, "\&" and the signs of accents go with their braces.
const GROUP = /\{[^{}]*\}/gu;
// "Smith; Jones, Bob", but not the "&amp;" of the web
const SEMICOLON = /(?<!&#?\w{1,8});/u;
// "Jones, Bob & Kay, C": a name with a comma on either side; "Farrar, Straus & Co" is a body.
const AMPERSAND = /,[^,&]*\s\\?&\s[^,&]*,/u;
const AND = /\sand\s/iu;
/** A name has two commas at most: "Smith, Jr, Ann". */
const MOST_COMMAS = 2;

function faultInNames(raw: string): ValueFault | undefined {
  if (AND_WITHOUT_NAME.test(raw))
    return {
      found: `${quoted('and')} without a name`,
      expected: 'a name on either side',
      help: 'Add the name that is missing, or remove the word.',
    };
  if (!DOUBTFUL.test(raw)) return undefined;
  const names = raw.slice(1, -1).replace(GROUP, '').replace(GROUP, '');
  const sign = SEMICOLON.test(names) ? ';' : AMPERSAND.test(names) ? '&' : undefined;
  const isCrowded = names
    .split(AND)
    .some(name => !name.includes('=') && name.split(',').length > MOST_COMMAS + 1);
  if (sign === undefined && !isCrowded) return undefined;
  return {
    found: sign === undefined ? 'third comma in a name' : quoted(sign),
    expected: `${quoted('and')} between names`,
    help: `Part the names by ${quoted('and')}; put the name of a body into braces of its own.`,
  };
}

// "{19999}": more digits than a year has.
const LONG_YEAR = /^[{"]\s*\d{5,}\s*[}"]$/u;
// "{1990/1890}", "{1998--1890}"
const YEARS = /^[{"]\s*(?<first>\d{4})\s*(?:\/|--?|–)\s*(?<last>\d{4})\s*[}"]$/u;

function faultInYear(raw: string): ValueFault | undefined {
  const typed = raw.slice(1, -1).trim();
  if (LONG_YEAR.test(raw))
    return {found: quoted(typed), expected: 'a year of four digits', help: 'Correct the year.'};
  return faultInRange(raw);
}

function faultInRange(raw: string): ValueFault | undefined {
  const {first, last} = YEARS.exec(raw)?.groups ?? {};
  if (first === undefined || last === undefined || Number(first) <= Number(last)) return undefined;
  return {
    found: quoted(raw.slice(1, -1).trim()),
    expected: 'the earlier year first',
    help: 'Correct the years; until then they are printed as typed.',
  };
}

// "2001-13-45": year, month and day of one side of a date
const DAY = /^-?(?<year>\d{4})-(?<month>\d\d)(?:-(?<day>\d\d))?(?!\d)/u;
const MONTHS = 12;
// The numbers by which EDTF (ISO 8601-2) calls seasons, quarters and halves of a year.
const [FIRST_SEASON, LAST_SEASON] = [21, 41];

function faultInDate(raw: string): ValueFault | undefined {
  const wrong = raw
    .slice(1, -1)
    .split('/')
    .map(side => side.trim())
    .find(isOnNoCalendar);
  if (wrong === undefined) return LONG_YEAR.test(raw) ? faultInYear(raw) : faultInRange(raw);
  return {
    found: quoted(wrong),
    expected: 'a day of the calendar, year, month and day',
    help: 'Correct the date; until then only its year counts.',
  };
}

function isOnNoCalendar(side: string): boolean {
  const {year, month, day} = DAY.exec(side)?.groups ?? {};
  if (month === undefined) return false;
  const number = Number(month);
  const isSeason = number >= FIRST_SEASON && number <= LAST_SEASON && day === undefined;
  if (number < 1 || number > MONTHS) return !isSeason;
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(Number(year), number, 0)).getUTCDate();
  return day !== undefined && (Number(day) < 1 || Number(day) > last);
}
