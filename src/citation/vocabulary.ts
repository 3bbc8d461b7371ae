import {foldLetters} from '../text/words.ts';
import {languages} from './languages/index.ts';
import type {Language, Phrases, Words} from './languages/language.ts';

/**
 * The words of all languages together, one list for each thing said: a note may cite in any language, whatever its manuscript's
 * own. What each list means is said in `languages/language.ts`.
 */

/** Before a cite, saying how it bears on the text. */
export const signals: Phrases = phrases(({signals: s}) => s?.leading);

/** The same, in lower case alone. */
export const smallSignals: Phrases = phrases(({signals: s}) => s?.leadingSmall);

/** Those that lead to another cite in the middle of a note. */
export const joiningSignals: Phrases = phrases(({signals: s}) => s?.joining);

/** Words that join two cites. */
export const connectors: Phrases = phrases(({signals: s}) => s?.connecting);

/** After these the work consulted, before them one quoted at second hand. */
export const secondHandWords: Phrases = phrases(({signals: s}) => s?.secondHand);

/** Before them the work consulted, after them one quoted in it. */
export const quotingWords: Phrases = phrases(({signals: s}) => s?.quoting);

/** What one work has to do with another, in words that end as those do behind which its own book stands: "based on". */
export const relatingWords: Phrases = phrases(({signals: s}) => s?.relating);

/** The work of the cite just before. */
export const ibidWords: Phrases = phrases(({shortForms}) => shortForms?.ibid);

/** The same author, or the same work where nothing else follows. */
export const idemWords: Phrases = phrases(({shortForms}) => shortForms?.idem);

/** The work by these names that was cited before. */
export const opCitWords: Phrases = phrases(({shortForms}) => shortForms?.opCit);

/** The same, behind a comma only. */
export const opCitBehindComma: Phrases = phrases(({shortForms}) => shortForms?.opCitBehindComma);

/** The same work at the same place. */
export const locCitWords: Phrases = phrases(({shortForms}) => shortForms?.locCit);

/** Above in this document. */
export const supraWords: Phrases = phrases(({shortForms}) => shortForms?.above);

/** Below in this document. */
export const infraWords: Phrases = phrases(({shortForms}) => shortForms?.below);

/** Those of both that need no note number. */
export const directionsAlone: Phrases = phrases(({shortForms}) => shortForms?.alone);

/** A note of this document, before its number: "n 12", "note 3", "Anm. 4", and Markdown's own "[^3]", "note [^3]". */
export const noteWords: Phrases = withReferences(phrases(({shortForms}) => shortForms?.note));

/** Several notes, before their numbers. */
export const notesWords: Phrases = phrases(({shortForms}) => shortForms?.notes);

/** Between a name and the note that the reader is sent to. */
export const sendingWords: Phrases = phrases(({shortForms}) => shortForms?.sending);

/** What leads to a short name: "hereinafter". */
export const hereinafterWords: Phrases = phrases(({shortForms}) => shortForms?.hereinafter);

/** What may stand between the two: "referred to as". */
export const callingWords: Phrases = phrases(({shortForms}) => shortForms?.calling);

/** Between names. */
export const nameConnectors: ReadonlySet<string> = words(({names}) => names?.and);

/** For the authors who are not named. */
export const othersWords: Phrases = phrases(({names}) => names?.others);

/** For an editor. */
export const editorWords: ReadonlySet<string> = words(({names}) => names?.editor);

/** For an editor, in several words. */
export const editingWords: Phrases = phrases(({names}) => names?.editing);

/** Behind which stands who translated a work. */
export const translatingWords: Phrases = phrases(({names}) => names?.translating);

/** Words in a list of names that are no names. */
export const nameRoles: ReadonlySet<string> = new Set([...editorWords, ...words(({names}) => names?.roles)]);

/** With which family names begin. */
export const particles: ReadonlySet<string> = words(({names}) => names?.particles);

/** With which family names of several words begin, and which are no name alone. */
export const nameOpenings: ReadonlySet<string> = new Set([
  ...particles,
  ...words(({works}) => works?.articles),
  ...words(({names}) => names?.openings),
]);

/** Small words of titles in languages whose authors go by the first of two family names. */
export const wordsOfFirstOfTwo: ReadonlySet<string> = words(({names}) => names?.firstOfTwo);

/** Those of languages whose authors go by the last. */
export const wordsOfLastOfTwo: ReadonlySet<string> = words(({names}) => names?.lastOfTwo);

/** Words in lower case in and between names: "Department of Health", "de la Cruz", "Lee et al". */
export const wordsWithinNames: ReadonlySet<string> = new Set([
  ...nameConnectors,
  ...particles,
  ...editorWords,
  ...words(({names}) => names?.within),
  ...othersWords.flatMap(partsOf),
]);

/** Small words in the names of bodies, which authors mistake for one another. */
export const smallWordsOfBodies: ReadonlySet<string> = words(({names}) => names?.small);

/** Words that a body has in its name and a person has not. */
export const bodyWords: ReadonlySet<string> = words(({names}) => names?.body);

/** Words that a publisher has in its name. */
export const publisherWords: ReadonlySet<string> = words(({names}) => names?.publisher);

/** How the words of bodies' names are cut. */
export const cutWords: Readonly<Record<string, readonly string[]>> = Object.assign(
  {},
  ...languages.map(({names}) => names?.cut ?? {}),
);

/** "the", "der". */
export const articles: ReadonlySet<string> = words(({works}) => works?.articles);

/** Words too common to tell one title from another. */
export const commonWords: ReadonlySet<string> = new Set([
  ...articles,
  ...nameConnectors,
  ...words(({works}) => works?.common),
]);

/** Words that follow a title and never belong to it. */
export const wordsBehindTitle: ReadonlySet<string> = new Set([
  ...editorWords,
  ...words(({works}) => works?.behindTitle),
]);

/** For an edition, behind its number. */
export const editionWords: Phrases = phrases(({works}) => works?.edition);

/** "first", "second", … of each language that has them, in order. */
export const ordinals: readonly (readonly string[])[] = languages.flatMap(({works}) =>
  works?.ordinals === undefined ? [] : [works.ordinals.split(' ')],
);

/** For a volume, before its number. */
export const volumeWords: Phrases = phrases(({works}) => [
  ...(works?.volume ?? []),
  ...(works?.part ?? []),
  ...(works?.bookOf ?? []),
]);

/** The same by kind: a part is no volume. */
export const volumeKinds: readonly Phrases[] = [
  phrases(({works}) => works?.volume),
  phrases(({works}) => works?.part),
  phrases(({works}) => works?.bookOf),
];

/** For an issue of a periodical, before its number. */
export const issueWords: Phrases = phrases(({works}) => works?.issue);

/** The same, and those that may as well number something else: behind a volume they number its issue. */
export const issueNumberWords: Phrases = [...issueWords, ...phrases(({works}) => works?.issueNumber)];

/** Small words between two others in titles, as in no place or publisher. */
export const wordsInTitles: ReadonlySet<string> = words(({works}) => works?.insideTitles);

/** With which the short name of a statute or treaty ends. */
export const lawWords: ReadonlySet<string> = words(({works}) => works?.laws);

/** Before what holds the work cited. */
export const wordsBeforeHolder: ReadonlySet<string> = words(({works}) => works?.beforeHolder);

/** Before the first party in the name of a case, and between the parties. */
export const wordsBeforeParty: ReadonlySet<string> = words(({works}) => works?.beforeParty);
export const wordsBetweenParties: ReadonlySet<string> = words(({works}) => works?.versus);

/** What a work may be called beside its author's name. */
export const kindsOfWork: ReadonlySet<string> = words(({works}) => works?.kinds);

/** Documents about a work, and of an author that are not the work. */
export const otherDocuments: Phrases = phrases(({works}) => works?.others);

/** Those that are one only where somebody gave it, and by what. */
export const givenDocuments: Phrases = phrases(({works}) => works?.given);
export const givenBy: Phrases = phrases(({works}) => works?.givenBy);

/** Documents beside the work, behind its title, in lower case as typed. */
export const documentsBeside: Phrases = phrases(({works}) => works?.beside);

/** Those of them that are a thesis, in lower case, by the types of their entries. */
export const theses: Readonly<Record<string, Phrases>> = {
  phdthesis: phrases(({works}) => works?.doctoral),
  mastersthesis: phrases(({works}) => works?.masters),
  mathesis: phrases(({works}) => works?.masters),
  thesis: phrases(({works}) => [...(works?.doctoral ?? []), ...(works?.masters ?? [])]),
};

/** Those that are so called in capitals too. */
export const documentsBesideInCapitals: Phrases = phrases(({works}) => works?.besideInCapitals);

/** For a translation, behind its language. */
export const translationWords: ReadonlySet<string> = words(({works}) => works?.translation);

/** Parts of a work that are published apart, and what may stand before. */
export const partsOfWork: Phrases = phrases(({works}) => works?.parts);
export const wordsBeforePart: ReadonlySet<string> = words(({works}) => works?.beforePart);

/** Behind which stand the editors of what holds the work, or whom the work is about. */
export const holdingWords: Phrases = phrases(({works}) => works?.holding);

/** Behind which stands whom the work is not by. */
export const byOthers: Phrases = phrases(({works}) => [
  ...(works?.byOthers ?? []),
  ...(works?.credits ?? []),
]);

/** Those of them that credit a picture or thank somebody. */
export const credits: Phrases = phrases(({works}) => works?.credits);

/** With which the last of several works speaks of those before it, too. */
export const wordsOfAll: ReadonlySet<string> = words(({works}) => works?.ofAll);

/** Labels of a place in a work, with which a locator begins: "pp 12–14", "para 4", "S. 73". */
export const locatorLabels: Phrases = phrases(({places}) => places?.labels);

/** Those that mean a page. */
export const pageLabels: Phrases = phrases(({places}) => places?.pages);

/** Behind a number: "ff." */
export const followingWords: Phrases = phrases(({places}) => places?.following);

/** Behind a bare number that counts something. */
export const countedWords: Phrases = phrases(({places}) => places?.counted);

/** All through a work. */
export const throughoutWords: Phrases = phrases(({places}) => places?.throughout);

/** Parts of this or another document. */
export const partsOfDocument: ReadonlySet<string> = words(({places}) => places?.parts);

/** Months by their names. */
export const months: ReadonlySet<string> = words(({dates}) => dates?.months);

/** Months that are also family names. */
export const monthsAsNames: ReadonlySet<string> = words(({dates}) => dates?.monthsAsNames);

/** Months cut short, and seasons. */
export const shortMonths: ReadonlySet<string> = words(({dates}) => dates?.shortMonths);

/** Before the day on which an address was read. */
export const accessedWords: Phrases = phrases(({dates}) => dates?.accessed);

/** The same, behind a stop or bracket only. */
export const accessedApart: Phrases = phrases(({dates}) => dates?.accessedApart);

/** Before the address at which a work itself is found. */
export const addressedWords: Phrases = phrases(({dates}) => dates?.addressed);

/** Before the year of another printing. */
export const printedWords: Phrases = phrases(({dates}) => dates?.printed);

/** In place of a year. */
export const undatedWords: Phrases = phrases(({dates}) => dates?.undated);

/** Verbs and pronouns of a sentence. */
export const wordsOfSentence: ReadonlySet<string> = words(({prose}) => prose?.sentence);

/** With which a comment begins and a reference does not. */
export const commentOpenings: ReadonlySet<string> = words(({prose}) => prose?.comment);

/** With which a sentence begins and that stand in no name. */
export const sentenceOpenings: ReadonlySet<string> = words(({prose}) => prose?.beforeNames);

/** With which what bibliographies do not list begins. */
export const unlistedOpenings: ReadonlySet<string> = words(({prose}) => prose?.unlisted);

/** With which a sentence goes on behind names and a year. */
export const wordsGoingOn: ReadonlySet<string> = words(({prose}) => prose?.goingOn);

/** Verbs with which it goes on, by their stems and endings. */
export const verbStems: ReadonlySet<string> = words(({prose}) => prose?.verbs);
export const verbEndings: ReadonlySet<string> = words(({prose}) => prose?.verbEndings);

/** Words in lower case of references, beside those in titles. */
export const wordsOfReference: ReadonlySet<string> = words(({prose}) => prose?.ofReference);

/** What is said of a quotation, and of a place. */
export const wordsOfQuotation: ReadonlySet<string> = words(({prose}) => prose?.ofQuotation);

/** Of a note that says how something was quoted. */
export const wordsOnQuotation: ReadonlySet<string> = words(({prose}) => prose?.onQuotation);

/** What a year behind a name may be that of, beside a work's. */
export const measures: ReadonlySet<string> = words(({prose}) => prose?.measures);

/** "our", "their". */
export const possessives: ReadonlySet<string> = words(({prose}) => prose?.possessives);

/** All phrases of one kind, each once. */
export function phrases(pick: (language: Language) => Phrases | undefined): Phrases {
  return [...new Set(languages.flatMap(language => pick(language) ?? []))];
}

/** All words of one kind, as they are written and without diacritics. */
export function words(pick: (language: Language) => Words | undefined): ReadonlySet<string> {
  const all = languages.flatMap(language => pick(language)?.split(' ') ?? []);
  return new Set([...all, ...all.map(foldLetters)]);
}

function withReferences(notes: Phrases): Phrases {
  return [...notes, '[^', ...notes.map(note => `${note} [^`)];
}

/** The words of a phrase; single letters are none. */
function partsOf(phrase: string): readonly string[] {
  return phrase.split(/[\s.]+/u).filter(part => part.length > 1);
}
