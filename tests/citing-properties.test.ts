import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import {resolveCitations} from '../src/citation/resolve.ts';
import {writeCitesOrFault} from '../src/citation/styles/write-cites.ts';
import {parseManuscript} from '../src/manuscript/parse.ts';
import {composePublication} from '../src/publication/compose.ts';
import {runsOf} from '../src/publication/runs.ts';
import type {Inline, Publication} from '../src/publication/types.ts';
import {bareProfile} from './helpers/bare-profile.ts';
import {styleOf, WORKS} from './helpers/styled-build.ts';

/** A style that starts at once: names, title and place. */
const smallStyle = (
  kind: string,
): string => `<style xmlns="http://purl.org/net/xbiblio/csl" class="${kind}" version="1.0">
<info><title>Small</title><id>small</id><updated>2026-11-24T00:00:00+00:00</updated></info>
<citation><layout suffix="." delimiter="; "><names variable="author"><name/></names><text variable="title" font-style="italic" prefix=", "/>
<text variable="locator" prefix=", "/></layout></citation></style>`;
const bibliography = parseBibliography([{path: 'r.bib', text: WORKS}]).value;

/** What may stand in a line; each `w` becomes a word of its own. */
const PHRASES: readonly string[] = [
  'w',
  '*w w*',
  '[@alder2001]',
  '[@alder2001, p. 4].',
  '[see *w* @birch1998, pp 3-4, w; -@hazel2003]',
  '*w [@alder2001] w*',
  '**@rowan2010 [p. 3]** w',
  '@hazel2003, w',
  '[w @nobody]',
  '[[@alder2001] w](https://example.org/)',
  '`[@alder2001]`',
  '\\@alder2001',
  'w\n[@birch1998]',
  'w\\\n[@birch1998].',
  'w[^a]',
  '[@rowan2010][^b].',
  'note 1',
  '(n 2)',
  'Alder, A (2001) *Red Cedars: A History*, Osier Press, Bristol.',
  'Alder, A (2001) *op. cit.*, p 4',
  '*Ibid.*',
  'ibid., p. 3; w',
  '<!-- gone -->',
  '&amp; w',
];
const BLOCKS: readonly string[] = [
  '1. …',
  '…',
  '> …',
  '- …\n- …',
  '## …',
  '| w | … |\n| --- | --- |\n| … | w |',
  ':::box{number=1 title="w"}\n…\n\nSource: …\n:::',
  '[^a]: …',
  '[^b]: …\n\n    …',
];

const line = fc.array(fc.constantFrom(...PHRASES), {minLength: 1, maxLength: 5}).map(each => each.join(' '));
const text = fc
  .array(fc.tuple(fc.constantFrom(...BLOCKS), fc.array(line, {minLength: 3, maxLength: 3})), {
    minLength: 1,
    maxLength: 7,
  })
  .map(blocks => {
    let count = 0;
    const written = blocks.map(([block, lines]) => {
      let next = 0;
      const isTable = block.startsWith('|');
      return block.replace(/…/gu, () => {
        const found = lines[next++ % lines.length] ?? '';
        return isTable || block.startsWith('#')
          ? found.replace(/\\?\n/gu, ' ')
          : found.replaceAll('\n', block.startsWith('>') ? '\n> ' : '\n');
      });
    });
    return written.join('\n\n').replace(/\bw\b/gu, () => `w${count++}w`);
  });

const ways = fc.constantFrom('as-typed', 'linked', 'expanded', 'csl:note', 'csl:in-text');

async function compose(body: string, way: string): Promise<Publication> {
  const source = {path: 'evidence.md', text: `---\ncitations: ${way}\nworks-cited: true\n---\n\n${body}`};
  const manuscript = parseManuscript(source).value;
  const citations = resolveCitations(manuscript, bibliography);
  const file = way.startsWith('csl:') ? styleOf(smallStyle(way.slice('csl:'.length))) : undefined;
  const subject = {manuscript, bibliography, citations};
  const {written, fault} = await writeCitesOrFault(subject, {file, hasPointers: true});
  expect(fault).toBeUndefined();
  return composePublication(
    {...subject, profile: bareProfile},
    {images: new Map(), openFindings: undefined, written},
  );
}

function inlinesOf({blocks, notes}: Publication): readonly Inline[] {
  const open = (inline: Inline): readonly Inline[] =>
    'children' in inline ? [inline, ...inline.children.flatMap(open)] : [inline];
  const runs = [...runsOf(blocks), ...notes.flatMap(note => runsOf(note.blocks))];
  return runs.flatMap(({children}) => children.flatMap(open));
}

describe('every way of citing', () => {
  it('calls each note once first, in the order of their numbers, and leads nowhere that is not there', async () => {
    await fc.assert(
      fc.asyncProperty(text, ways, async (body, way) => {
        const publication = await compose(body, way);
        const inlines = inlinesOf(publication);
        const called = inlines.flatMap(each =>
          each.type === 'note-reference' && each.isFirst ? [each.number] : [],
        );
        const targets = inlines.flatMap(each =>
          each.type === 'cross-reference' && each.kind !== 'heading' ? [each.target] : [],
        );
        const ids = new Set([
          ...publication.notes.map(({id}) => id),
          ...publication.blocks.flatMap(block => ('id' in block && block.id !== undefined ? [block.id] : [])),
        ]);

        expect(called).toEqual(publication.notes.map(({number}) => number));
        expect(targets.filter(target => !ids.has(target))).toEqual([]);
      }),
      {numRuns: 150},
    );
  });

  it('keeps every word that stands outside a cite', async () => {
    await fc.assert(
      fc.asyncProperty(text, ways, async (body, way) => {
        const wordsOf = (publication: Publication): readonly string[] =>
          inlinesOf(publication)
            .flatMap(each => ('value' in each ? (each.value.match(/\bw\d+w\b/gu) ?? []) : []))
            .sort();

        expect(wordsOf(await compose(body, way))).toEqual(wordsOf(await compose(body, 'as-typed')));
      }),
      {numRuns: 150},
    );
  });
});
