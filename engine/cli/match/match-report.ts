import type { Blocking } from '../../identity/matching/blocking.ts';
import type { Matches } from '../../identity/matching/match.ts';
import type { MatchModel } from '../../identity/matching/model.ts';
import type { Quality, qualityOf } from '../../identity/matching/quality.ts';
import type { Waterfall } from '../../identity/matching/waterfall.ts';
import type { ComparedColumns, MatchColumns } from './match-columns.ts';
import type { LeftOutRow } from './record-file.ts';

/** A pair with what speaks for and against it, field by field. */
export interface ExplainedPair extends Waterfall {
  readonly left_id: string;
  readonly right_id: string;
  readonly decision: 'link' | 'review';
}

/** What `earshot match --json` prints: what was compared and how, and how many pairs came of it. */
export interface MatchReport {
  readonly records: { readonly left: number; readonly right: number | null };
  /** The columns that name the records. */
  readonly id: MatchColumns['id'];
  readonly fields: readonly ComparedColumns[];
  /** Fields in which records say what nobody can read. */
  readonly unread: Matches['unread'];
  /** Columns that nobody looked at. */
  readonly unused: MatchColumns['unused'];
  readonly leftOut: { readonly left: readonly LeftOutRow[]; readonly right: readonly LeftOutRow[] };
  readonly keys: readonly { readonly key: string; readonly pairs: number }[];
  readonly refusedKeys: Blocking['refused'];
  readonly largeBlocks: Blocking['largeBlocks'];
  readonly compared: number;
  readonly thresholds: { readonly link: number; readonly review: number };
  readonly link: number;
  readonly review: number;
  readonly seconds: number;
  readonly model: MatchModel;
  /** Where the truth was given. */
  readonly quality?: ReturnType<typeof qualityOf>;
  /** Of what is linked without a person, where the truth was given. */
  readonly linked?: Quality;
  readonly explained?: readonly ExplainedPair[];
}
