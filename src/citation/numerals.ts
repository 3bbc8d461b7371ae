const ROMAN: Readonly<Record<string, number>> = {i: 1, v: 5, x: 10};

// "2", "12"; "ii", "xiv".
const DIGITS = /^\d{1,3}$/u;
const ROMAN_NUMERAL = /^[ivx]{1,5}$/u;

/** The number of a volume as it is typed in lower case: "ii" and "2" are one. */
export function numeralOf(text: string): number | undefined {
  if (DIGITS.test(text)) return Number(text);
  if (!ROMAN_NUMERAL.test(text)) return undefined;
  const values = [...text].map(letter => ROMAN[letter] ?? 0);
  return values.reduce((total, value, at) => total + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
