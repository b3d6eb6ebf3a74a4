/** The formats of files that mentions are brought in from. Apart from their readers, which take long to load. */
export const FORMATS = ['twcs', 'csv', 'jsonl', 'eml', 'mbox'] as const;
export type Format = (typeof FORMATS)[number];
