import {BuilderElement, type IRunPropertiesOptions, TextRun, type XmlComponent} from 'docx';

/**
 * A field that Word updates, with the result that it would find: `w:fldChar` begin, `w:instrText`, separate, the
 * result, end. The long form and not `w:fldSimple`, since programs that read only the runs of a paragraph would lose
 * the number in it.
 *
 * @param instruction such as `REF box_3_number \h`
 * @param result the text shown until Word updates the field; `undefined` where only Word's layout can know it
 * @param format of the result
 */
export function complexField(
  instruction: string,
  result: string | undefined,
  format: IRunPropertiesOptions,
): readonly TextRun[] {
  return [
    new TextRun({...format, children: [fieldMark('begin')]}),
    new TextRun({...format, children: [fieldInstruction(instruction)]}),
    new TextRun({...format, children: [fieldMark('separate')]}),
    ...(result === undefined ? [] : [new TextRun({...format, text: result})]),
    new TextRun({...format, children: [fieldMark('end')]}),
  ];
}

function fieldMark(kind: 'begin' | 'separate' | 'end'): XmlComponent {
  return new BuilderElement({
    name: 'w:fldChar',
    attributes: {kind: {key: 'w:fldCharType', value: kind}},
  });
}

function fieldInstruction(instruction: string): XmlComponent {
  return new BuilderElement({
    name: 'w:instrText',
    attributes: {space: {key: 'xml:space', value: 'preserve'}},
  }).addChildElement(` ${instruction} `);
}
