import type {Publication} from '../../publication/types.ts';
import {writeBlocks} from './blocks.ts';
import {writeOpenFindings} from './findings.ts';
import type {Print} from './layer/print.ts';
import {writeMargins} from './margins.ts';
import {writeNotes} from './notes.ts';
import {anchorsOf, type Setting, topLevelOf} from './setting.ts';
import {defaultStyle, metricsFor, PAGE_SIZES, stylesFor} from './styles.ts';
import {writeTitle} from './title.ts';

/** What is printed, and on what; `pictures` gives the name of each picture that could be read. */
export function definePrint(publication: Publication, pictures: ReadonlyMap<Uint8Array, string>): Print {
  const {page, paragraphs} = publication.profile;
  const size = PAGE_SIZES[page.size];
  const metrics = metricsFor(page.fontSize);
  const setting: Setting = {
    metrics,
    paragraphPattern: paragraphs.pattern,
    topLevel: topLevelOf(publication.blocks),
    anchors: anchorsOf(publication),
    pictures,
    isInNote: false,
    page: {width: size.width - 2 * page.margin, height: size.height - 2 * page.margin},
  };
  return {
    size,
    margin: page.margin,
    defaultStyle: {...defaultStyle, fontSize: metrics.size},
    styles: stylesFor(metrics),
    body: {
      stack: [
        writeTitle(publication, setting),
        ...writeBlocks(publication.blocks, setting),
        ...writeOpenFindings(publication.draft, setting),
      ],
    },
    notes: writeNotes(publication.notes, setting),
    furnish: (number, count) => writeMargins(publication, number, count),
  };
}
