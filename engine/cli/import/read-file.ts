import type { IncomingMention } from '../../../definitions/model/mention.ts';

/** Why one row of a file does not go in. Lines count from 1. */
export interface RowVerdict {
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

/** A row that can go in. */
export interface ReadMention {
  readonly line: number;
  readonly mention: IncomingMention;
  /** External ids of the thread before it, oldest first, as far as the row names them; the last is what it answers. */
  readonly before: readonly string[];
}

/** What a file holds. `read` counts its rows, good and bad. */
export interface ReadFile {
  readonly read: number;
  readonly mentions: readonly ReadMention[];
  readonly rejected: readonly RowVerdict[];
}

/** What a reader is told beside the file's bytes. */
export interface ReaderOptions {
  readonly channel: string;
  /** Brand of every mention whose row names none. */
  readonly brand: string | null;
  /** The company's own e-mail addresses, in lower case; what they wrote is outbound. */
  readonly own: readonly string[];
  /** How the file's texts are encoded; null: to be recognised. E-mails say it themselves. */
  readonly encoding: string | null;
  /** Which column holds which field; null: columns are named like the fields. */
  readonly map: FieldMap | null;
}

/** Fields of a mention as flat names. */
export const MENTION_FIELDS = [
  'externalId',
  'threadId',
  'direction',
  'authorId',
  'authorName',
  'authorHandle',
  'authorEmail',
  'authorPhone',
  'text',
  'subject',
  'url',
  'brand',
  'language',
  'occurredAt',
  'inReplyTo',
] as const;
export type MentionField = (typeof MENTION_FIELDS)[number];

/** Where a field comes from: a column by name (a path with dots in JSON), or the same value for every row. */
export type FieldMap = { readonly [field in MentionField]?: string | { readonly value: string } };

export type Reader = (bytes: Buffer, options: ReaderOptions) => ReadFile | Promise<ReadFile>;
