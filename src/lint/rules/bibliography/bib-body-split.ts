import type {Entry} from '../../../bibliography/types.ts';
import {slice} from '../../../text/span.ts';
import {inLowerCase} from '../../../text/words.ts';
import {isBroken} from '../../broken-entry.ts';
import {quote} from '../../quote.ts';
import {defineRule, type Finding, type Rule} from '../../rule.ts';

// Fields in which "and" parts one name from the next.
const NAME_FIELDS = ['author', 'editor', 'translator'];
// Fields in which it parts one body from the next, to BibLaTeX and to programs that read it.
const BODY_FIELDS = ['institution', 'organization', 'publisher', 'school'];

// A word that a publisher of its own has in its name: "Clarendon Press and Brill Publishers" are two.
const HOUSE_WORD =
  /(?<!\p{L})(?:books|editions?|éditions|press|publi(?:cations|shers?|shing)|verlag)(?!\p{L})/u;
// A word that only a body has in its name: "Department of Health and Social Care".
const BODY_WORD =
  /(?<!\p{L})(?:agency|association|authority|bank|board|bureau|cent(?:er|re)|college|commission|committee|council|department|directorate|federation|foundation|fund|institut(?:e|ion)|ministry|office|organi[sz]ation|parliament|secretariat|service|society|trust|union|university)(?!\p{L})/u;

export const bibBodySplit: Rule = defineRule({
  code: 'bib-body-split',
  group: 'bibliography',
  severity: 'warning',
  fixes: 'review',
  docs: {
    what: 'Finds a body with “and” in its name that stands without braces of its own, as an author or editor or as an institution, organization, school or publisher: `author = {Department of Health and Social Care}`. Bodies that each bear a body’s or a publisher’s name of their own are two.',
    why: 'To BibTeX “and” parts two authors, so the entry has a Department of Health and a Social Care. BibLaTeX and the programs that read it part publishers and institutions too; opcit prints those whole.',
    instead:
      'Put the whole name into a second pair of braces: `author = {{Department of Health and Social Care}}`.',
    convention:
      'Names are parted by “and” outside braces (Patashnik, *BibTeXing*, 1988; the BibLaTeX manual on name lists).',
  },
  *check({bibliography, reading}) {
    const textAt = new Map(bibliography.sources.map(({path, text}) => [path, text]));
    for (const record of bibliography.records.ofKind(({hasPlainNames}) => hasPlainNames)) {
      if (isBroken(record, reading)) continue;
      const entry = bibliography.byKey.get(record.key);
      if (entry !== undefined) yield* checkEntry(entry, textAt.get(entry.path) ?? '');
    }
  },
});

function* checkEntry({fields, path}: Entry, text: string): Generator<Finding> {
  for (const name of [...NAME_FIELDS, ...BODY_FIELDS]) {
    const field = fields.get(name);
    const inside =
      field === undefined ? undefined : INSIDE.exec(slice(text, field.valueSpan))?.groups?.['names'];
    if (field === undefined || inside === undefined || !isSplitBody(inside, name)) continue;
    const span = {start: field.valueSpan.start + 1, end: field.valueSpan.end - 1};
    yield {
      path,
      span,
      message: `Unexpected ${name} ${quote(inside)} without braces of its own, expected ${quote(`{${inside.trim()}}`)}`,
      help: 'If it is one body, put its name into a second pair of braces; if there are several, each of them.',
      fix: {
        title: 'Put the name into braces',
        applicability: 'review',
        edits: [{span, insert: `{${inside.trim()}}`}],
      },
    };
  }
}

// A value in one pair of braces or quotes, with no braces in it: "{Ministry of Food and Farming}".
const INSIDE = /^[{"](?<names>[^{}"]{1,300})[}"]$/u;

/** One body read as several: no piece is a name with a comma, one has a body's word, and one has none. */
function isSplitBody(names: string, field: string): boolean {
  const isListOfBodies = BODY_FIELDS.includes(field);
  if (!isListOfBodies && names.includes(',')) return false;
  const pieces = inLowerCase(names)
    .split(/\s+and\s+/u)
    .map(piece => piece.trim());
  if (pieces.length < 2 || OTHERS.test(pieces.at(-1) ?? '')) return false;
  const bodies = pieces.filter(piece => BODY_WORD.test(piece) || (isListOfBodies && HOUSE_WORD.test(piece)));
  return bodies.length < pieces.length && (isListOfBodies || bodies.length > 0);
}

const OTHERS = /^(?:others|et al\.?)$/u;
