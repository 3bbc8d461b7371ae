import type {Nodes, Root} from 'mdast';
import {directiveToMarkdown} from 'mdast-util-directive';
import {gfmFootnoteToMarkdown} from 'mdast-util-gfm-footnote';
import {gfmStrikethroughToMarkdown} from 'mdast-util-gfm-strikethrough';
import {gfmTableToMarkdown} from 'mdast-util-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkStringify, {type Options} from 'remark-stringify';
import {type Processor, unified} from 'unified';

declare module 'mdast' {
  interface TextData {
    /** Printed as it is, without the escapes that the author's own words need: the label of a finding. */
    isLabel?: boolean;
  }
  interface ListItemData {
    /** The number before the item with what stands behind it, `17.` or `1)`. */
    marker?: string;
  }
}

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>;

/** The text of a tree, with `\n` at the end of each line and of the file. */
export function printMarkdown(root: Root): string {
  return printer.stringify(root);
}

const OPTIONS: Options = {
  bullet: '-',
  // A line that no bullet before it makes longer.
  rule: '_',
  handlers: {listItem: printItem, text: printText},
  join: [partLists],
};

/** What would be Markdown in the title of a box; the extension escapes it in running text only. */
const UNSAFE_IN_TITLE = [
  ...['*', '_', '`', '~'].map(character => ({character})),
  {character: '<', after: '[!/?A-Za-z]'},
  {character: '&', after: '[#A-Za-z]'},
].map(one => ({...one, inConstruct: 'containerDirectiveLabel' as const}));

const printer = unified()
  .use(remarkFrontmatter, ['yaml'])
  .use(extensions)
  .use(remarkStringify, OPTIONS)
  .freeze();

/** What a manuscript may have beyond CommonMark; see `manuscript/markdown.ts`, which reads it back. */
function extensions(this: Processor): undefined {
  const data = this.data() as {toMarkdownExtensions?: unknown[]};
  const {handlers, unsafe} = directiveToMarkdown({preferUnquoted: true});
  data.toMarkdownExtensions = [
    ...(data.toMarkdownExtensions ?? []),
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    // One cell more must not change the lines of all rows.
    gfmTableToMarkdown({tablePipeAlign: false}),
    // A colon in running text is no directive to opcit, and needs no escape.
    {handlers, unsafe: unsafe?.filter(one => one.character !== ':' || one.atBreak === true)},
    {unsafe: UNSAFE_IN_TITLE},
  ];
}

/** An item behind its own marker, since the numbers of paragraphs need not follow each other. */
function printItem(...[node, , state, info]: Parameters<Handle>): string {
  const marker = node.data?.marker ?? state.bulletCurrent ?? '-';
  const size = marker.length + 1;
  const tracker = state.createTracker(info);
  tracker.move(`${marker} `);
  tracker.shift(size);
  const exit = state.enter('listItem');
  const content = state.containerFlow(node, tracker.current());
  exit();
  return state.indentLines(content, (line, index, isBlank) => {
    const margin = index === 0 ? marker.padEnd(isBlank ? 0 : size) : ' '.repeat(isBlank ? 0 : size);
    return margin + line;
  });
}

function printText(...[node, , state, info]: Parameters<Handle>): string {
  return node.data?.isLabel === true ? node.value : state.safe(node.value, info);
}

/** Two numbered lists of one kind would become one; what Markdown parts them by (`false`) nobody sees on the page. */
function partLists(left: Nodes, right: Nodes): false | undefined {
  const delimiter = delimiterOf(left);
  return delimiter !== undefined && delimiter === delimiterOf(right) ? false : undefined;
}

function delimiterOf(node: Nodes): string | undefined {
  return node.type === 'list' ? node.children[0]?.data?.marker?.slice(-1) : undefined;
}
