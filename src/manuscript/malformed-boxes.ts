import type {Nodes, Parents, Root} from 'mdast';
import type {ContainerDirective} from 'mdast-util-directive';
import {visit} from 'unist-util-visit';
import type {Diagnostic} from '../text/diagnostic.ts';
import type {SourceText} from '../text/source.ts';
import type {Span} from '../text/span.ts';
import {suggest} from '../text/suggest.ts';
import {BOX_NUMBER, firstLine} from './boxes.ts';
import {spanOfNode} from './node-span.ts';

// A line that opens or closes a container: ":::box{number=1}", ":::"; and one with too few colons, "::box{number=1}".
const FENCE_LINE = /^[ \t]*(?::::+|:{1,2} ?[Bb]ox ?\{)/u;

// A line that opens a container as it should, ":::box{number=1}"; it is text only where nothing closes it.
const WHOLE_OPENING = /^[ \t]*:::+([a-z][a-z0-9-]*)(?:\[[^\]]*\])?(?:\{(?:[^"{}]|"[^"]*")*\})?[ \t]*$/iu;

// What a container's closing line is: colons and nothing else.
const CLOSING_LINE = /(?:^|\n|\r)[ \t>]*:::+[ \t]*$/u;

// One attribute of a box, up to a blank or the closing brace: `number=1`, `title="A title"`.
const ATTRIBUTE = /\s*[\p{L}\p{N}_:.#-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`{}]+))?(?=[\s}])/uy;

// A title of several words that stands bare: `title=Traders of Himo`, up to the next `number=` or the closing brace.
const BARE_TITLE = /\{[^{}]*?\btitle\s*=\s*([^\s"'{}=]+(?:\s+(?!number\s*=)[^\s"'{}=]+)+)/u;

const ATTRIBUTES: readonly string[] = ['number', 'title'];

const OPENS =
  'A box opens with :::box{number=1 title="…"} on a line of its own and closes with ::: on another.';

type Fault = Pick<Diagnostic, 'span' | 'message' | 'help' | 'suggestions' | 'fix'>;

/**
 * Boxes that cannot be read as the author meant them, one fault for each: a box never closed swallows the rest of the
 * text, one whose opening line has a slip (`:::box{title="no end}`) stays a paragraph, and a container that is no box,
 * or stands inside something else, is none.
 */
export function reportMalformedBoxes(root: Root, source: SourceText, diagnostics: Diagnostic[]): void {
  visit(root, (node, _index, parent) => {
    const faults =
      node.type === 'containerDirective'
        ? faultsOfContainer(node, parent, source.text)
        : node.type === 'paragraph'
          ? [faultOfLine(node, source.text)]
          : [];
    for (const fault of faults) {
      if (fault !== undefined)
        diagnostics.push({code: 'box-malformed', severity: 'error', path: source.path, ...fault});
    }
  });
}

function faultsOfContainer(
  node: ContainerDirective,
  parent: Parents | undefined,
  text: string,
): readonly (Fault | undefined)[] {
  const span = spanOfNode(node);
  const opening = firstLine(text, span);
  if (!CLOSING_LINE.test(text.slice(span.start, span.end))) {
    return [unclosed(opening, node.name)];
  }
  if (node.name !== 'box') return [faultOfName(node, opening, text)];
  if (parent?.type !== 'root') {
    return [
      {
        span: opening,
        message: `Unexpected box inside ${nameParent(parent)}, expected it between paragraphs`,
        help: 'Move the box out, before or behind it; a box inside something else is not numbered and not framed.',
      },
    ];
  }
  return [
    faultOfTitle(opening, text) ?? faultOfUnknown(node, opening, text),
    faultOfNumber(node, opening, text),
  ];
}

function faultOfName({name}: ContainerDirective, opening: Span, text: string): Fault {
  const start = text.indexOf(name, opening.start);
  const isSlip = suggest(name, ['box']).length > 0;
  const span = {start, end: start + name.length};
  return {
    span: opening,
    message: `Unexpected \`:::${name}\`, expected \`:::box\``,
    help: isSlip
      ? OPENS
      : 'Only boxes stand between lines of colons; make it a box, or take the two lines of colons away.',
    ...(isSlip
      ? {
          suggestions: ['box'],
          fix: {
            title: `Replace ${name} by box`,
            applicability: 'review' as const,
            edits: [{span, insert: 'box'}] as const,
          },
        }
      : {}),
  };
}

function nameParent(parent: Nodes | undefined): string {
  switch (parent?.type) {
    case 'containerDirective':
      return 'a box';
    case 'blockquote':
      return 'a quotation';
    case 'footnoteDefinition':
      return 'a note';
    default:
      return 'a list';
  }
}

/** A title of several words without quotation marks: all but the first would be attributes, and lost. */
function faultOfTitle(opening: Span, text: string): Fault | undefined {
  const match = BARE_TITLE.exec(text.slice(opening.start, opening.end));
  const words = match?.[1]?.trimEnd();
  if (match === null || words === undefined) return undefined;
  const start = opening.start + match.index + match[0].length - (match[1]?.length ?? 0);
  const span = {start, end: start + words.length};
  return {
    span,
    message: `Unexpected title without quotation marks, expected \`title="${shorten(words)}"\``,
    help: 'Without them the title is its first word, and the others are lost.',
    fix: {
      title: 'Put the title between quotation marks',
      applicability: 'review',
      edits: [{span, insert: `"${words}"`}],
    },
  };
}

function faultOfUnknown({attributes}: ContainerDirective, opening: Span, text: string): Fault | undefined {
  const typed = Object.entries(attributes ?? {});
  const unknown = typed.find(([name]) => !ATTRIBUTES.includes(name));
  if (unknown !== undefined) {
    const [name] = unknown;
    const suggestions = suggest(name, ATTRIBUTES);
    return {
      span: wordIn(name, opening, text),
      message: `Unexpected \`${name}\` in a box, expected ${suggestions[0] === undefined ? '`number` or `title`' : `\`${suggestions[0]}\``}`,
      help: OPENS,
      ...(suggestions.length > 0 ? {suggestions} : {}),
    };
  }
  return undefined;
}

function faultOfNumber({attributes}: ContainerDirective, opening: Span, text: string): Fault | undefined {
  const number = attributes?.['number'];
  if (number === undefined || number === null || BOX_NUMBER.test(number)) return undefined;
  return {
    span: wordIn(number === '' ? 'number' : number, opening, text),
    message: `Unexpected box number \`${number}\`, expected a whole number`,
    help: 'Write the number in digits, as in number=1.',
  };
}

/** The place of a word in the attributes of an opening line; the line itself where it is typed otherwise. */
function wordIn(word: string, opening: Span, text: string): Span {
  const line = text.slice(opening.start, opening.end);
  const at = line.indexOf(word, Math.max(0, line.indexOf('{')));
  return at < 0 ? opening : {start: opening.start + at, end: opening.start + at + word.length};
}

function faultOfLine(node: Nodes, text: string): Fault | undefined {
  const span = firstLine(text, spanOfNode(node));
  const line = text.slice(span.start, span.end);
  if (!FENCE_LINE.test(line)) return undefined;
  const name = WHOLE_OPENING.exec(line)?.[1];
  const slip = slipInAttributes(line);
  if (slip !== undefined && /\\["']/u.test(line)) return backslash(span);
  if (name !== undefined && slip !== undefined) {
    return {
      span,
      message: `Unexpected \`${shorten(slip)}\` in the attributes of a box, expected \`number=1\` or \`title="…"\``,
      help: 'Put the whole title between double quotes, and quotes inside it in single or curly ones.',
    };
  }
  if (name !== undefined) return unclosed(span, name);
  return {
    span,
    message: `Unexpected \`${shorten(line)}\`, expected a line that opens or closes a box`,
    help: OPENS,
  };
}

/** What stands between the braces of an opening line from the first thing that is no attribute; `undefined` if all are. */
function slipInAttributes(line: string): string | undefined {
  const [from, to] = [line.indexOf('{') + 1, line.lastIndexOf('}')];
  if (from === 0 || to < from) return undefined;
  let at = from;
  while (line.slice(at, to).trim() !== '') {
    ATTRIBUTE.lastIndex = at;
    const length = ATTRIBUTE.exec(line)?.[0].length ?? 0;
    if (length === 0) return line.slice(at, to).trim();
    at += length;
  }
  return undefined;
}

function backslash(span: Span): Fault {
  return {
    span,
    message:
      'Unexpected backslash before a quotation mark in a box, expected curly quotes “…” inside its title',
    help: 'A backslash does not protect a quotation mark here: title="A “quoted” title".',
  };
}

function unclosed(span: Span, name: string): Fault {
  return {
    span,
    message: `Unexpected \`:::${name}\` without an end, expected its closing line`,
    help: 'Close the box with a line of three colons where it ends; until then nobody can say where that is.',
  };
}

const LONGEST = 60;

function shorten(line: string): string {
  const trimmed = line.trim().replaceAll('`', "'");
  return trimmed.length > LONGEST ? `${trimmed.slice(0, LONGEST - 1)}…` : trimmed;
}
