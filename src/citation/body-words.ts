import {inLowerCase, wordsOf} from '../text/words.ts';
import {bodyWords, publisherWords} from './vocabulary.ts';

// "IIED", "GRAD", "DfID", "IIED/GRET", "WWF-UK": two capitals and more, and no word in lower case.
const ACRONYM = /^(?=(?:[^\p{Lu}]*\p{Lu}){2})\p{Lu}[\p{L}\p{N}&/-]{1,14}$/u;
const ALL_CAPITALS = /^[\p{Lu}\p{N}&/-]{2,14}$/u;

/** Whether a text is the name of a body, as far as its words or its capitals tell; a person's initials are none. */
export function isBodyName(text: string): boolean {
  if (isAcronym(text)) return true;
  return wordsOf(inLowerCase(text)).some(({text: word}) => bodyWords.has(word));
}

/** Whether a text is one acronym: "IIED", "DFID", "IIED/GRET". Two or three letters may be initials and are not enough. */
export function isAcronym(text: string): boolean {
  if (ALL_CAPITALS.test(text)) return text.length >= 3;
  return ACRONYM.test(text) && text.length >= 3 && !/\p{Ll}{3}/u.test(text);
}

/** Whether a text is what publishes works: a press, or a body. */
export function isPublisherName(text: string): boolean {
  return (
    isBodyName(text) ||
    wordsOf(inLowerCase(text)).some(({text: word}) => publisherWords.has(word) || word.endsWith('verlag'))
  );
}

/** Cities in whose imprints most of what is cited in evidence is published; a place that is not here is told by its place. */
const CITIES: ReadonlySet<string> = new Set(
  (
    'aldershot amsterdam athens bangalore barcelona basingstoke bath belfast berlin birmingham boston bristol brussels cambridge ' +
    'cardiff cheltenham chicago colchester copenhagen delhi dublin durham edinburgh exeter farnham geneva glasgow harare ' +
    'hague johannesburg kampala lagos lancaster leeds leicester leiden liverpool london luxembourg madrid manchester melbourne milan ' +
    'montreal moscow munich nairobi norwich nottingham oslo oxford paris philadelphia princeton rome sheffield southampton ' +
    'stockholm swindon sydney tokyo toronto vienna warsaw washington york zurich'
  ).split(' '),
);

// "London", "New York", "New Haven, CT", "Washington DC", "The Hague", "Cambridge, Mass".
const PLACE = /^(?:new\s|the\s)?(?<city>\p{L}+)(?:,?\s(?:d\.?c\.?|m\.?a\.?|mass\.?|u\.?k\.?|c\.?t\.?))?$/u;

/** Whether a text is one of the places where much is published. */
export function isKnownPlace(text: string): boolean {
  const lower = inLowerCase(text.trim());
  return (
    CITIES.has(PLACE.exec(lower)?.groups?.['city'] ?? '') || lower === 'new haven' || lower === 'new delhi'
  );
}
