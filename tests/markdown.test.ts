import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseBibliography} from '../src/bibliography/parse.ts';
import {markdown} from '../src/formats/markdown/index.ts';
import {parseManuscript} from '../src/manuscript/parse.ts';
import {findProfile} from '../src/profiles/index.ts';
import {composePublication} from '../src/publication/compose.ts';
import type {Block, Publication} from '../src/publication/types.ts';
import {bareProfile} from './helpers/bare-profile.ts';
import {exampleCorrected, exampleDraft} from './helpers/docx-example.ts';
import {code, finding, inlines, publication, strong, type Words} from './helpers/docx-publication.ts';
import {manuscripts} from './helpers/markdown-manuscripts.ts';
import {settledText} from './helpers/settled-text.ts';

async function write(given: Publication): Promise<string> {
  const {bytes} = await markdown.write(given);
  return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
}

/** Reads a text as opcit reads a manuscript, and composes it. */
function compose(text: string): Publication {
  const manuscript = parseManuscript({path: 'manuscript/evidence.md', text}).value;
  return composePublication(
    {
      manuscript,
      citations: {resolutions: [], firstCites: new Map()},
      bibliography: parseBibliography([]).value,
      profile: findProfile(manuscript.frontMatter.profile ?? '') ?? bareProfile,
    },
    {images: new Map(), openFindings: undefined},
  );
}

/** What is written below the title. */
async function bodyOf(...blocks: readonly Block[]): Promise<string> {
  const text = await write(publication(blocks));
  return text.slice(text.indexOf('# A submission') + '# A submission\n\n'.length);
}

function paragraph(words: Words, number?: number, indent: 0 | 1 = 0): Block {
  const id = number === undefined ? undefined : `para-${number}`;
  return {type: 'paragraph', number, id, indent, children: inlines(words)};
}

const listOf = (indent: 0 | 1, start: number | undefined, ...items: readonly string[]): Block => ({
  type: 'list',
  ordered: start !== undefined,
  start: start ?? 1,
  indent,
  items: items.map(item => ({blocks: [paragraph([item])]})),
});

describe('what is written', () => {
  it('says first what the submission says of itself', async () => {
    const text = await write(
      publication([paragraph(['One.'], 1)], [], {
        title: 'Evidence: "more"',
        reference: '0012',
        issued: {year: 2003, month: 11, day: 5},
      }),
    );
    expect(text).toBe(`---
title: 'Evidence: "more"'
submitter: The Body
capacity: organisation
committee: The Committee
inquiry: The Inquiry
reference: "0012"
date: 2003-11-05
profile: test
language: en-GB
---

# Evidence: "more"

1. One.
`);
  });

  it('keeps the numbers of paragraphs, and what belongs to one under it', async () => {
    expect(
      await bodyOf(
        paragraph(['One.'], 1),
        listOf(1, undefined, 'a', 'b'),
        listOf(1, 3, 'c'),
        paragraph(['Three.'], 3),
        paragraph(['More.'], undefined, 1),
        paragraph(['Three again.'], 3),
      ),
    ).toBe(`1. One.

   - a
   - b

   3. c

3. Three.

   More.

3. Three again.
`);
  });

  it('tells a numbered list at the margin from numbered paragraphs', async () => {
    const divider: Block = {type: 'divider'};
    expect(
      await bodyOf(paragraph(['One.'], 1), divider, listOf(0, 1, 'a', 'b'), listOf(0, 1, 'c')),
    ).toBe(`1. One.

___

1) a
2) b

<!---->

1) c
`);
  });

  it('escapes what would be Markdown and nothing else', async () => {
    const words = 'snake_case, 10:1, Source:GRAD, R&D, 3 * 4, [sic], <b> and 1. as typed';
    expect(await bodyOf(paragraph([words]), paragraph(['1. first']))).toBe(
      'snake_case, 10:1, Source:GRAD, R\\&D, 3 \\* 4, \\[sic], \\<b> and 1. as typed\n\n1\\. first\n',
    );
  });

  it('shows the findings of a draft behind their words and in a list', async () => {
    const children: Words = [
      finding(1, 'note-typed', 'warning'),
      'See ',
      finding(2, 'add-refs', 'error', 'add ', strong('refs')),
      ' (later).',
    ];
    const findings = [
      {code: 'note-typed', severity: 'warning', message: 'Unexpected `(1)`', help: 'Make it a note.'},
      {code: 'add-refs', severity: 'error', message: 'Unexpected promise', help: undefined},
    ] as const;
    const text = await write(
      publication([paragraph(children, 4)], [], {
        draft: {
          mark: 'Draft: 1 error and 1 warning open',
          findings: findings.map((one, index) => ({
            ...one,
            number: index + 1,
            place: 'manuscript/evidence.md:4',
            isInText: index === 0,
          })),
        },
      }),
    );
    expect(text.slice(text.indexOf('**Draft'))).toBe(`**Draft: 1 error and 1 warning open**

4. [1 note-typed] See add **refs** [2 add-refs] (later).

# Open findings

- [1 note-typed] warning, manuscript/evidence.md:4\\
  Unexpected \`(1)\`\\
  Help: Make it a note.
- [2 add-refs] error, manuscript/evidence.md:4 (not marked in the text)\\
  Unexpected promise
`);
  });

  it('gives a figure in words, and says so', async () => {
    const figure: Block = {
      type: 'figure',
      indent: 0,
      mediaType: 'image/png',
      bytes: new Uint8Array(),
      width: 1,
      height: 1,
      alt: 'The valley after the flood',
    };
    const {bytes, warnings} = await markdown.write(publication([figure, {...figure, alt: ''}]));
    expect(new TextDecoder().decode(bytes)).toContain('\n\\[The valley after the flood]\n\n\\[figure]\n');
    expect(warnings).toEqual(['2 figures are given in words only']);
  });

  it('writes a box title that is more than words as a label', async () => {
    const box: Block = {
      type: 'box',
      number: 2,
      id: 'box-2',
      label: 'Box 2',
      title: inlines(['Five * ', code('x'), ' & [more]']),
      blocks: [],
      source: undefined,
    };
    expect(await bodyOf({...box, title: inlines(['“Five” & "six" '])})).toBe(
      ':::box{number=2 title="“Five” & &#x22;six&#x22;"}\n:::\n',
    );
    expect(await bodyOf(box, {...box, title: inlines(['“Five” & "six" * ']), number: undefined})).toBe(
      ':::box[Five \\* `x` & \\[more\\]]{number=2}\n:::\n\n:::box[“Five” & "six" \\*]\n:::\n',
    );
  });
});

describe('read back', () => {
  it('the corrected example has its paragraphs, boxes and notes, and says the same', async () => {
    const example = exampleCorrected();
    const text = await write(example);
    const manuscript = parseManuscript({path: 'manuscript/evidence.md', text});
    expect(manuscript.diagnostics).toEqual([]);
    const {paragraphs, boxes, notes} = manuscript.value;
    expect(paragraphs.map(({typed}) => typed)).toEqual(Array.from({length: 33}, (_, index) => index + 1));
    expect(boxes.map(({typed}) => typed)).toEqual([1, 2, 3, 4]);
    expect(notes.map(({number, label}) => [number, label])).toEqual(
      Array.from({length: 15}, (_, index) => [index + 1, `${index + 1}`]),
    );
    expect(settledText(compose(text))).toEqual(settledText(example));
  });

  it('a draft has its paragraphs, boxes and notes as well', async () => {
    const {value} = parseManuscript({path: 'manuscript/evidence.md', text: await write(exampleDraft())});
    expect(value.paragraphs.map(({typed}) => typed)).toEqual(
      Array.from({length: 33}, (_, index) => index + 1),
    );
    expect(value.boxes).toHaveLength(4);
    expect(value.notes).toHaveLength(15);
    expect(value.noteReferences.filter(({number}) => number === undefined)).toEqual([]);
  });

  it('calls of notes before a colon, and lists that no line of words may touch, say the same', async () => {
    for (const body of [
      '[^a]:w\n\n- [^a]: w\n\n- w\\\n  [^a]: w\n',
      '> - w\n>\n>   5. five\n>\n> - w\n>   1. 12) twelve\n',
    ]) {
      const composed = compose(`w[^a]\n\n${body.replaceAll('[^a]:', '[^a]<!-- -->:')}\n[^a]: note\n`);
      expect(settledText(compose(await write(composed)))).toEqual(settledText(composed));
    }
  });

  it('any manuscript says the same, and writing it again gives the same text', async () => {
    await fc.assert(
      fc.asyncProperty(manuscripts, async manuscript => {
        const composed = compose(manuscript);
        const text = await write(composed);
        const again = compose(text);
        expect(settledText(again), text).toEqual(settledText(composed));
        expect(await write(again)).toBe(text);
      }),
      {numRuns: 300},
    );
  });
});
