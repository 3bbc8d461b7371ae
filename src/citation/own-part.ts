import {readLocator} from './locator.ts';
import type {ShortFormReading} from './reading.ts';
import {partsOfDocument} from './vocabulary.ts';

// "supra text accompanying note 1": words go on behind it, of the same sentence.
const GOES_ON = /^,?\s\p{L}/u;

// "V. supra": a letter that is no name.
const LETTER_ALONE = /^\p{L}\.?$/u;

/**
 * Whether *supra* or *infra* sends the reader to a part or page of the author's own document: without a name before it or a
 * note number behind it there is no work that it could mean.
 *
 *     See supra, Part II. · Voir infra, p. 12. · See section 4 infra. · See supra text accompanying note 1.
 *
 * *Supra* that says no more may stand for the work above, *infra* for none: nobody has met it.
 */
export function isOwnPart({shortForm, lead, locator, passage}: ShortFormReading): boolean {
  const {form, pointer, end} = shortForm;
  if (pointer !== undefined || (form !== 'supra' && form !== 'infra')) return false;
  const text = passage.text.value;
  if (lead.words.length > 0) return LETTER_ALONE.test(lead.text) || isPart(text, lead);
  return form === 'infra' || locator !== undefined || GOES_ON.test(text.slice(end));
}

/** Whether a reference to a part of the document by its kind and no page, which is as much a comment as "see section 2". */
export function isPartByKind({locator, lead}: ShortFormReading): boolean {
  const text = lead.words.length > 0 ? lead.text : (locator?.text ?? '');
  return partsOfDocument.has(/^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '');
}

/** "section 4", "ch. 4": a label and number, and no more. */
function isPart(text: string, {start, end}: {readonly start: number; readonly end: number}): boolean {
  const place = readLocator(text, start, end, false);
  return place !== undefined && /^[\s,.]*$/u.test(text.slice(place.end, end));
}
