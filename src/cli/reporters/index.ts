import type {Reporter} from './report.ts';

/** The words after `lint --format`, in the order in which they are listed to people. */
export const reporterIds = ['pretty', 'concise', 'json'] as const;

/** A way to print findings. */
export type ReporterId = (typeof reporterIds)[number];

/** Each reporter, loaded when asked for. */
export const reporters: {readonly [Id in ReporterId]: () => Promise<Reporter>} = {
  pretty: async () => (await import('./pretty.ts')).printPretty,
  concise: async () => (await import('./concise.ts')).printConcise,
  json: async () => (await import('./json.ts')).printJsonReport,
};
