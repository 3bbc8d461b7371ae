import type {Rule} from '../rule.ts';
import {bibBodySplit} from './bibliography/bib-body-split.ts';
import {bibDoubtfulValue} from './bibliography/bib-doubtful-value.ts';
import {bibDuplicateKey} from './bibliography/bib-duplicate-key.ts';
import {bibDuplicateWork} from './bibliography/bib-duplicate-work.ts';
import {bibMissingField} from './bibliography/bib-missing-field.ts';
import {bibSyntax} from './bibliography/bib-syntax.ts';
import {bibUnknownField} from './bibliography/bib-unknown-field.ts';
import {addRefs} from './citation/add-refs.ts';
import {citekeyAsTyped} from './citation/citekey-as-typed.ts';
import {entryUncited} from './citation/entry-uncited.ts';
import {fullCitationRepeated} from './citation/full-citation-repeated.ts';
import {ibidAmbiguous} from './citation/ibid-ambiguous.ts';
import {ibidWithoutAntecedent} from './citation/ibid-without-antecedent.ts';
import {notePointerWrong} from './citation/note-pointer-wrong.ts';
import {opCitAmbiguous} from './citation/op-cit-ambiguous.ts';
import {opCitBeforeFullCitation} from './citation/op-cit-before-full-citation.ts';
import {opCitWithoutAntecedent} from './citation/op-cit-without-antecedent.ts';
import {opCitYearDiffers} from './citation/op-cit-year-differs.ts';
import {referenceDiffers} from './citation/reference-differs.ts';
import {unknownKey} from './citation/unknown-key.ts';
import {unknownWork} from './citation/unknown-work.ts';
import {definitionUnused} from './format/definition-unused.ts';
import {imageInLine} from './format/image-in-line.ts';
import {imageNotFound} from './format/image-not-found.ts';
import {markupAsText} from './format/markup-as-text.ts';
import {missingDate} from './format/missing-date.ts';
import {boxMalformed} from './numbering/box-malformed.ts';
import {boxNumberRepeated} from './numbering/box-number-repeated.ts';
import {boxNumberSkipped} from './numbering/box-number-skipped.ts';
import {boxTyped} from './numbering/box-typed.ts';
import {boxWithoutNumber} from './numbering/box-without-number.ts';
import {boxWithoutSource} from './numbering/box-without-source.ts';
import {boxWithoutTitle} from './numbering/box-without-title.ts';
import {linesRunTogether} from './numbering/lines-run-together.ts';
import {noteDuplicate} from './numbering/note-duplicate.ts';
import {noteEmpty} from './numbering/note-empty.ts';
import {noteNested} from './numbering/note-nested.ts';
import {noteNumberSkipped} from './numbering/note-number-skipped.ts';
import {noteOutOfOrder} from './numbering/note-out-of-order.ts';
import {noteTyped} from './numbering/note-typed.ts';
import {noteUndefined} from './numbering/note-undefined.ts';
import {noteUnused} from './numbering/note-unused.ts';
import {paragraphNumberRepeated} from './numbering/paragraph-number-repeated.ts';
import {paragraphNumberSkipped} from './numbering/paragraph-number-skipped.ts';
import {paragraphNumberUnread} from './numbering/paragraph-number-unread.ts';
import {paragraphOutOfOrder} from './numbering/paragraph-out-of-order.ts';
import {paragraphUnnumbered} from './numbering/paragraph-unnumbered.ts';
import {referenceToNothing} from './numbering/reference-to-nothing.ts';
import {citationStyle} from './opcit/citation-style.ts';
import {frontMatterSyntax} from './opcit/front-matter-syntax.ts';
import {frontMatterUnknownKey} from './opcit/front-matter-unknown-key.ts';
import {frontMatterValue} from './opcit/front-matter-value.ts';
import {ignoreUnused} from './opcit/ignore-unused.ts';
import {ignoreWithoutReason} from './opcit/ignore-without-reason.ts';
import {nestedTooDeep} from './opcit/nested-too-deep.ts';

/** Every rule, group by group; `npm run new-rule` adds to this list. */
export const rules: readonly Rule[] = [
  addRefs,
  entryUncited,
  fullCitationRepeated,
  ibidAmbiguous,
  ibidWithoutAntecedent,
  notePointerWrong,
  opCitAmbiguous,
  opCitBeforeFullCitation,
  opCitWithoutAntecedent,
  opCitYearDiffers,
  referenceDiffers,
  unknownKey,
  unknownWork,
  citekeyAsTyped,
  bibBodySplit,
  bibDoubtfulValue,
  bibDuplicateKey,
  bibDuplicateWork,
  bibMissingField,
  bibSyntax,
  bibUnknownField,
  boxMalformed,
  boxNumberRepeated,
  boxNumberSkipped,
  boxTyped,
  boxWithoutNumber,
  boxWithoutSource,
  boxWithoutTitle,
  noteDuplicate,
  noteEmpty,
  noteNested,
  noteNumberSkipped,
  noteOutOfOrder,
  noteTyped,
  noteUndefined,
  noteUnused,
  paragraphNumberRepeated,
  paragraphNumberSkipped,
  paragraphNumberUnread,
  paragraphOutOfOrder,
  paragraphUnnumbered,
  referenceToNothing,
  linesRunTogether,
  citationStyle,
  frontMatterSyntax,
  frontMatterUnknownKey,
  frontMatterValue,
  ignoreUnused,
  ignoreWithoutReason,
  nestedTooDeep,
  missingDate,
  imageNotFound,
  imageInLine,
  markupAsText,
  definitionUnused,
];

/** The rules about the bibliography: its own faults, and the entries that nothing cites. */
export const bibliographyRules: readonly Rule[] = rules.filter(
  ({code, group}) => group === 'bibliography' || code === entryUncited.code,
);
