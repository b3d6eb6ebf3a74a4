/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | POST /api/mentions | { mentions: IncomingMention[] (1–1,000), importId? } or one IncomingMention | CaptureAnswer |
 * | GET  /api/channels | | ChannelView[] |
 * | PUT  /api/channels/:channel | { kind, longestReply? } | ChannelSecret |
 * | POST /api/channels/:channel/webhook (signed, no sign-in) | CloudEvents 1.0 or plain JSON | CaptureAnswer |
 * | GET  /api/imports/:importId | | ImportProgress |
 */
import type { CaptureVerdict, ChannelKind } from '../mention.ts';

export type CaptureAnswer = { readonly verdicts: readonly CaptureVerdict[] };

export type ChannelView = {
  readonly name: string;
  readonly kind: ChannelKind;
  /** Most characters of one reply on it; null: no limit. */
  readonly longestReply: number | null;
};

/** With what its senders sign webhooks; for engineers and admins. */
export type ChannelSecret = ChannelView & { readonly webhook: string; readonly secret: string };

/** settled: cases that stand at a wait, a person, stuck or an end, and have seen all that arrived. lost: mentions not seen. */
export interface ImportProgress {
  readonly mentions: number;
  readonly conversations: number;
  readonly cases: number;
  readonly settled: number;
  readonly lost: number;
  readonly incidents: number;
}
