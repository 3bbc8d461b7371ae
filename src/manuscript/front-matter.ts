import type {Root} from 'mdast';
import {isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar} from 'yaml';
import type {Diagnostic} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import type {Span} from '../text/span.ts';
import {suggest} from '../text/suggest.ts';
import {blankOut, findDeepNest} from './front-matter-nesting.ts';
import {findMisplacedFrontMatter} from './misplaced-front-matter.ts';
import {spanOfNode} from './node-span.ts';
import type {FrontMatter, IssuedDate} from './types.ts';

// The opening fence with its line end: "---\n".
const OPENING_FENCE = /^---[ \t]*(?:\r\n|\n|\r)/u;

// A block that begins as front matter does and, since no yaml node came of it, never ends: "---\ntitle: x".
const OPEN_BLOCK = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)[ \t]*[a-z]{2,20}:/u;

// "2003-11" or "2003-11-24".
const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u;

const CAPACITIES = ['organisation', 'individual', 'group'] as const;
const PARAGRAPHS = ['typed', 'automatic'] as const;
const CITATIONS = ['as-typed', 'linked', 'expanded'] as const;
const LIMITS = ['words', 'pages'] as const;
const YES_OR_NO = ['true', 'false'] as const;
// "yes", "off": what YAML once read as true or false, and does no more.
const OLD_YES_OR_NO = /^(?:yes|no|on|off|y|n)$/iu;
/** The heading of a list that the author only asks for. */
const WORKS_CITED = 'Works cited';

/** Every key that a manuscript may have in its front matter. */
export const frontMatterKeys: readonly string[] = [
  'title',
  'submitter',
  'capacity',
  'committee',
  'inquiry',
  'reference',
  'date',
  'profile',
  'language',
  'bibliography',
  'paragraphs',
  'citations',
  'note-pointers',
  'works-cited',
  'limits',
];

/**
 * Reads the YAML block at the head of a manuscript. Each fault — YAML that cannot be read, a key opcit does not know,
 * a value it cannot use — is a diagnostic at its own place; the rest of the block still counts.
 */
export function readFrontMatter(root: Root, source: SourceText, diagnostics: Diagnostic[]): FrontMatter {
  const node = root.children[0];
  if (node?.type !== 'yaml') {
    const open = OPEN_BLOCK.exec(source.text);
    const misplaced = open === null ? findMisplacedFrontMatter(root, source, frontMatterKeys) : undefined;
    if (open !== null) diagnostics.push(openBlock(source, open[0].indexOf('---')));
    if (misplaced !== undefined) diagnostics.push(misplaced);
    return noFrontMatter;
  }
  const span = spanOfNode(node);
  const fence = OPENING_FENCE.exec(source.text.slice(span.start))?.[0].length ?? 0;
  const reader = readValues(node.value, span.start + fence, source.path, diagnostics);
  return {
    span,
    title: reader.text('title'),
    submitter: reader.text('submitter'),
    capacity: reader.oneOf('capacity', CAPACITIES),
    committee: reader.text('committee'),
    inquiry: reader.text('inquiry'),
    reference: reader.text('reference'),
    date: reader.date('date'),
    profile: reader.text('profile'),
    language: reader.language('language'),
    bibliography: reader.paths('bibliography'),
    paragraphs: reader.oneOf('paragraphs', PARAGRAPHS) ?? 'typed',
    citations: reader.citations('citations') ?? 'as-typed',
    notePointers: reader.yesOrNo('note-pointers'),
    worksCited: reader.heading('works-cited', WORKS_CITED),
    limits: reader.limits('limits'),
    places: reader.places,
  };
}

/** Front matter that nothing closes is printed as text. */
function openBlock(source: SourceText, start: number): Diagnostic {
  return {
    code: 'front-matter-syntax',
    severity: 'error',
    path: source.path,
    span: {start, end: start + 3},
    message: 'Unexpected front matter without an end, expected a line `---` behind its last key',
    help: 'Close the front matter with a line of three hyphens; until then it is text.',
  };
}

const noFrontMatter: FrontMatter = {
  span: undefined,
  title: undefined,
  submitter: undefined,
  capacity: undefined,
  committee: undefined,
  inquiry: undefined,
  reference: undefined,
  date: undefined,
  profile: undefined,
  language: undefined,
  bibliography: undefined,
  paragraphs: 'typed',
  citations: 'as-typed',
  notePointers: undefined,
  worksCited: undefined,
  limits: {words: undefined, pages: undefined},
  places: new Map(),
};

interface ValueReader {
  readonly places: ReadonlyMap<string, Span>;
  text(key: string): string | undefined;
  /** Paths of files: none of them blank, each once. */
  paths(key: string): readonly string[] | undefined;
  oneOf<const Word extends string>(key: string, words: readonly Word[]): Word | undefined;
  date(key: string): IssuedDate | undefined;
  language(key: string): string | undefined;
  citations(key: string): string | undefined;
  yesOrNo(key: string): boolean | undefined;
  /** A heading: the usual one for `true`, none for `false`, or one of the author's own. */
  heading(key: string, usual: string): string | undefined;
  limits(key: string): FrontMatter['limits'];
}

/** @param offset where `yaml` begins in the manuscript, in UTF-16 code units */
function readValues(yaml: string, offset: number, path: string, diagnostics: Diagnostic[]): ValueReader {
  const nest = findDeepNest(yaml);
  const readable = nest === undefined ? yaml : blankOut(yaml, nest);
  const document = parseDocument(readable, {prettyErrors: false, uniqueKeys: true});
  const report = (
    code: string,
    span: Span,
    message: string,
    help: string,
    suggestions: readonly string[] = [],
  ) => {
    diagnostics.push({
      code,
      severity: 'error',
      path,
      span,
      message,
      help,
      ...(suggestions.length > 0 ? {suggestions} : {}),
    });
  };
  if (nest !== undefined) {
    report(
      'front-matter-syntax',
      {start: offset + nest.start, end: offset + lineEnd(yaml, nest.start)},
      'Unexpected lists within lists without end, expected a line of text or one list',
      'Take the brackets out, or put the value between double quotes.',
    );
  }
  const values = isMap(document.contents) ? document.contents.items.map(pair => spanOf(pair.value, 0)) : [];
  const lines = new Set<number>();
  for (const error of document.errors) {
    const [start, end] = error.pos;
    const place = placeOfError(yaml, {start, end: Math.max(end, start + 1)}, values);
    const line = lineStart(yaml, place.start);
    // One slip mostly gives several errors of the parser on its line.
    if (lines.has(line)) continue;
    lines.add(line);
    report(
      'front-matter-syntax',
      {start: offset + place.start, end: offset + place.end},
      `Unexpected front matter, expected YAML: ${lowerFirst(error.message)}`,
      'Write one `key: value` on each line; put a value with a colon or a hash in it between double quotes.',
    );
  }

  const pairs = new Map<string, Pair>();
  const places = new Map<string, Span>();
  const contents = document.contents;
  if (contents !== null && !isMap(contents) && document.errors.length === 0) {
    report(
      'front-matter-syntax',
      {start: offset, end: offset + yaml.length},
      'Unexpected front matter, expected one `key: value` on each line',
      'See the manual for the keys that a manuscript may have.',
    );
  }
  for (const pair of isMap(contents) ? contents.items : []) {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
    if (!frontMatterKeys.includes(key)) {
      const suggestions = suggest(key, frontMatterKeys);
      report(
        'front-matter-unknown-key',
        spanOf(pair.key, offset),
        `Unexpected front matter key \`${shorten(key)}\`, expected ${suggestions[0] === undefined ? 'a key that opcit knows' : `\`${suggestions[0]}\``}`,
        `The keys are ${frontMatterKeys.join(', ')}.`,
        suggestions,
      );
      continue;
    }
    pairs.set(key, pair);
    places.set(
      key,
      isScalar(pair.value) && pair.value.value === null
        ? spanOf(pair.key, offset)
        : spanOf(pair.value ?? pair.key, offset),
    );
  }

  /** What the parser makes of a value that it cannot read is no value of the author's. */
  const isUnread = (place: Span): boolean =>
    document.errors.some(({pos}) => offset + pos[0] <= place.end && offset + pos[1] >= place.start);

  const wrong = (
    key: string,
    typed: string,
    expected: string,
    help: string,
    suggestions?: readonly string[],
  ): undefined => {
    const place = places.get(key) ?? {start: offset, end: offset};
    if (isUnread(place)) return undefined;
    report(
      'front-matter-value',
      place,
      `Unexpected ${key} \`${typed}\`, expected ${expected}`,
      help,
      suggestions,
    );
    return undefined;
  };

  /** The value as the author typed it; a blank one is absent. */
  const text = (key: string): string | undefined => {
    const value = pairs.get(key)?.value;
    if (value === undefined || value === null) return undefined;
    if (!isScalar(value))
      return wrong(
        key,
        shorten(yamlOf(value, yaml)),
        'a line of text',
        `Write ${key}: and its text on one line.`,
      );
    return asTyped(value);
  };

  return {
    places,
    text,
    paths(key) {
      const value = pairs.get(key)?.value;
      if (value === undefined || value === null || (isScalar(value) && value.value === null))
        return undefined;
      const refuse = (item: unknown, message: string, help: string): readonly string[] => {
        const place = spanOf(item, offset);
        if (!isUnread(place)) report('front-matter-value', place, message, help);
        return [];
      };
      const seen = new Set<string>();
      return (isSeq(value) ? value.items : [value]).flatMap(item => {
        const typed = shorten(yamlOf(item, yaml));
        const expected = (what: string): string => `Unexpected ${key} \`${typed}\`, expected ${what}`;
        if (!isScalar(item)) return refuse(item, expected('a line of text'), `Write ${key}: [one, another].`);
        const path = asTyped(item);
        if (path === undefined)
          return refuse(item, expected('the path of a file'), 'Name a file, or take the value out.');
        const name = plainPath(path);
        if (seen.has(name))
          return refuse(
            item,
            `Unexpected second \`${typed}\`, expected each file once`,
            'Take one of the two out.',
          );
        seen.add(name);
        return [path];
      });
    },
    oneOf(key, words) {
      const typed = text(key);
      if (typed === undefined) return undefined;
      const word = words.find(one => one === typed);
      return word ?? wrong(key, typed, listed(words), `Write ${key}: ${words[0]}.`, suggest(typed, words));
    },
    date(key) {
      const typed = text(key);
      if (typed === undefined) return undefined;
      return (
        readDate(typed) ??
        wrong(key, typed, 'a date as YYYY-MM or YYYY-MM-DD', 'Write date: 2003-11 or date: 2003-11-24.')
      );
    },
    language(key) {
      const typed = text(key);
      if (typed === undefined) return undefined;
      try {
        return Intl.getCanonicalLocales(typed)[0];
      } catch {
        return wrong(key, typed, 'a language tag such as `en-GB`', 'Write language: en-GB.');
      }
    },
    citations(key) {
      const typed = text(key);
      if (typed === undefined || typed.startsWith('csl:')) return typed;
      const word = CITATIONS.find(one => one === typed);
      return (
        word ??
        wrong(
          key,
          typed,
          `${listed(CITATIONS)}, or \`csl:\` and a style`,
          'Write citations: as-typed.',
          suggest(typed, CITATIONS),
        )
      );
    },
    yesOrNo(key) {
      const typed = text(key);
      if (typed === undefined) return undefined;
      const word = YES_OR_NO.find(one => one === typed);
      if (word === undefined) return wrong(key, typed, listed(YES_OR_NO), `Write ${key}: true.`);
      return word === 'true';
    },
    heading(key, usual) {
      const typed = text(key);
      if (typed === undefined || typed === 'false') return undefined;
      if (typed === 'true') return usual;
      if (!OLD_YES_OR_NO.test(typed)) return typed;
      return wrong(key, typed, `${listed(YES_OR_NO)}, or a heading`, `Write ${key}: true.`);
    },
    limits(key) {
      const found = {words: undefined as number | undefined, pages: undefined as number | undefined};
      const value = pairs.get(key)?.value;
      if (value === undefined || value === null) return found;
      if (!isMap(value)) {
        wrong(
          key,
          shorten(yamlOf(value, yaml)),
          '`{words: 3000}` or `{pages: 8}`',
          'Write limits: {words: 3000}.',
        );
        return found;
      }
      for (const pair of value.items) {
        const name = String(isScalar(pair.key) ? pair.key.value : pair.key);
        const limit = LIMITS.find(one => one === name);
        const number = isScalar(pair.value) ? pair.value.value : undefined;
        if (limit === undefined) {
          report(
            'front-matter-unknown-key',
            spanOf(pair.key, offset),
            `Unexpected limit \`${name}\`, expected ${listed(LIMITS)}`,
            'Write limits: {words: 3000}.',
            suggest(name, LIMITS),
          );
        } else if (typeof number === 'number' && Number.isInteger(number) && number > 0) {
          found[limit] = number;
        } else {
          report(
            'front-matter-value',
            spanOf(pair.value ?? pair.key, offset),
            `Unexpected limit of ${name} \`${String(number)}\`, expected a whole number above 0`,
            `Write limits: {${name}: 3000}.`,
          );
        }
      }
      return found;
    },
  };
}

/** A path without the steps that lead nowhere: `./a.bib` and `x/../a.bib` are `a.bib`. */
function plainPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    const isBack = step === '..' && steps.length > 0 && steps.at(-1) !== '..';
    if (isBack) steps.pop();
    else steps.push(step);
  }
  return (path.startsWith('/') ? '/' : '') + steps.join('/');
}

/** A calendar date; a month or day that no calendar has is none. */
function readDate(typed: string): IssuedDate | undefined {
  const match = DATE.exec(typed);
  if (match === null) return undefined;
  const [year, month] = [Number(match[1]), Number(match[2])];
  const day = match[3] === undefined ? undefined : Number(match[3]);
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === (day ?? 1) && year > 0;
  return exists ? {year, month, day} : undefined;
}

function asTyped(scalar: Scalar): string | undefined {
  if (scalar.value === null || scalar.value === undefined) return undefined;
  const typed = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
  return typed.trim() === '' ? undefined : typed.trim();
}

/**
 * Where a fault of the YAML is shown. One that only shows on a later line, such as a quote or a bracket never closed, is
 * marked at the value that it belongs to; one at a line end on the line before it.
 */
function placeOfError(yaml: string, {start, end}: Span, values: readonly Span[]): Span {
  const value = values.find(one => one.start < start && start <= one.end);
  if (value !== undefined && lineStart(yaml, value.start) < lineStart(yaml, start)) {
    return {start: value.start, end: lineEnd(yaml, value.start)};
  }
  if (yaml.slice(start, end).trim() !== '') return {start, end: Math.min(end, lineEnd(yaml, start))};
  const before = yaml.slice(0, start).trimEnd();
  return {start: lineStart(yaml, before.length), end: before.length};
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function lineEnd(text: string, at: number): number {
  const length = text.slice(at).search(/[\r\n]/u);
  return length < 0 ? text.length : at + length;
}

function spanOf(node: unknown, offset: number): Span {
  const range = (node as {range?: readonly [number, number, number] | null} | null)?.range;
  return {start: offset + (range?.[0] ?? 0), end: offset + (range?.[1] ?? 0)};
}

function yamlOf(node: unknown, yaml: string): string {
  const {start, end} = spanOf(node, 0);
  return yaml.slice(start, end);
}

function listed(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(' or ');
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
