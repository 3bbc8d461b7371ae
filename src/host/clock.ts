/** A day, as the calendar of Greenwich has it. */
export interface Day {
  readonly year: number;
  /** From 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/**
 * Today, for a draft whose author has given no date yet; a submission never asks. SOURCE_DATE_EPOCH stands in for the clock
 * where builds must be the same on every day (reproducible-builds.org).
 *
 * @param env the process's environment
 */
export function today(env: Readonly<Record<string, string | undefined>>): Day {
  const fixed = Number.parseInt(env['SOURCE_DATE_EPOCH'] ?? '', 10);
  const now = Number.isNaN(fixed) ? new Date() : new Date(fixed * 1000);
  return {year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate()};
}
