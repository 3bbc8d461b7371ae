/** Phrases as they are typed, in lower case; a stop or a space in one may be left out or added by the author. */
export type Phrases = readonly string[];

/** Single words in lower case, parted by spaces. */
export type Words = string;

/**
 * The words by which people cite in one language, and those by which notes in it are told from references: data and no code.
 * Every list may be left out. A new language is a file like those beside this one and its line in `index.ts`.
 *
 * A cite may be typed in any language, whatever the manuscript's own, so that all files hold together: a word is entered
 * only where it says the same in every language that has it. *s.* is *see* in German and a section in English, and is given
 * as a place alone.
 */
export interface Language {
  /** BCP 47: "en", "de". */
  readonly tag: string;
  readonly signals?: Signals;
  readonly shortForms?: ShortForms;
  readonly names?: NameWords;
  readonly works?: WorkWords;
  readonly places?: PlaceWords;
  readonly dates?: DateWords;
  readonly promises?: Promises;
  readonly prose?: ProseWords;
}

/** What stands before a cite, or between two. */
export interface Signals {
  /** How the cite bears on the text: "see", "for example". */
  readonly leading?: Phrases;
  /** The same, where they begin in lower case: capitals may be a name or initials, "Pace, R", "A. A. Milne". */
  readonly leadingSmall?: Phrases;
  /** Those of them that lead to another cite in the middle of a note. */
  readonly joining?: Phrases;
  /** Words that join two cites: "and", "as well as". */
  readonly connecting?: Phrases;
  /** Behind them stands the work consulted, before them one quoted at second hand: "quoted in". */
  readonly secondHand?: Phrases;
  /** Before them stands the work consulted, behind them one quoted in it: "citing". */
  readonly quoting?: Phrases;
  /** That say what one work has to do with another and end as words that hold do: "based on", "discussed in". */
  readonly relating?: Phrases;
}

/** What stands for a work cited before. */
export interface ShortForms {
  /** The work of the cite just before. */
  readonly ibid?: Phrases;
  /** The same author, or the same work where nothing else follows. */
  readonly idem?: Phrases;
  /** The work by these names that was cited before. */
  readonly opCit?: Phrases;
  /** The same behind a comma only, at the end of a name or title: ", cit." */
  readonly opCitBehindComma?: Phrases;
  /** The same work at the same place. */
  readonly locCit?: Phrases;
  /** Above in this document. */
  readonly above?: Phrases;
  /** Below in this document. */
  readonly below?: Phrases;
  /** Those of both that mean a cite without a note number: *supra*. */
  readonly alone?: Phrases;
  /** A note of this document, before its number; the plural too. */
  readonly note?: Phrases;
  /** The plurals among them: "notes 3 and 4". */
  readonly notes?: Phrases;
  /** Between a name and the note that the reader is sent to: Hart, "see" note 3. */
  readonly sending?: Phrases;
  /** What leads to a short name that an author gives a work: "hereinafter". */
  readonly hereinafter?: Phrases;
  /** Between the two: "referred to as". */
  readonly calling?: Phrases;
}

/** Words in and around names. */
export interface NameWords {
  /** Between two names: "and". */
  readonly and?: Words;
  /** For the authors who are not named: "and others", "et al." */
  readonly others?: Phrases;
  /** For an editor: "ed", "Hrsg". */
  readonly editor?: Words;
  /** The same in several words: "sous la direction de". */
  readonly editing?: Phrases;
  /** Before the name of a translator: "translated by". */
  readonly translating?: Phrases;
  /** Other words in a list of names that are no names: "Professor", "MP". */
  readonly roles?: Words;
  /** With which family names begin: "van", "de la". */
  readonly particles?: Words;
  /** With which family names of several words begin, and which are no name alone: "Saint", "Abu". */
  readonly openings?: Words;
  /** Small words of titles in a language whose authors go by the first of two family names, which no other language has. */
  readonly firstOfTwo?: Words;
  /** The same of a language whose authors go by the last. */
  readonly lastOfTwo?: Words;
  /** Small words that stand inside the names of bodies: "of". */
  readonly within?: Words;
  /** Those of them and others which authors mistake for one another or leave out: "of", "for". */
  readonly small?: Words;
  /** Those that a body has in its name and a person has not: "ministry". */
  readonly body?: Words;
  /** Those that a publisher has in its name: "press". */
  readonly publisher?: Words;
  /** How the words of bodies' names are cut: "dept" for "department". */
  readonly cut?: Readonly<Record<string, readonly string[]>>;
}

/** Words in and around titles. */
export interface WorkWords {
  readonly articles?: Words;
  /** Too common to tell one title from another; articles and words between names are added. */
  readonly common?: Words;
  /** That follow a title and never belong to it: "edn", "available". */
  readonly behindTitle?: Words;
  /** For an edition, behind its number: "edn". */
  readonly edition?: Phrases;
  /** "first", "second", … in order. */
  readonly ordinals?: Words;
  /** For an issue of a periodical, before its number. */
  readonly issue?: Phrases;
  /** The same where it may as well number something else, and stands behind a volume: "no." */
  readonly issueNumber?: Phrases;
  /** Small words between two others in titles, as in no place or publisher: "for". */
  readonly insideTitles?: Words;
  /** With which the short name of a statute or treaty ends: "convention". */
  readonly laws?: Words;
  /** Before the book or journal that holds what is cited: "in". */
  readonly beforeHolder?: Words;
  /** For a volume, before its number. */
  readonly volume?: Phrases;
  /** For a part of a work, before its number. */
  readonly part?: Phrases;
  /** Before the first party in the name of a case: "R (Adeyemi) v Home Secretary", "Re Adeyemi", "Affaire Dubreuil". */
  readonly beforeParty?: Words;
  /** Between the parties of a case: "v". */
  readonly versus?: Words;
  /** For a book that a work is made of, before its number. */
  readonly bookOf?: Phrases;
  /** For what a work may be called beside its author's name: "paper", "report". */
  readonly kinds?: Words;
  /** Documents about a work, and of an author that are not the work, wherever they stand outside a title: "review". */
  readonly others?: Phrases;
  /** Those that are a document of their own only where somebody gave it, and by what: "evidence" "submitted". */
  readonly given?: Phrases;
  readonly givenBy?: Phrases;
  /** Documents beside the work, behind its title, in lower case as typed: "Rural Review" is a journal. */
  readonly beside?: Phrases;
  /** Those of them that are a thesis for one degree and the other, in lower case. */
  readonly doctoral?: Phrases;
  readonly masters?: Phrases;
  /** Those that are so called in capitals too, as nothing else is. */
  readonly besideInCapitals?: Phrases;
  /** For a translation, behind its language: "Welsh translation". */
  readonly translation?: Words;
  /** Parts of a work that are published apart, at the beginning of what follows its title, and what may stand before: "technical" "annex". */
  readonly parts?: Phrases;
  readonly beforePart?: Words;
  /** Behind which stand the editors of what holds the work, or whom the work is about: "in", "of". */
  readonly holding?: Phrases;
  /** Behind which stands whom the work is not by: "translated by". */
  readonly byOthers?: Phrases;
  /** Those of them that credit a picture or thank somebody, and cite nothing: "photograph by". */
  readonly credits?: Phrases;
  /** With which the last of several works speaks of those before it, too: "both in *Woodland* 4:2". */
  readonly ofAll?: Words;
}

/** Words for a place in a work. */
export interface PlaceWords {
  /** With which a locator begins: "pp", "para". */
  readonly labels?: Phrases;
  /** Those of them that mean a page. */
  readonly pages?: Phrases;
  /** Behind a number: "ff.", "et seq." */
  readonly following?: Phrases;
  /** Behind a bare number that counts something and is no page: "per cent", "million". */
  readonly counted?: Phrases;
  /** All through a work: "passim". */
  readonly throughout?: Phrases;
  /** Parts of this or another document, which stand before a number as a name does: "table". */
  readonly parts?: Words;
}

/** Words of dates. */
export interface DateWords {
  readonly months?: Words;
  /** Those of them that are family names too. */
  readonly monthsAsNames?: Words;
  /** Months cut short, and seasons. */
  readonly shortMonths?: Words;
  /** Before the address at which the work itself is found: "available at". */
  readonly addressed?: Phrases;
  /** Before the day on which an address was read, wherever they stand: "accessed". */
  readonly accessed?: Phrases;
  /** The same only behind a stop or bracket: "retrieved". */
  readonly accessedApart?: Phrases;
  /** Before the year of another printing: "first published". */
  readonly printed?: Phrases;
  /** In place of a year: "n.d.", "forthcoming". */
  readonly undated?: Phrases;
}

/** Promises to cite; `promise.ts` reads English ones word by word. */
export interface Promises {
  /** Each says all, without stops. */
  readonly whole?: Phrases;
  /** A promise where it is the whole of a note. */
  readonly bare?: Phrases;
  /** What is promised: "reference". */
  readonly what?: Words;
  /** Parts of a reference. They are promised in fewer ways, as prose speaks of dates and pages too. */
  readonly detail?: Words;
  readonly ask?: Words;
  readonly quality?: Words;
  readonly state?: Words;
  readonly mark?: Words;
  readonly whatFor?: Words;
  /** Behind the verb of asking, before whom or what is asked: "check *with* Kay", "confirm *which* edition". */
  readonly asked?: Words;
}

/** Words that tell a sentence, which cites nothing or leads up to a cite, from a reference. */
export interface ProseWords {
  /** Verbs and pronouns that a reference has in titles set off, if at all. */
  readonly sentence?: Words;
  /** With which a comment begins and a reference does not. */
  readonly comment?: Words;
  /** With which a sentence begins and that stand in no name: "However Hart (op cit)". */
  readonly beforeNames?: Words;
  /** With which what bibliographies do not list begins: "interview". */
  readonly unlisted?: Words;
  /** With which a sentence goes on behind "Field (1989)". */
  readonly goingOn?: Words;
  /** The same, verbs by their stems and endings. */
  readonly verbs?: Words;
  readonly verbEndings?: Words;
  /** Words in lower case of references, beside those in titles. */
  readonly ofReference?: Words;
  /** What is said of a quotation, and of a place: "emphasis added". */
  readonly ofQuotation?: Words;
  /** Words of which a note consists that says how something was quoted, and names no source: "emphasis added", "my translation". */
  readonly onQuotation?: Words;
  /** What a year behind a name may be that of, beside a work's: "2010 prices". */
  readonly measures?: Words;
  readonly possessives?: Words;
}
