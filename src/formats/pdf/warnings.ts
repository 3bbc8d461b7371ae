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
    ...missing.map(
      character =>
        `No font has the character \`${character}\` (${codePointOf(character)}); it prints as a box`,
    ),
    ...unreadPictures.map(alt => `The picture \`${alt}\` could not be read, and is left out`),
  ];
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
