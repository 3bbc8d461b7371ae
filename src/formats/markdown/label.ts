import type {Text} from 'mdast';

/** What is printed behind the words that a finding concerns, and before its line in the list: `[2 add-refs]`. */
export function writeLabel(number: number, code: string): Text {
  return {type: 'text', value: `[${number} ${code}]`, data: {isLabel: true}};
}
