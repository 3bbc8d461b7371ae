/** The months in British English. `Intl` says them too, after loading tables for longer than all the rest of composing takes. */
export const BRITISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
