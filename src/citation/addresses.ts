import {rememberLast} from '../text/remember-last.ts';
import type {Range} from './range.ts';

// An address of the web or a DOI: "https://example.org/a;b=2", "www.example.org", "doi:10.1000/182", "example.gov.uk/a".
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"“”]{1,400}|(?<![\p{L}\p{N}])doi:?\s?10\.\d{4,9}\/[^\s<>"“”]{1,200}|(?<![\p{L}\p{N}/.])10\.\d{4,9}\/[^\s<>"“”]{1,200}|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]{1,40}\.){1,4}(?:uk|org|com|net|eu|int|edu|info)(?![\p{L}\p{N}])(?:\/[^\s<>"“”]{0,300})?/gu;

// Stops and closing brackets that end a sentence and not an address.
const STOPS = /[.,;:!?’'\])]+$/u;

/** The web addresses and DOIs of a passage. Their words name nothing: "report-2012" in an address is no year. */
export const findAddresses: (passage: string) => readonly Range[] = rememberLast(passage => {
  if (!/[/.]/u.test(passage)) return [];
  return [...passage.matchAll(ADDRESS)].map(match => ({
    start: match.index,
    end: match.index + withoutStops(match[0]).length,
  }));
});

/** An address without the stops behind it; a closing bracket belongs to it when its opening one does. */
function withoutStops(text: string): string {
  const stops = STOPS.exec(text)?.[0] ?? '';
  const closed = stops.startsWith(')') && text.includes('(') ? 1 : 0;
  return text.slice(0, text.length - stops.length + closed);
}
