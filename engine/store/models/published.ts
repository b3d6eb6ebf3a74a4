/** What was made to count of a flow, as it is kept. */
export interface PublishedDoc {
  _id: string;
  flow: string;
  /** The revision that it is about. */
  hash: string;
  by: string;
  at: Date;
  why: string;
  /** What tells the draft that it came with from others of the flow; absent: it came with none. */
  draft?: string;
  /** Who approved of it; absent: nobody had to. */
  approvedBy?: string;
}

/** The fields of a schema for it. */
export const PUBLISHED = {
  _id: { type: String },
  flow: { type: String, required: true },
  hash: { type: String, required: true },
  by: { type: String, required: true },
  at: { type: Date, required: true },
  why: { type: String },
  draft: { type: String },
  approvedBy: { type: String },
} as const;
