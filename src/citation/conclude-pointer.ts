import {ambiguous, resolved, unresolved} from './settle.ts';
import {fitShortForm} from './short-fit.ts';
import {isOneOfMore, strangerBefore} from './strangers.ts';
import type {Cite, Resolution} from './types.ts';
import type {Item, Walk} from './walk.ts';

type ShortFormItem = Extract<Item, {readonly kind: 'short-form'}>;

/**
 * A pointer sends the reader to a note: "n 3 above", "(n 4)", "supra note 12" (OSCOLA §1.2; AGLC §1.4). The number
 * decides among the works that the names fit; a number that speaks of another note than the names do has drifted, and
 * is a conflict. Without names the note must cite one work and no more, and its number must be settled: while a note before
 * it is called and not there, nobody can say which note was meant.
 */
export function concludePointer({cite, reading}: ShortFormItem, walk: Walk): Resolution {
  const pointer = reading.shortForm.pointer?.value ?? 0;
  const works = walk.worksOfNote(pointer);
  if (reading.lead.words.length === 0) return concludeBarePointer(cite, pointer, walk);

  const {agreeing, otherYear, otherGiven, suggestions} = fitShortForm(
    reading.lead,
    walk.index,
    true,
    reading.locator?.text,
  );
  const keys = agreeing.map(({indexed}) => indexed.entry.key);
  const inNote = keys.filter(key => works.keys.includes(key));
  const [only, other] = inNote;
  if (only !== undefined) {
    if (other !== undefined) return ambiguous(cite, inNote, walk);
    return isAhead(cite, only, pointer, walk) ? drifted(cite, only, walk) : resolved(cite, only, walk);
  }
  // The note cites something that is not settled, which may be the very work; the cite's own note is none such.
  const isOwn = cite.in.kind === 'note' && cite.in.number === pointer;
  if (works.hasUnsettled && !isOwn)
    return unresolved(cite, 'note-without-work', keys.length > 0 ? keys : suggestions);
  const [elsewhere, another] = keys.filter(key => walk.fullAnywhere(key) !== undefined);
  if (elsewhere !== undefined && another === undefined) {
    // The number may be that of another work of theirs, which has no entry.
    const stranger = strangerBefore(cite, agreeing, walk);
    const [fit] = agreeing.filter(({indexed}) => indexed.entry.key === elsewhere);
    if (stranger !== undefined || (fit !== undefined && isOneOfMore(cite, fit, walk)))
      return {...unresolved(cite, 'not-in-bibliography', [elsewhere]), antecedent: stranger};
  }
  if (elsewhere !== undefined && another === undefined) return drifted(cite, elsewhere, walk);
  if (another !== undefined) return ambiguous(cite, keys, walk);
  const [uncited, second] = keys;
  if (uncited !== undefined && second === undefined) {
    return {
      status: 'conflict',
      cite,
      key: uncited,
      conflict: 'no-earlier-full-citation',
      antecedent: undefined,
      differences: [],
    };
  }
  const [year, secondYear] = otherYear;
  if (year !== undefined && secondYear === undefined && otherGiven.length === 0) {
    const {key} = year.indexed.entry;
    return {
      status: 'conflict',
      cite,
      key,
      conflict: 'year',
      antecedent: walk.fullAnywhere(key),
      differences: [],
    };
  }
  const isMissing = !walk.hasNote(pointer);
  return unresolved(cite, isMissing ? 'no-such-note' : 'note-without-work', suggestions);
}

function concludeBarePointer(cite: Cite, pointer: number, walk: Walk): Resolution {
  const {keys, hasUnsettled} = walk.worksOfNote(pointer);
  if (!walk.hasNote(pointer)) return unresolved(cite, 'no-such-note', []);
  if (walk.isNumberOpen(pointer)) return unresolved(cite, 'number-open', keys.slice(0, 3));
  const [key, other] = keys;
  if (key === undefined || hasUnsettled) return unresolved(cite, 'note-without-work', keys.slice(0, 3));
  if (other !== undefined) return ambiguous(cite, keys, walk);
  return isAhead(cite, key, pointer, walk) ? drifted(cite, key, walk) : resolved(cite, key, walk);
}

/** Only *infra* and *below* may look forward. */
function isAhead(cite: Cite, key: string, pointer: number, walk: Walk): boolean {
  const own = cite.in.kind === 'note' ? cite.in.number : undefined;
  return (
    cite.form !== 'infra' && own !== undefined && pointer >= own && walk.fullBefore(key, cite) === undefined
  );
}

function drifted(cite: Cite, key: string, walk: Walk): Resolution {
  const before = walk.fullBefore(key, cite);
  const conflict = before === undefined && cite.form !== 'infra' ? 'forward' : 'note-number';
  return {
    status: 'conflict',
    cite,
    key,
    conflict,
    antecedent: before ?? walk.fullAnywhere(key),
    differences: [],
  };
}
