import type {Heading, RootContent} from 'mdast';
import {inLowerCase} from '../text/words.ts';
import {plainTextOf} from './plain-text.ts';

// The heading over a list of notes or works, "Notes", "References".
const NOTES_HEADING =
  /^(?:end ?notes?|foot ?notes?|notes(?: and references)?|references|bibliography|sources|works cited|further reading)$/u;

/** Whether a heading stands over a list of notes or of works, whose numbers are not those of paragraphs. */
export function isNotesHeading(node: RootContent, source: string): node is Heading {
  if (node.type !== 'heading') return false;
  return NOTES_HEADING.test(inLowerCase(plainTextOf(node, source).value.trim().replace(/[:.]$/u, '')));
}
