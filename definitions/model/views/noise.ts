/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/noise | limit, cursor | Page<NoiseRow> (the newest case first) |
 * | POST /api/cases/:id/bring-back | { why } | NoiseRow; 'conflict' where it was not put aside, or its drawing does not know of that |
 */
import type { Json } from '../../flow/json.ts';
import type { ChannelKind } from '../mention.ts';
import type { Named } from './page.ts';

/** What was put aside, and why. */
export interface NoiseRow {
  readonly case: Named & { readonly channel: string; readonly brand: string };
  readonly at: string;
  /** It came in as history: nothing is sent to anyone, also when it is brought back. */
  readonly history: boolean;
  /** What was said, the latest three, oldest first. A text that was erased is null. */
  readonly mentions: readonly {
    readonly id: string;
    readonly author: string | null;
    readonly kind: ChannelKind;
    readonly text: string | null;
    readonly url: string | null;
    readonly at: string;
  }[];
  readonly reason: NoiseReason | null;
  /** Why it cannot be brought back; null: it can. */
  readonly stays: 'coming back' | 'older drawing' | null;
}

/** The decision that put it aside. */
export interface NoiseReason {
  /** Where to read it on its drawing. */
  readonly flow: string;
  readonly called: string;
  readonly node: string;
  readonly revision: string;
  /** The step, as drawn, and what its author says of it. */
  readonly step: string;
  readonly about: string | null;
  /** Of a table: its name, and the row that decided with its author's note. */
  readonly table: string | null;
  readonly row: number | null;
  readonly note: string | null;
  /** What that row looked at; empty when it cannot be said any more. */
  readonly looked: readonly { readonly name: string; readonly test: string; readonly value: Json }[];
}
