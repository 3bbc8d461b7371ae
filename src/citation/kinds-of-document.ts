/**
 * Words that tell a work from another document of the same author or about it. One that stands beside a name or a title,
 * and that the entry does not have, speaks of a document of its own: a press release, a reply, an executive summary.
 */

/** Documents about a work, and documents of an author that are not the work; wherever they stand outside a title. */
const DOCUMENTS: readonly string[] = [
  'review',
  'response',
  'repl(?:y|ie)',
  'rejoinder',
  'commentary',
  'critique',
  'summary',
  'translation',
  'introduction',
  'foreword',
  'preface',
  'afterword',
  'obituary',
  'interview',
  'letter',
  'submission',
  'testimony',
  'speech',
  'lecture',
  'memorandum',
  'minutes',
  'press release',
  'news release',
  'communication',
  'conversation',
  'correspondence',
  'email',
  'e-mail',
  'survey',
  'fieldwork',
  'field notes',
  'consultation',
  'dataset',
  'website',
  'blog',
  'tweet',
  'explanatory notes',
  'impact assessment',
  'second reading',
  'third reading',
  'hc deb',
  'hl deb',
  'debates on',
  'regulations under',
  'order under',
  'orders under',
  'uncorrected transcript',
];

/** Nouns that are a document of their own only where somebody gave it: "evidence submitted by". */
const GIVEN_DOCUMENTS: readonly string[] = ['evidence', 'statement', 'information'];
const GIVEN_BY: readonly string[] = ['submitted', 'given', 'supplied', 'by', 'from', 'of', 'to'];

// "press release", "reply", "evidence submitted"; of a text in lower case.
const DOCUMENT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${DOCUMENTS.join('|')})(?:e?s)?|(?:objections|amendments) to|appraisal of|revised|(?:${GIVEN_DOCUMENTS.join('|')})\\s(?:${GIVEN_BY.join('|')}))(?![\\p{L}\\p{N}])`,
  'gu',
);

// What an author says of a quotation: "Ames (1991), own translation".
const OF_THE_AUTHOR = /\b(?:own|my|our|author['’]?s)\stranslation\b/gu;

/** The documents named in a text, each in lower case as it stands there. */
export function documentsIn(text: string): readonly string[] {
  return [...text.toLowerCase().replace(OF_THE_AUTHOR, '').matchAll(DOCUMENT)].map(([found]) => found);
}

// Documents beside the work, behind its title: "(consultation draft)", ", press release". In lower case as typed: "Rural Review" is
// a journal.
const BEHIND =
  /(?<![\p{L}\p{N}])(?:press release|news release|press notice|consultation (?:draft|paper)|draft|easy read|evidence base|impact assessment|launch event|blog|tweet|presentation|slides|background paper|(?:methodology|technical|briefing|explanatory) notes?|updated|response|reply|leaflet|poster|(?:PhD|MA|MSc|doctoral) thesis|[A-Z]?[a-z]+ translation|film|podcast)(?![\p{L}\p{N}])/gu;
// The same in any letters, where nothing else is called so.
const BEHIND_IN_CAPITALS =
  /(?<!\p{L})(?:explanatory notes|impact assessment|second reading|third reading|(?:hc|hl) deb|press release|consultation draft|regulatory impact)(?!\p{L})/gu;

/** The documents beside a work that the text behind its title names. */
export function documentsBehind(text: string): readonly string[] {
  return [...text.matchAll(BEHIND), ...text.toLowerCase().matchAll(BEHIND_IN_CAPITALS)].map(
    ([found]) => found,
  );
}

/** Parts of a work that are published apart, at the beginning of what follows its title: "executive summary", "annex". */
const PART =
  // "Technical annex", "Government response to", "an addendum"
  /^(?:(?:an?|the|executive|technical|statistical|methodological|government|supplementary|interim)\s){0,2}(?:summary|annex|annexe|appendix|supplement|addendum|erratum|corrigendum|response|reply|rejoinder|review (?:of|by)|comment(?:ary)? (?:on|by)|companion|workbook|abstract)(?![\p{L}])/u;

/** Whether the text behind a title names a part of the work or a reply to it. */
export function namesPart(text: string): boolean {
  return PART.test(text.toLowerCase());
}

/** Stems of the verbs with which a sentence goes on after "Field (1989)", and the small words that may stand there. */
const GOES_ON: ReadonlySet<string> = new Set(
  (
    'also who which that whose where and but though although as while has had have is was were are does did do can could may ' +
    'might must would will should both first then there here it they he she this these those too again'
  ).split(' '),
);
const VERB =
  // "argues", "has shown", "summarised"
  /^(?:argu|show|found|find|not|suggest|report|estimat|claim|stat|demonstrat|describ|discuss|conclud|explain|observ|point|propos|provid|writ|wrote|offer|giv|gave|set|summari|criticis|defin|use|identif|document|examin|explor|analys|calculat|consider|put|mak|made|call|cit|quot|refer|cover|trac|outlin|present|develop|record|remark|maintain|believ|contend|assert|agree|disagree|disput|challeng|confirm|support|question|add|illustrat|highlight|emphas|stress|recogni|warn|recommend|list|detail|map|look|deal|draw|see|saw|tak|took|reach|speak|spoke|hold|held|say|said)(?:s|es|ed|d|ing|e|es|ises|ised|ise|y|ies|ied|n|ten|ts|t)?$/u;
const ADVERB = /ly$/u;

/** Whether a word is a verb as sentences about an author have it: "argues", "notes". */
export function isPresentVerb(folded: string): boolean {
  return folded.endsWith('s') && VERB.test(folded);
}

/** Whether a word after a name and a year goes on with a sentence, and is not the beginning of a title. */
export function goesOnAsProse(folded: string): boolean {
  return GOES_ON.has(folded) || VERB.test(folded) || ADVERB.test(folded);
}

// "Donoghue v Stevenson", "R (Miller) v Prime Minister"
const CASE = /\p{L}[\p{L}).]*\sv\.?\s(?:\p{Lu}|the\s)/u;
// "Immigration Act 1971", "the Housing Order 1988"; in capitals, as they are cited
const STATUTE =
  /\b(?:Act|Bill|Regulations?|Order|Rules|Convention|Directive)\b[^.;]{0,30}\b(?:1[2-9]|20)\d\d\b/u;

/** Whether a text cites a case or an Act, which no person wrote. */
export function citesLaw(text: string): boolean {
  return CASE.test(text) || STATUTE.test(text);
}
