import assert from 'node:assert/strict';

/** An element of a part, read by a small strict reader: what is not well formed fails the test that reads it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

// <w:p w:a="b">, </w:p>, <w:b/>, <?xml …?>
const TAG = /<(?:\?[^>]*\?|(\/)?([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/)?)>/uy;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*"([^"]*)"/gu;
const ENTITY = /&(#x[\dA-Fa-f]+|#\d+|\w+);/gu;
const NAMED: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};
// What XML 1.0 has no way to write (2.2), and halves of surrogate pairs
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;

/** Reads a part; throws where it is not well formed. */
export function readXml(text: string): XmlElement {
  assert.doesNotMatch(text.replace(/[\u0080-\u009F]/gu, ''), UNWRITABLE);
  const top: {children: (XmlElement | string)[]} = {children: []};
  const open: {name: string; attributes: Record<string, string>; children: (XmlElement | string)[]}[] = [];
  let place = 0;
  while (place < text.length) {
    const inside = open.at(-1) ?? top;
    if (text[place] !== '<') {
      const end = text.indexOf('<', place);
      const stop = end === -1 ? text.length : end;
      const words = decode(text.slice(place, stop));
      if (inside !== top) inside.children.push(words);
      else assert.equal(words.trim(), '');
      place = stop;
      continue;
    }
    TAG.lastIndex = place;
    const match = TAG.exec(text);
    assert.ok(match, `no tag at ${place}: ${text.slice(place, place + 60)}`);
    place = TAG.lastIndex;
    const [, isEnd, name, attributes = '', isEmpty] = match;
    if (name === undefined) continue;
    if (isEnd !== undefined) {
      assert.equal(open.pop()?.name, name);
      continue;
    }
    const element = {name, attributes: readAttributes(attributes), children: []};
    inside.children.push(element);
    if (isEmpty === undefined) open.push(element);
  }
  assert.equal(open.length, 0);
  const [root] = top.children;
  assert.ok(root !== undefined && typeof root !== 'string');
  assert.equal(top.children.length, 1);
  return root;
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) {
    assert.ok(!(name in attributes), `attribute ${name} twice`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  return text.replace(ENTITY, (all, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    const named = NAMED[name];
    assert.ok(named !== undefined, `unknown entity ${all}`);
    return named;
  });
}

/** Every element of that name at any depth, in the order of the text. */
export function all(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (here: XmlElement): void => {
    for (const child of here.children) {
      if (typeof child === 'string') continue;
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}

/** The first element of that name at any depth. */
export function first(element: XmlElement, name: string): XmlElement | undefined {
  return all(element, name)[0];
}

/** The elements of that name directly inside. */
export function inside(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap(child => (typeof child !== 'string' && child.name === name ? [child] : []));
}

/** The value of the first element of that name, its `w:val`. */
export function settingOf(element: XmlElement | undefined, name: string): string | undefined {
  return element === undefined ? undefined : first(element, name)?.attributes['w:val'];
}
