import type {Entry, Name, NamesInField} from '../../bibliography/types.ts';

/** How many authors are named before "et al". */
const MOST_NAMES = 3;

/** The names as a sentence has them: "Tacoli and Satterthwaite", "Dang et al". Empty where the entry names nobody. */
export function writeNames({names, hasOthers}: Pick<Entry, 'names' | 'hasOthers'>): string {
  const surnames = names.map(surnameOf);
  if (hasOthers || surnames.length > MOST_NAMES) return surnames.length === 0 ? '' : `${surnames[0]} et al`;
  return joined(surnames);
}

/** All names with the first turned round, as a list is ordered by it: "Tacoli, C and D Satterthwaite". */
export function writeNamesForList({names, hasOthers}: NamesInField): string {
  return written(
    names.map((name, at) => (at === 0 ? surnameFirst(name) : givenFirst(name))),
    hasOthers,
  );
}

/** All names in their own order: "Yann Yew and Eva Elm". */
export function writeNamesInOrder({names, hasOthers}: NamesInField): string {
  return written(names.map(givenFirst), hasOthers);
}

export function surnameOf(name: Name): string {
  return name.kind === 'person' ? name.family : name.literal;
}

function written(names: readonly string[], hasOthers: boolean): string {
  if (names.length === 0) return '';
  return hasOthers ? `${names.join(', ')} et al` : joined(names);
}

function surnameFirst(name: Name): string {
  if (name.kind === 'body') return name.literal;
  return name.given === undefined ? name.family : `${name.family}, ${name.given}`;
}

function givenFirst(name: Name): string {
  if (name.kind === 'body') return name.literal;
  return name.given === undefined ? name.family : `${name.given} ${name.family}`;
}

function joined(names: readonly string[]): string {
  const last = names.at(-1);
  if (last === undefined) return '';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
