import type {Citations, Cite, Resolution} from '../citation/types.ts';

/** The codes under which an unsettled cite may be reported. */
export type CiteFault =
  | 'add-refs'
  | 'op-cit-without-antecedent'
  | 'op-cit-before-full-citation'
  | 'op-cit-ambiguous'
  | 'op-cit-year-differs'
  | 'ibid-without-antecedent'
  | 'ibid-ambiguous'
  | 'note-pointer-wrong'
  | 'unknown-work'
  | 'unknown-key'
  | 'reference-differs';

/** A cite that is not settled. */
export type UnsettledResolution = Exclude<Resolution, {readonly status: 'resolved'}>;

/**
 * The cites to be reported under one code, in reading order.
 *
 * This is the one place that divides unsettled cites among the rules: each belongs to one code, so that one cause
 * gives one message.
 */
export function cites(citations: Citations, fault: CiteFault): readonly UnsettledResolution[] {
  const faults = faultsOf(citations);
  return citations.resolutions.filter(
    (resolution, index): resolution is UnsettledResolution =>
      resolution.status !== 'resolved' && faults[index] === fault,
  );
}

/** The code under which each resolution is reported, in their order; `undefined` for those that are settled. */
export function faultsOf({resolutions}: Citations): readonly (CiteFault | undefined)[] {
  const faults: (CiteFault | undefined)[] = [];
  resolutions.forEach((resolution, index) => {
    const leansOnUnknown = faults[index - 1] === 'unknown-work' && leansOnOneBefore(resolutions, index);
    faults.push(leansOnUnknown ? 'unknown-work' : faultOf(resolution));
  });
  return faults;
}

/** True for *ibid* and *idem*, which look at nothing but the cite just before. */
export function leansOnTheCiteBefore({form}: Cite): boolean {
  return form === 'ibid' || form === 'idem';
}

/**
 * An unresolved *ibid* after a single work: a reader finds the work just above, even where the bibliography does not
 * hold it, so that the missing entry is the fault and not the *ibid*.
 */
function leansOnOneBefore(resolutions: readonly Resolution[], index: number): boolean {
  const [here, before, earlier] = [resolutions[index], resolutions[index - 1], resolutions[index - 2]];
  if (here?.status !== 'unresolved' || before === undefined || !leansOnTheCiteBefore(here.cite)) return false;
  if (isSamePlace(here.cite, before.cite)) return true;
  return earlier === undefined || !isSamePlace(earlier.cite, before.cite);
}

function isSamePlace({in: one}: Cite, {in: other}: Cite): boolean {
  if (one.kind === 'text' || other.kind === 'text') return false;
  return one.kind === other.kind && one.number === other.number;
}

function faultOf(resolution: Resolution): CiteFault | undefined {
  switch (resolution.status) {
    case 'resolved':
      return undefined;
    case 'placeholder':
      return 'add-refs';
    case 'ambiguous':
      return leansOnTheCiteBefore(resolution.cite) ? 'ibid-ambiguous' : 'op-cit-ambiguous';
    case 'unresolved':
      return faultOfUnresolved(resolution);
    case 'conflict':
      return faultOfConflict(resolution);
  }
}

type Unresolved = Extract<Resolution, {readonly status: 'unresolved'}>;
type Conflict = Extract<Resolution, {readonly status: 'conflict'}>;

function faultOfUnresolved({cite, reason, antecedent}: Unresolved): CiteFault | undefined {
  // The note that is not there is the finding.
  if (reason === 'number-open') return undefined;
  if (cite.form === 'placeholder') return 'add-refs';
  if (cite.form === 'key' || reason === 'unknown-key') return 'unknown-key';
  if (reason === 'no-such-note') return 'note-pointer-wrong';
  if (reason === 'not-in-bibliography' && antecedent !== undefined) return 'unknown-work';
  if (leansOnTheCiteBefore(cite)) return 'ibid-without-antecedent';
  if (cite.form === 'full') return 'unknown-work';
  if (cite.form === 'short' && reason === 'not-in-bibliography') return 'unknown-work';
  if (cite.pointer !== undefined && reason === 'note-without-work') return 'note-pointer-wrong';
  return 'op-cit-without-antecedent';
}

function faultOfConflict({cite, conflict}: Conflict): CiteFault {
  switch (conflict) {
    case 'name':
      return 'reference-differs';
    case 'year':
      return cite.form === 'full' || cite.form === 'key' ? 'reference-differs' : 'op-cit-year-differs';
    case 'note-number':
      return 'note-pointer-wrong';
    case 'forward':
      return 'op-cit-before-full-citation';
    case 'no-earlier-full-citation':
      return leansOnTheCiteBefore(cite) ? 'ibid-without-antecedent' : 'op-cit-without-antecedent';
  }
}
