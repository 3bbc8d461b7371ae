import type {MissingGlyph} from './layer/glyphs.ts';
import type {PrintFaults} from './layer/print.ts';

/** What a person should know of the pages before sending them. */
export function warningsFor(
  {late, uncalled, missing}: PrintFaults,
  unreadPictures: readonly string[],
): readonly string[] {
  return [
    ...late.map(
      ({note, reference, start}) =>
        `Note ${note} starts on page ${start}, after page ${reference} where it is called: too many notes are called there`,
    ),
    ...uncalled.map(number => `Note ${number} is not called by the text, and so stands on no page`),
    ...missing.slice(0, MOST_NAMED).map(describeMissing),
    ...(missing.length > MOST_NAMED ? [describeOthers(missing.slice(MOST_NAMED))] : []),
    ...unreadPictures.map(alt => `The picture \`${alt}\` could not be read, and is left out`),
  ];
}

/** Missing characters that have a line each; a text in another script has hundreds, which share one. */
const MOST_NAMED = 20;

function describeMissing({character, count, page}: MissingGlyph): string {
  const times = count === 1 ? `on page ${page}` : `${count} times, first on page ${page}`;
  return `No font has the character \`${character}\` (${codePointOf(character)}); it prints as a box, ${times}`;
}

function describeOthers(missing: readonly MissingGlyph[]): string {
  const count = missing.reduce((sum, glyph) => sum + glyph.count, 0);
  const first = Math.min(...missing.map(({page}) => page));
  const characters = missing.map(({character}) => character).join('');
  return `No font has ${missing.length} more characters, \`${characters}\`; they print as boxes, ${count} times, first on page ${first}`;
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
