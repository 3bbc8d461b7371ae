import {suggest} from '../text/suggest.ts';

/**
 * The fields of BibTeX and BibLaTeX, and those that the common managers of references write, in lower case.
 *
 * From the manuals of BibTeX (*BibTeXing*, 1988) and BibLaTeX (3.19, §2.2.2 and §2.2.3).
 */
const knownFields: ReadonlySet<string> = new Set(
  `
  abstract addendum address afterword annotation annotator annote archive archiveprefix archivelocation
  article assignee author authortype bookauthor bookpagination booksubtitle booktitle booktitleaddon
  chapter collaborator comment commentator copyright crossref
  date day dimensions doi
  edition editor editortype eid entryset entrysubtype eprint eprintclass eprinttype eventdate eventtitle
  eventtitleaddon execute
  file foreword
  gender groups
  holder howpublished hyphenation
  ids indexsorttitle indextitle institution interhash intrahash introduction isan isbn ismn isrn issn issue
  issuesubtitle issuetitle issuetitleaddon iswc
  journal journalsubtitle journaltitle journaltitleaddon
  key keyword keywords
  label langid langidopts language lccn library lista listb location
  mainsubtitle maintitle maintitleaddon month mrclass mrnumber mrreviewer
  nameaddon note notes number numpages
  options organization origdate origlanguage origlocation origpublisher origtitle owner
  pages pagetotal pagination part pdf pmcid pmid presort primaryclass priority publisher pubstate
  related relatedoptions relatedstring relatedtype reprinttitle review
  school scope series shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle
  sortkey sortname sortshorthand sorttitle sortyear source status subtitle
  timestamp title titleaddon translator type
  url urldate urlyear usera userb userc userd usere userf username
  venue verba verbb verbc version volume volumes
  xdata xref year zblnumber
  `
    .trim()
    .split(/\s+/u),
);

// A field that managers of references make up for themselves: "bdsk-url-1", "date-added", "x_color".
const MADE_UP = /[-_\d]/u;

// Shorter names have too many neighbours to call one a slip of another.
const SHORTEST = 4;

/** The known field that a field name is a slip of, `jurnal` of `journal`; `undefined` for known and for other names. */
export function fieldMeantBy(name: string): string | undefined {
  if (name.length < SHORTEST || MADE_UP.test(name) || knownFields.has(name)) return undefined;
  return suggest(name, knownFields, 1).find(meant => meant.length >= SHORTEST);
}
