import type {PlainText, TextMark} from './types.ts';

// `\textit{Glass Houses}`, `\emph{Ibid.}`: what a text that was LaTeX once has left of emphasis and quotation.
const COMMAND = /\\(?<name>textit|textsl|emph|textbf|textsc|textrm)\{(?<inside>(?:[^{}\\]|\\\s){0,400})\}/gu;

const SET_OFF: ReadonlySet<string> = new Set(['textit', 'textsl', 'emph']);

/**
 * A text without the commands by which LaTeX sets words off; italics are marked as emphasis. The place of the first
 * letter inside includes the command, and that of the last the brace, so that an edit takes both or none.
 */
export function withoutLatex(text: PlainText): PlainText {
  if (!text.value.includes('\\')) return text;
  const commands = [...text.value.matchAll(COMMAND)].filter(
    match =>
      !text.marks.some(({kind, start, end}) => kind === 'code' && start <= match.index && match.index < end),
  );
  if (commands.length === 0) return text;

  const kept: number[] = [];
  const opened = new Map<number, number>();
  const closed = new Map<number, number>();
  const marks: TextMark[] = [];
  let at = 0;
  const keep = (end: number): void => {
    // "op.\\ cit.": a space that does not end a sentence.
    for (; at < end; at++)
      if (!(text.value[at] === '\\' && /\s/u.test(text.value[at + 1] ?? ''))) kept.push(at);
  };
  for (const {0: whole, index, groups} of commands) {
    const inside = groups?.['inside'] ?? '';
    keep(index);
    const start = kept.length;
    opened.set(start, index);
    at = index + whole.length - 1 - inside.length;
    keep(index + whole.length - 1);
    at = index + whole.length;
    closed.set(kept.length, at);
    if (SET_OFF.has(groups?.['name'] ?? '')) marks.push({kind: 'emphasis', start, end: kept.length});
  }
  keep(text.value.length);

  const placeOf = (offset: number): number => kept.filter(one => one < offset).length;
  return {
    value: kept.map(offset => text.value.charAt(offset)).join(''),
    marks: [
      ...text.marks.map(mark => ({...mark, start: placeOf(mark.start), end: placeOf(mark.end)})),
      ...marks,
    ].sort((one, other) => one.start - other.start || other.end - one.end),
    spanOf(start, end) {
      const last = kept[end - 1];
      const from = opened.get(start) ?? kept[start] ?? text.value.length;
      return text.spanOf(from, closed.get(end) ?? (end > start && last !== undefined ? last + 1 : from));
    },
  };
}
