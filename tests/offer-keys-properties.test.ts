import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import {keepMeaning} from '../src/citation/keep-meaning.ts';
import {type KeyOffer, offerKeys} from '../src/citation/offer-keys.ts';
import {resolveCitations} from '../src/citation/resolve.ts';
import type {CitingSubject} from '../src/citation/styles/types.ts';
import type {Resolution} from '../src/citation/types.ts';
import {parseManuscript} from '../src/manuscript/parse.ts';
import {slice} from '../src/text/span.ts';
import {styleOf, WORKS} from './helpers/styled-build.ts';

// Neighbours by name and by year, so that a change of words may change a meaning.
const MORE = `
@book{alder2001b, author = {Alder, Ann}, title = {Dry Needles}, year = 2001}
@book{alder1990, author = {Alder, Ann and Birch, Bo}, title = {Two Trunks}, year = 1990}
@report{doh2005, author = {{Department of Health}}, title = {Wards and Wells}, year = 2005}
`;
const bibliography = parseBibliography([{path: 'references.bib', text: WORKS + MORE}]).value;
const STYLE = styleOf(
  readFileSync(new URL('../src/citation/styles/csl/oscola.csl', import.meta.url), 'utf8'),
);

const reference = fc.constantFrom(
  'Alder, A (2001) *Red Cedars: A History*, Osier Press, Bristol',
  'Alder, A (2001a) *Red Cedars*',
  'Alder, A (2001b) *Dry Needles*',
  'Alder, A and B Birch (1990) *Two Trunks*, 2nd edn',
  'Birch, B and E Elm (1998) ‘Silver Bark’, *Woodland* 4:2, pp 11–30',
  'Department of Health (2005) **Wards and Wells** (hereinafter Wells Report)',
  'Hazel, H (2003) _Coppice and Copse_',
  'Nobody, N (1977) *A Work that No Entry Has*',
  'Alder (2001) op cit',
  'Alder, *Dry Needles*, *op. cit.*',
  'Alder and Birch, op. cit.',
  'Birch et al (1998)',
  'the Department of Health, op cit',
  'Wells Report',
  'Hazel, loc cit',
  'n 2 above',
  'Hazel (n 1)',
  '*Ibid*',
  'ibid.',
  'idem',
  '[@hazel2003]',
  '[see @birch1998, p. 2]',
  '@rowan2010 [p. 5]',
);
const place = fc.constantFrom('', '', ', p 4', ', pp 12–14', ', para 7', ', ch 3, p 9', ', box 2');
const cite = fc
  .tuple(fc.constantFrom('', '', 'see ', 'as is said of towns in ', 'cf '), reference, place)
  .map(parts => parts.join(''));
const note = fc.oneof(
  {weight: 6, arbitrary: fc.tuple(cite, fc.constantFrom('', '.')).map(parts => parts.join(''))},
  {
    weight: 2,
    arbitrary: fc
      .tuple(cite, fc.constantFrom('; ', '; see also ', ' and '), cite)
      .map(parts => parts.join('')),
  },
  {weight: 1, arbitrary: cite.map(one => `${one} – add more refs?`)},
  {weight: 1, arbitrary: cite.map(one => `(${one})`)},
  {weight: 1, arbitrary: fc.constantFrom('add refs', 'All prices are those of the time.', 'PQ 12345')},
);

/** A small manuscript as it may be on disk. */
const manuscripts: fc.Arbitrary<string> = fc
  .record({
    notes: fc.array(note, {minLength: 1, maxLength: 9}),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\uFEFF'),
  })
  .map(({notes, lineEnd, mark}) => {
    const head = ['---', 'citations: csl:oscola', '---'].join('\n');
    const text = notes.map((_, at) => `A claim.[^${at + 1}]`).join(' ');
    const definitions = notes.map((typed, at) => `[^${at + 1}]: ${typed}`);
    return mark + [head, `1. ${text}`, ...definitions, ''].join('\n\n').replaceAll('\n', lineEnd);
  });

/** A manuscript, and some of the keys that are offered for it. */
const choices = manuscripts.chain(text => {
  const subject = read(text);
  const {offers} = offerKeys(subject, STYLE);
  return fc.record({
    subject: fc.constant(subject),
    offers: fc.oneof(fc.constant(offers), fc.subarray([...offers])),
  });
});

describe('keys in the place of typed references', () => {
  it('leave every cite its meaning', () => {
    let keys = 0;
    fc.assert(
      fc.property(choices, ({subject, offers}) => {
        const {text, taken} = keepMeaning(subject, offers);
        keys += taken.length;
        expect(meanings(read(text), [])).toEqual(meanings(subject, taken));
      }),
      {numRuns: 300},
    );
    expect(keys).toBeGreaterThan(100);
  });

  it('leave every character around them', () => {
    fc.assert(
      fc.property(choices, ({subject, offers}) => {
        const {source} = subject.manuscript;
        const {text, taken} = keepMeaning(subject, offers);
        const [was, now] = [cut(source.text, taken, one => one.edit.span), cut(text, taken, placesIn(taken))];
        expect(now).toEqual(was);
      }),
      {numRuns: 200},
    );
  });

  it('are all taken the first time', () => {
    fc.assert(
      fc.property(manuscripts, first => {
        const once = takeAll(first);
        expect(takeAll(once)).toBe(once);
      }),
      {numRuns: 200},
    );
  });
});

function read(text: string): CitingSubject {
  const manuscript = parseManuscript({path: 'manuscript/evidence.md', text}).value;
  return {manuscript, bibliography, citations: resolveCitations(manuscript, bibliography)};
}

function takeAll(text: string): string {
  const subject = read(text);
  return keepMeaning(subject, offerKeys(subject, STYLE).offers).text;
}

/** What each cite means, a line for each; one of which a key was made is a key. */
function meanings({citations: {resolutions}}: CitingSubject, taken: readonly KeyOffer[]): readonly string[] {
  const keyOf = (one: Resolution | undefined): string => (one !== undefined && 'key' in one ? one.key : '–');
  return resolutions.map(one => {
    const {cite, status} = one;
    const offer = taken.find(each => each.cite.id === cite.id);
    if (offer !== undefined || cite.form === 'key') return `${cite.id} key ${status} ${keyOf(one)}`;
    const antecedent = resolutions.find(other => other.cite.id === one.antecedent?.id);
    return `${cite.id} ${cite.form} ${status} ${keyOf(one)} ${keyOf(antecedent)} ${cite.text}`;
  });
}

/** The pieces of a text around what was replaced. */
function cut(
  text: string,
  taken: readonly KeyOffer[],
  spanOf: (offer: KeyOffer) => {readonly start: number; readonly end: number},
): readonly string[] {
  const spans = taken.map(spanOf).sort((one, other) => one.start - other.start);
  const ends = [0, ...spans.map(({end}) => end)];
  return ends.map((end, at) => slice(text, {start: end, end: spans[at]?.start ?? text.length}));
}

/** Where the keys stand in the new text: each moves by what those before it made shorter or longer. */
function placesIn(taken: readonly KeyOffer[]) {
  return ({edit: {span, insert}}: KeyOffer) => {
    const before = taken.filter(other => other.edit.span.start < span.start);
    const shift = before.reduce(
      (sum, {edit}) => sum + edit.insert.length - (edit.span.end - edit.span.start),
      0,
    );
    return {start: span.start + shift, end: span.start + shift + insert.length};
  };
}
