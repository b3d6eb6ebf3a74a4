import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { PublishedDoc } from './models/published.ts';

/** Something of a flow that was made to count: of which revision, by whom, when and why. */
export interface Published {
  readonly id: string;
  readonly flow: string;
  readonly hash: string;
  readonly by: string;
  readonly at: string;
  readonly why: string;
  /** The draft that it came with, as its `born`; absent: it came with none. */
  readonly draft?: string;
  /** Who approved of it, where another person had to. */
  readonly approvedBy?: string;
}

export type NewPublished = Omit<Published, 'id' | 'at'>;

/** As it is kept from now on. */
export function publishedNow(
  db: Database,
  { flow, hash, by, why, draft, approvedBy }: NewPublished,
): PublishedDoc {
  return { _id: db.newId(), at: db.now(), ...whatOf({ flow, hash, by, why }, draft, approvedBy) };
}

export function publishedOf({ _id, flow, hash, by, at, why, draft, approvedBy }: PublishedDoc): Published {
  return { id: _id, at: iso(at), ...whatOf({ flow, hash, by, why }, draft, approvedBy) };
}

function whatOf<T>(what: T, draft: string | undefined, approvedBy: string | undefined) {
  return {
    ...what,
    ...(draft === undefined ? {} : { draft }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
  };
}
