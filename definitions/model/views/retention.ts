/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/retention | | RetentionView |
 * | PUT  /api/retention | RetentionChange | RetentionView |
 * | POST /api/retention/run | | RetentionRun |
 */
import type { RetentionKind, RetentionRule, RetentionRun } from '../retention.ts';

export interface RetentionView {
  readonly rules: readonly (RetentionRule & {
    /** What the kind is, in plain words. */
    readonly what: string;
  })[];
  /** The latest twenty, newest first. */
  readonly runs: readonly RetentionRun[];
}

export interface RetentionChange {
  readonly kind: RetentionKind;
  /** Null: for ever. */
  readonly days: number | null;
  readonly why: string;
}
