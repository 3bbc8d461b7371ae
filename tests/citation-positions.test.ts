import {createRequire} from 'node:module';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {localeOf, styleOf, writeCited} from './helpers/styled-build.ts';

/**
 * The positions of cites — first, ibid, ibid with a locator, subsequent, near — and the number of the first note, as opcit
 * has them written, against citeproc fed by hand: each cite of the document appended one by one, typed ones among them, and
 * against the definitions of CSL 1.0.2 ("Choose", position), read anew here.
 */

const NEAR = 3;

/** A style that prints nothing but what it knows of a cite. */
const TELLING = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>Telling</title><id>telling</id><updated>2026-11-24T00:00:00+00:00</updated></info>
<macro name="where"><group delimiter="">
<text variable="title"/>
<text variable="first-reference-note-number" prefix=" since "/>
<choose><if position="near-note"><text value=" near"/></if></choose>
<text variable="locator" prefix=" at "/></group></macro>
<citation near-note-distance="${NEAR}"><layout delimiter=" + "><group delimiter=" ">
<choose>
<if position="first"><text value="first"/></if>
<else-if position="ibid-with-locator"><text value="ibid-with-locator"/></else-if>
<else-if position="ibid"><text value="ibid"/></else-if>
<else-if position="subsequent"><text value="subsequent"/></else-if>
</choose><text macro="where"/></group></layout></citation></style>`;

const WORKS = [
  {key: 'alder2001', title: 'Red Cedars', name: 'Alder', initials: 'A', year: 2001},
  {key: 'birch1998', title: 'Silver Bark', name: 'Birch', initials: 'B', year: 1998},
  {key: 'hazel2003', title: 'Coppice and Copse', name: 'Hazel', initials: 'H', year: 2003},
] as const;
type Work = (typeof WORKS)[number];

const BIBLIOGRAPHY = WORKS.map(
  ({key, title, name, initials, year}) =>
    `@book{${key}, author = {${name}, ${initials}}, title = {${title}}, publisher = {Osier Press}, year = ${year}}\n`,
).join('');

interface Item {
  readonly work: Work;
  readonly page: number | undefined;
}

/** What stands in one place of the document. */
type Part =
  | {readonly kind: 'keys-in-note' | 'keys-in-text'; readonly items: readonly Item[]}
  | {readonly kind: 'typed'; readonly item: Item}
  | {readonly kind: 'two-groups'; readonly items: readonly [Item, Item]}
  | {readonly kind: 'typed-then-key'; readonly items: readonly [Item, Item]}
  | {readonly kind: 'comment'};

const item: fc.Arbitrary<Item> = fc.record({
  work: fc.constantFrom(...WORKS),
  page: fc.option(fc.integer({min: 1, max: 3}), {nil: undefined}),
});
const items = fc.array(item, {minLength: 1, maxLength: 2});
const pairOfItems = fc.tuple(item, item);
const part: fc.Arbitrary<Part> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({kind: fc.constantFrom('keys-in-note' as const, 'keys-in-text' as const), items}),
  },
  {weight: 3, arbitrary: fc.record({kind: fc.constant('typed' as const), item})},
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('two-groups' as const, 'typed-then-key' as const),
      items: pairOfItems,
    }),
  },
  {weight: 1, arbitrary: fc.constant({kind: 'comment' as const})},
);
const documents = fc.array(part, {minLength: 2, maxLength: 14});

/** Groups of cites as they stand in notes: in which one, which items, and whether keys were typed. */
interface Group {
  readonly note: number;
  readonly items: readonly Item[];
  readonly isKeyed: boolean;
}

function groupsOf(parts: readonly Part[]): readonly Group[] {
  return parts.flatMap((one, index): readonly Group[] => {
    const note = index + 1;
    switch (one.kind) {
      case 'comment':
        return [];
      case 'typed':
        return [{note, items: [one.item], isKeyed: false}];
      case 'two-groups':
        return one.items.map(each => ({note, items: [each], isKeyed: true}));
      case 'typed-then-key':
        return one.items.map((each, at) => ({note, items: [each], isKeyed: at === 1}));
      default:
        return [{note, items: one.items, isKeyed: true}];
    }
  });
}

/** The document as Markdown: each part a paragraph with its note. */
function writeDocument(parts: readonly Part[]): string {
  const seen = new Set<Work>();
  const typed = ({work, page}: Item): string => {
    const place = page === undefined ? '' : `, p ${page}`;
    const {name, initials, year, title} = work;
    if (seen.has(work)) return `${name}, ${initials} (${year}) op cit${place}`;
    seen.add(work);
    return `${name}, ${initials} (${year}) *${title}*, Osier Press${place}`;
  };
  const keys = (of: readonly Item[]): string =>
    `[${of.map(({work, page}) => `@${work.key}${page === undefined ? '' : `, p. ${page}`}`).join('; ')}]`;
  const see = (of: readonly Item[]): string => {
    const text = keys(of);
    // A short form may lean on a work that a key has cited.
    for (const {work} of of) seen.add(work);
    return text;
  };
  const paragraphs: string[] = [];
  const notes: string[] = [];
  parts.forEach((one, index) => {
    if (one.kind === 'keys-in-text') {
      paragraphs.push(`${index + 1}. The claim ${see(one.items)}.`);
      return;
    }
    paragraphs.push(`${index + 1}. The claim.[^n${index + 1}]`);
    const note =
      one.kind === 'comment'
        ? 'We are grateful to the staff for their help with all of this.'
        : one.kind === 'typed'
          ? typed(one.item)
          : one.kind === 'two-groups'
            ? `${see([one.items[0]])}; ${see([one.items[1]])}`
            : one.kind === 'typed-then-key'
              ? `${typed(one.items[0])}; ${see([one.items[1]])}`
              : see(one.items);
    notes.push(`[^n${index + 1}]: ${note}`);
  });
  return [...paragraphs, ...notes].join('\n\n');
}

/** What opcit writes for the groups of keys, in order. */
async function writtenByOpcit(parts: readonly Part[]): Promise<readonly string[]> {
  const written = await writeCited({
    text: writeDocument(parts),
    citations: 'csl:own.csl',
    style: styleOf(TELLING),
    bibliography: BIBLIOGRAPHY,
  });
  const notes = new Map(
    [...written.matchAll(/^\[\^(\d+)\]: (.*)$/gmu)].map(([, number, text = '']) => [Number(number), text]),
  );
  return parts.flatMap((one, index) => {
    const text = notes.get(index + 1) ?? 'no note';
    if (one.kind === 'comment' || one.kind === 'typed') return [];
    if (one.kind === 'two-groups') return text.split('; ');
    return one.kind === 'typed-then-key' ? [text.split('; ').at(-1) ?? ''] : [text];
  });
}

interface Engine {
  updateItems(ids: readonly string[]): void;
  processCitationCluster(
    citation: object,
    before: readonly (readonly [string, number])[],
    after: readonly never[],
  ): readonly [unknown, readonly (readonly [number, string, string])[]];
}

/** What citeproc writes for them when it is told of one cite after the other. */
function writtenByCiteproc(groups: readonly Group[]): readonly string[] {
  const {Engine}: {Engine: new (...values: readonly unknown[]) => Engine} = createRequire(import.meta.url)(
    'citeproc',
  );
  const system = {
    retrieveLocale: localeOf,
    retrieveItem: (id: string) => {
      const work = WORKS.find(({key}) => key === id);
      return {id, type: 'book', title: work?.title, author: [{family: work?.name, given: work?.initials}]};
    },
  };
  const engine = new Engine(system, TELLING, 'en-GB', true);
  engine.updateItems(WORKS.map(({key}) => key));
  const before: [string, number][] = [];
  const texts: string[] = [];
  for (const [at, {note, items: cited}] of groups.entries()) {
    const citationItems = cited.map(({work, page}) => ({
      id: work.key,
      ...(page === undefined ? {} : {label: 'page', locator: String(page)}),
    }));
    const [, changed] = engine.processCitationCluster(
      {citationID: `c${at}`, citationItems, properties: {noteIndex: note}},
      before,
      [],
    );
    for (const [index, text] of changed) texts[index] = text;
    before.push([`c${at}`, note]);
  }
  return groups.flatMap(({isKeyed}, at) => (isKeyed ? [texts[at] ?? ''] : []));
}

/** What CSL 1.0.2 says for them, for groups of one work. */
function definedByCsl(groups: readonly Group[]): readonly string[] {
  const firstNote = new Map<Work, number>();
  const lastNote = new Map<Work, number>();
  return groups.flatMap(({note, items: cited, isKeyed}, at) => {
    const [here] = cited;
    if (here === undefined) return [];
    const before = groups[at - 1];
    const previous = before?.items[0];
    const isAloneThere = groups.filter(one => one.note === before?.note).length === 1;
    const isNext = before?.note === note || (before?.note === note - 1 && isAloneThere);
    const isSame = isNext && previous?.work === here.work;
    const hasLostLocator = previous?.page !== undefined && here.page === undefined;
    const first = firstNote.get(here.work);
    const position =
      first === undefined
        ? 'first'
        : !isSame || hasLostLocator
          ? 'subsequent'
          : previous?.page === here.page
            ? 'ibid'
            : 'ibid-with-locator';
    const isNear = first !== undefined && note - (lastNote.get(here.work) ?? 0) <= NEAR;
    firstNote.set(here.work, first ?? note);
    lastNote.set(here.work, note);
    if (!isKeyed) return [];
    const since = first === undefined || first === note ? '' : ` since ${first}`;
    return [
      `${position} ${here.work.title}${since}${isNear ? ' near' : ''}${here.page === undefined ? '' : ` at ${here.page}`}`,
    ];
  });
}

describe('positions of cites in notes', () => {
  it('are those of citeproc, told of each cite one by one', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async parts => {
        expect(await writtenByOpcit(parts)).toEqual(writtenByCiteproc(groupsOf(parts)));
      }),
      {numRuns: 200},
    );
  });

  it('are those that CSL defines, where each group names one work', async () => {
    const single = documents.map(parts =>
      parts.map(one =>
        'items' in one && one.items.length === 2 && one.kind.startsWith('keys')
          ? {...one, items: one.items.slice(0, 1)}
          : one,
      ),
    );
    await fc.assert(
      fc.asyncProperty(single as fc.Arbitrary<readonly Part[]>, async parts => {
        expect(await writtenByOpcit(parts)).toEqual(definedByCsl(groupsOf(parts)));
      }),
      {numRuns: 100},
    );
  });

  it('tell all of them apart', async () => {
    const [alder, birch] = WORKS;
    const note = (work: Work, page?: number): Part => ({kind: 'keys-in-note', items: [{work, page}]});
    const parts: readonly Part[] = [
      {kind: 'typed', item: {work: alder, page: undefined}},
      note(alder),
      {kind: 'comment'},
      note(alder, 2),
      note(alder, 3),
      note(birch),
      {kind: 'comment'},
      {kind: 'comment'},
      note(alder),
      {kind: 'typed', item: {work: birch, page: 4}},
      note(birch, 4),
    ];

    expect(await writtenByOpcit(parts)).toEqual([
      'ibid Red Cedars since 1 near',
      'subsequent Red Cedars since 1 near at 2',
      'ibid-with-locator Red Cedars since 1 near at 3',
      'first Silver Bark',
      'subsequent Red Cedars since 1',
      'ibid Silver Bark since 6 near at 4',
    ]);
  });
});
