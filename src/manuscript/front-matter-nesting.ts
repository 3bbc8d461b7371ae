import type {Span} from '../text/span.ts';

/** How deep lists may nest; no key of the front matter asks for more than one. Deeper ones exhaust the parser of YAML. */
const DEEPEST = 100;

// "- - - one": a list in a list in a list, each sign typed on one line
const SIGNS = /^[ \t]*(?:[-?][ \t]{1,8}){101}.*/mu;

/**
 * The first stretch of a YAML block that nests too deep to be read: from the bracket or sign that opens it to the end of the
 * line on which its last bracket stands.
 *
 * @returns offsets in `yaml`; `undefined` when nothing nests too deep
 */
export function findDeepNest(yaml: string): Span | undefined {
  let depth = 0;
  let start = 0;
  let isTooDeep = false;
  let last = 0;
  for (let at = 0; at < yaml.length; at++) {
    const sign = yaml[at];
    if (sign === '[' || sign === '{') {
      if (depth === 0 && !isTooDeep) start = at;
      depth += 1;
      last = at;
    } else if (sign === ']' || sign === '}') {
      depth = Math.max(0, depth - 1);
      last = at;
    }
    if (depth > DEEPEST) isTooDeep = true;
  }
  if (isTooDeep) return {start, end: last + yaml.slice(last).split(LINE_END, 1).join('').length};
  const signs = SIGNS.exec(yaml);
  return signs === null ? undefined : {start: signs.index, end: signs.index + signs[0].length};
}

const LINE_END = /[\r\n]/u;

// Every unit but the line ends, so that no offset moves; without `u`, which would take two units for one
const IN_A_LINE = /[^\r\n]/g;

/** The block with blanks in the place of a stretch; no offset moves. */
export function blankOut(yaml: string, {start, end}: Span): string {
  return yaml.slice(0, start) + yaml.slice(start, end).replace(IN_A_LINE, ' ') + yaml.slice(end);
}
