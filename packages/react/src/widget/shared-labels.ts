/** Words that every data widget shares: its states, and what qualifies a number. */
export const sharedLabels = {
  loading: 'Loading',
  failed: 'Could not load',
  forbidden: 'No access',
  absent: 'Not found or not shared with you',
  undefined: 'No value',
  retry: 'Try again',
  stale: 'Not up to date',
  lowSample: 'Few answers',
  explain: 'How this came about',
  coverage: 'Coverage',
  revision: 'Revision',
};

/** The type of {@link sharedLabels}. */
export type SharedLabels = typeof sharedLabels;
