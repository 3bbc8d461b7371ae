import {type CslItem, OTHERS} from '../../bibliography/csl-item.ts';
import type {Cluster} from './clusters.ts';
import {readMarkup} from './markup.ts';
import type {Style} from './read-style.ts';
import type {StyledText} from './types.ts';

/** What a style makes of the cites of a document. */
export interface Processed {
  /** The words of each cluster that has a group, by its place in the list. */
  readonly texts: ReadonlyMap<number, StyledText>;
  /** The list of works; `undefined` where the style has none. */
  readonly works: readonly StyledText[] | undefined;
}

/** Cites and works for a style. */
export interface ProcessorInput {
  readonly clusters: readonly Cluster[];
  /** Cites that stand alone, each given in full, such as those under a box. */
  readonly alone: readonly Cluster[];
  readonly items: ReadonlyMap<string, CslItem>;
  /** The works of the list. */
  readonly listed: readonly string[];
}

/** What a style makes of the cites of a document, the cites that stand alone in `aloneTexts`. */
export interface ProcessedAll extends Processed {
  readonly aloneTexts: readonly StyledText[];
}

/**
 * Lets citeproc write the cites of a document: one engine, and its state built once for all of them, since each call for one
 * cite alone would build it anew. Typed cites are in the list as well, so that positions and note numbers are true; one
 * whose work is not settled stands there as a work that nobody cites.
 *
 * citeproc is loaded here and nowhere else.
 *
 * @throws NothingPrinted for a cite of which nothing would be read
 * @throws Error for a style that it cannot read
 */
export async function processCites(style: Style, input: ProcessorInput): Promise<ProcessedAll> {
  const engine = await startEngine(style, input.items);
  const toItem = (item: Cluster['items'][number]): CiteItem => toCiteItem(item, style.kind);
  const citations = input.clusters.map((cluster, at) => toCitation(cluster, at, toItem));
  // A list of all works and of those that stand alone, so that names and years are told apart in the whole document
  const uncited = [
    ...new Set([...input.listed, ...input.alone.flatMap(({items}) => items.map(({key}) => key))]),
  ];
  const written = engine.rebuildProcessorState(citations, 'html', uncited);
  const read = (html: string): StyledText =>
    readMarkup(withOthers(html.replace(YEAR_TWICE, '$1'), engine.getTerm('et-al')));
  const texts = new Map<number, StyledText>();
  for (const [at, {group, items}] of input.clusters.entries()) {
    const html = written[at]?.[2];
    if (group !== undefined && html !== undefined) texts.set(at, readPrinted(html, items, read));
  }
  engine.setOutputFormat('html');
  const aloneTexts = input.alone.map(({items}) =>
    readPrinted(engine.makeCitationCluster(items.map(toItem)), items, read),
  );
  return {texts, aloneTexts, works: listWorks(engine, new Set(input.listed), read)};
}

/** The little of citeproc that is used here. */
interface Engine {
  rebuildProcessorState(
    citations: readonly Citation[],
    mode: 'html',
    uncited: readonly string[],
  ): readonly (readonly [string, number, string] | undefined)[];
  makeCitationCluster(items: readonly CiteItem[]): string;
  makeBibliography():
    | false
    | readonly [{readonly entry_ids: readonly (readonly string[])[]}, readonly string[]];
  setOutputFormat(mode: 'html'): void;
  getTerm(term: string): string;
}

interface Processor {
  debug: (message: string) => void;
  readonly Engine: new (
    system: {
      retrieveLocale(tag: string): string;
      retrieveItem(id: string): unknown;
    },
    xml: string,
    language: string,
    isForced: boolean,
  ) => Engine;
}

interface Citation {
  readonly citationID: string;
  readonly citationItems: readonly CiteItem[];
  readonly properties: {readonly noteIndex: number; readonly mode?: 'composite'; readonly unsorted?: true};
}

interface CiteItem {
  readonly id: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly label?: string;
  readonly locator?: string;
  readonly 'suppress-author'?: true;
}

/** A style has no words for a work: no names, no title and no year that it asks for. */
export class NothingPrinted extends Error {
  /** The keys of the cite. */
  readonly keys: readonly string[];

  constructor(keys: readonly string[]) {
    super(`nothing is printed for ${keys.join(', ')}`);
    this.keys = keys;
  }
}

// ", and others": the joint before the name that stands for others, however the style joins names.
const JOINT_AND_OTHERS = new RegExp(
  `(?:,?\\s(?:and|&amp;|&#38;|&)\\s|,\\s|\\s)?${OTHERS}(?<stop>\\.?)`,
  'gu',
);

/** Puts the style's own words for "et al" in the place of the name that stands for them. */
function withOthers(html: string, term: string): string {
  return html.replace(JOINT_AND_OTHERS, (_, stop: string) => ` ${term}${term.endsWith('.') ? '' : stop}`);
}

// "Localism Act 2011 2011": the year of a law that has it in its title, and again
const YEAR_TWICE = /(?<!\d)((?:1[5-9]|20)\d\d) \1(?!\d)/gu;

// What citeproc prints for such a work: "[CSL STYLE ERROR: reference with no printed form.]", "[NO_PRINTED_FORM]"
const NO_FORM = /\[CSL STYLE ERROR|\[NO_PRINTED_FORM\]/u;

function readPrinted(html: string, items: Cluster['items'], read: (html: string) => StyledText): StyledText {
  const text = read(html);
  if (text.length === 0 || NO_FORM.test(html)) throw new NothingPrinted(items.map(({key}) => key));
  return text;
}

/** The words of British English; a style in another language is written with them as well. */
const LANGUAGE = 'en-GB';
/** What an id begins with that stands for no work of the bibliography; no key begins with a space. */
const NOBODY = ' unsettled ';

async function startEngine({xml, locales}: Style, items: ReadonlyMap<string, CslItem>): Promise<Engine> {
  // citeproc comes without types
  const module: {readonly default: Processor} = await import('citeproc' as string);
  const processor = module.default;
  // It tells the terminal of what it leaves out.
  processor.debug = () => {};
  const british = locales.get(LANGUAGE) ?? '';
  const system = {
    retrieveLocale: (tag: string) => locales.get(tag) ?? british,
    // It changes what it is given.
    retrieveItem: (id: string) => structuredClone(items.get(id)) ?? {id, type: 'document', title: id},
  };
  return new processor.Engine(system, xml, LANGUAGE, true);
}

function toCitation(
  {items, note, group}: Cluster,
  at: number,
  toItem: (item: Cluster['items'][number]) => CiteItem,
): Citation {
  const isComposite = group?.isInSentence === true && note === 0;
  // "see Hazel; Alder": words around a work belong to the place that the author gave it
  const isOrdered = items.some(({prefix, suffix}) => prefix !== '' || suffix !== '');
  return {
    citationID: `cite-${at}`,
    citationItems: items.length === 0 ? [{id: `${NOBODY}${at}`}] : items.map(toItem),
    properties: {
      noteIndex: note,
      ...(isComposite ? {mode: 'composite' as const} : {}),
      ...(isOrdered ? {unsorted: true as const} : {}),
    },
  };
}

/** A note without its author would be no reference any more: `-@key` counts in the text alone. */
function toCiteItem(
  {key, prefix, suffix, locator, isWithoutAuthor}: Cluster['items'][number],
  kind: Style['kind'],
): CiteItem {
  return {
    id: key,
    ...(prefix === '' ? {} : {prefix}),
    ...(suffix === '' ? {} : {suffix}),
    ...locator,
    ...(isWithoutAuthor && kind === 'in-text' ? {'suppress-author': true} : {}),
  };
}

function listWorks(
  engine: Engine,
  listed: ReadonlySet<string>,
  read: (html: string) => StyledText,
): readonly StyledText[] | undefined {
  if (listed.size === 0) return [];
  const made = engine.makeBibliography();
  if (made === false) return undefined;
  const [{entry_ids: ids}, entries] = made;
  return entries.filter((_, at) => ids[at]?.some(id => listed.has(id))).map(read);
}
