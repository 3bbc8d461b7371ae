import type {Composition} from './composition.ts';
import type {Block} from './types.ts';
import {composeStyled} from './written.ts';

/** The list of works cited: a heading at the level of the document's highest, and a paragraph for each work. */
export function composeWorksCited(composition: Composition): readonly Block[] {
  const {worksCited} = composition.written;
  if (worksCited === undefined || worksCited.works.length === 0) return [];
  const {manuscript} = composition;
  const end = manuscript.source.text.length;
  const nowhere = {start: end, end};
  const levels = [...composition.headings.ids.keys()].map(({depth}) => depth);
  return [
    {
      type: 'heading',
      level: levels.length === 0 ? 2 : (levels.sort()[0] ?? 2),
      id: 'works-cited',
      children: [{type: 'text', value: worksCited.heading}],
    },
    ...worksCited.works.map(
      (text): Block => ({
        type: 'paragraph',
        number: undefined,
        id: undefined,
        indent: 0,
        isWork: true,
        children: composeStyled(text, nowhere, composition),
      }),
    ),
  ];
}
