/** Kinds of data that may be taken away by their age, each by itself. */
export const RETENTION_KINDS = [
  'mention-texts',
  'reply-texts',
  'raw-arrivals',
  'noise',
  'customer-records',
  'calls-out',
  'ways-taken',
] as const;

export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** What each kind is, in plain words. */
export const RETENTION_WORDS: { readonly [kind in RetentionKind]: string } = {
  'mention-texts': 'what people wrote, and the titles of their cases',
  'reply-texts': 'what was answered, and what colleagues wrote in a case',
  'raw-arrivals': 'what a channel said beside a text: fields of its own, addresses of pages',
  noise: 'what was put aside as noise, with all that came with it',
  'customer-records': 'what customer systems said, as it was copied last',
  'calls-out': 'what other systems answered when they were called',
  'ways-taken': 'the way that cases took, step by step',
};

/** Shortest and longest time that may be set, in days. */
export const RETENTION_DAYS = { least: 1, most: 36_500 } as const;

/** How long one kind of data is kept. */
export interface RetentionRule {
  readonly kind: RetentionKind;
  /** Counted from when its case changed last; of a customer record, from when it was copied last. Null: for ever. */
  readonly days: number | null;
  /** Who said so, when and why; null: nobody did, it is as it comes. */
  readonly by: string | null;
  readonly at: string | null;
  readonly why: string | null;
}

/** One time that data was taken away by its age. */
export interface RetentionRun {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  /** Null: it is under way. */
  readonly endedAt: string | null;
  /** Documents that were emptied, by kind. */
  readonly taken: { readonly [kind: string]: number };
}
