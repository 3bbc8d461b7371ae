import type {Entry} from './types.ts';

// "Water Industry Act 1991", "Water Act (Northern Ireland) 1999", "Town and Country Planning (Use Classes) Order 1987"
const NAMED_ACT =
  /\b(?:Act|Bill|Measure|Orders?|Regulations|Rules)(?: \(\p{L}[\p{L} ]{1,40}\))? (?<year>(?:1[2-9]|20)\d\d)$/u;

/**
 * Whether an entry of any type is a law of the United Kingdom, by its short title: nobody is named, and the title ends in its
 * kind and its year (OSCOLA 4, 2.4.1). BibTeX has no type for laws, and they stand under @misc or @book.
 */
export function isActByTitle({names, title = '', year}: Pick<Entry, 'names' | 'title' | 'year'>): boolean {
  const typed = NAMED_ACT.exec(title)?.groups?.['year'];
  return names.length === 0 && typed !== undefined && (year === undefined || String(year) === typed);
}

/** A place in a law report: "AC" and its page 562. */
export interface InReport {
  readonly report: string;
  readonly page: string;
}

// "AC 562", "EWCA Civ 12"; "App No 23" and "CO/123/2003" are numbers of files
const REPORT_AND_PAGE = /^(?<report>\p{Lu}{2,6}(?: \p{Lu}\p{L}{1,4})?) (?<page>\d{1,5})$/u;

/** Where a case without a journal stands, when its number says it: "AC 562". */
export function reportInNumber(number: string | undefined): InReport | undefined {
  const {report, page} = REPORT_AND_PAGE.exec(number ?? '')?.groups ?? {};
  return report === undefined || page === undefined || report.endsWith(' No') ? undefined : {report, page};
}
