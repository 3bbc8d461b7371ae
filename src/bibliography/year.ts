// `2003` · `987`: the whole value
const BARE_YEAR = /^-?\d{3,4}$/u;
// `-0044-03-15` · `2003-11` · `2003~` · `1998/2001`: EDTF at the start of the value
const EDTF_YEAR = /^(-?\d{4})(?![\dXxu])/u;
// The 1908 of `[c. 1908]`, the 2003 of `12 May 2003`, the 2001 of `2001a`; not the 199 of `199X`, nor a part of a longer number
const YEAR_IN_TEXT = /(?<!\d)(\d{4})(?![\dXx]|u\b)/u;

/**
 * The year of publication in a date as authors write it: EDTF (ISO 8601-2), or words with one year in them. The first
 * year of a range. `undefined` where no year is said: "n.d.", "forthcoming", the decade `199X`.
 */
export function readYear(text: string): number | undefined {
  if (BARE_YEAR.test(text)) return Number(text);
  const year = EDTF_YEAR.exec(text)?.[1] ?? YEAR_IN_TEXT.exec(text)?.[1];
  return year === undefined ? undefined : Number(year);
}
