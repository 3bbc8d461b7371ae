import type {Entry, Name, Person} from '../../src/bibliography/types.ts';

/** The dresses in which an author may type one and the same work; each gives the text of a note. */
export const DRESSES: Readonly<Record<string, (entry: Entry) => string>> = {
  Harvard: entry =>
    `${names(entry, inverted, inverted)} (${entry.year}) ${title(entry, '*', '')}${holder(entry, ', ')}`,
  'Harvard with names straight after the first': entry =>
    `${names(entry, inverted, straight)} (${entry.year}) ${title(entry, '*', "'")}${holder(entry, ', ')}`,
  'Harvard without marks': entry =>
    `${names(entry, inverted, straight)} (${entry.year}) ${title(entry, '', '')}${holder(entry, ', ')}`,
  'Harvard with stops': entry =>
    `${names(entry, stopped, stopped)} (${entry.year}). ${title(entry, '*', '')}.${holder(entry, ' ')}.`,
  Chicago: entry => `${names(entry, full, full)}, ${title(entry, '*', '"')} (${imprint(entry)}), 12.`,
  MHRA: entry => `${names(entry, full, full)}, ${title(entry, '*', '‘')} (${imprint(entry)}), p. 12.`,
  'see, and a page': entry =>
    `See ${names(entry, full, full)}, ${title(entry, '*', '‘')} (${imprint(entry)}), at p 12.`,
  'names without given names': entry =>
    `${names(entry, family, family)}, ${title(entry, '*', '“')}, ${entry.year}`,
  'no year': entry => `${names(entry, full, full)}, ${title(entry, '*', '“')}${holder(entry, ', ')}`,
  'ampersand and capitals': entry =>
    `${names(entry, inverted, inverted).replace(' and ', ' & ')} (${entry.year}) ${title(entry, '*', '').toUpperCase()}`,
  'prose before': entry =>
    `This was shown at length by ${names(entry, full, full)}, ${title(entry, '*', '“')} (${imprint(entry)}).`,
};

type Write = (name: Person) => string;

export function names({names: list, hasOthers}: Entry, first: Write, next: Write): string {
  const written = list.map((name, order) => one(name, order === 0 ? first : next));
  if (hasOthers) return `${written.join(', ')} et al`;
  return written.length < 2 ? written.join('') : `${written.slice(0, -1).join(', ')} and ${written.at(-1)}`;
}

function one(name: Name, write: Write): string {
  return name.kind === 'body' ? name.literal : write(name);
}

export function inverted({family: last, given}: Person): string {
  return given === undefined ? last : `${last}, ${initials(given).join(' ')}`;
}

export function straight({family: last, given}: Person): string {
  return given === undefined ? last : `${initials(given).join(' ')} ${last}`;
}

function stopped({family: last, given}: Person): string {
  return given === undefined
    ? last
    : `${last}, ${initials(given)
        .map(letter => `${letter}.`)
        .join('')}`;
}

function full({family: last, given}: Person): string {
  return given === undefined ? last : `${given} ${last}`;
}

export function family({family: last}: Person): string {
  return last;
}

function initials(given: string): readonly string[] {
  return given.split(/[\s.]+/u).flatMap(part => part[0] ?? []);
}

/** The title in emphasis for a work of its own, in quotation marks for one that stands in another. */
export function title(entry: Entry, own: string, inside: string): string {
  const close = inside === '“' ? '”' : inside === '‘' ? '’' : inside;
  return entry.container === undefined ? `${own}${entry.title}${own}` : `${inside}${entry.title}${close}`;
}

function holder({container, volume, issue, pages, publisher, place}: Entry, before: string): string {
  if (container !== undefined && volume !== undefined)
    return `${before}*${container}* ${volume}:${issue}, pp ${pages}`;
  if (container !== undefined) return `${before}in *${container}*, ${publisher}, ${place}`;
  return publisher === undefined
    ? ''
    : `${before}${[publisher, place].filter(part => part !== undefined).join(', ')}`;
}

function imprint({place, publisher, year}: Entry): string {
  const house = [place, publisher].filter(part => part !== undefined).join(': ');
  return house === '' ? `${year}` : `${house}, ${year}`;
}
