import {isPlain, neutralise, widthOf} from './cells.ts';

/**
 * A text as lines that fit a width, broken at spaces.
 *
 *     help: add a short title, as in
 *           ‘Smith, The State, op cit’
 *
 * @param first what stands before the first line; the others are indented by as much
 */
export function wrap(text: string, width: number, first = ''): readonly string[] {
  const indent = ' '.repeat(widthOf(first));
  if (isPlain(text) && indent.length + text.length <= width) return [first + text];
  const lines: string[] = [];
  let line = '';
  for (const word of neutralise(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && indent.length + widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines.map((text, index) => (index === 0 ? first : indent) + text);
}
