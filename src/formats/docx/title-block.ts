import {Paragraph, TextRun} from 'docx';
import type {Publication} from '../../publication/types.ts';
import type {Plan} from './plan.ts';
import {STYLE} from './styles.ts';
import {runningText} from './text.ts';

// "Written evidence submitted by {submitter} ({reference})": the reference with the brackets round it
const REFERENCE_IN_BRACKETS = /\s*[([]?\{reference\}[)\]]?/u;
// "Written evidence – ": what hangs on at the end when the last word of a pattern is missing
const DANGLING_END = /[\s,;:–—-]+$/u;

/** The lines above the text: the profile's heading line, the title, the committee, the inquiry, and the month. */
export function writeTitleBlock({publication}: Plan): readonly Paragraph[] {
  const {title, committee, inquiry, issued, language} = publication;
  const evidence = evidenceLine(publication);
  const lines = [
    committee,
    inquiry === undefined ? undefined : `Inquiry: ${inquiry}`,
    dateLine(issued, language),
  ];
  return [
    ...(evidence === undefined ? [] : [line(STYLE.evidenceLine, evidence)]),
    line(STYLE.title, title),
    ...lines.flatMap(text => (text === undefined || text === '' ? [] : [line(STYLE.subtitle, text)])),
  ];
}

/** "Written evidence submitted by The Body (MIG0012)"; without a submitter there is nothing to say. */
function evidenceLine({profile, submitter, reference}: Publication): string | undefined {
  if (submitter === undefined || submitter === '') return undefined;
  const pattern = profile.heading.value;
  const known =
    reference === undefined || reference === ''
      ? pattern.replace(REFERENCE_IN_BRACKETS, '').replace(DANGLING_END, '')
      : pattern.replace('{reference}', () => reference);
  return known.replace('{submitter}', () => submitter);
}

/** "November 2003", or "5 November 2003" when the day is known, in the language of the text. */
function dateLine({year, month, day}: Publication['issued'], language: string): string {
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  const [locale = 'en-GB'] = Intl.DateTimeFormat.supportedLocalesOf(wellFormed(language));
  return new Intl.DateTimeFormat(locale, {
    ...(day === undefined ? {} : {day: 'numeric'}),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}

function wellFormed(language: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(language);
  } catch {
    return [];
  }
}

function line(style: string, text: string): Paragraph {
  return new Paragraph({style, children: [new TextRun(runningText(text))]});
}
