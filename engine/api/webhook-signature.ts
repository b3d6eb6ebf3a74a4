import { createHmac } from 'node:crypto';
import { isSame } from './tokens.ts';

/** How far a signature's time may be from ours, either way. */
export const REPLAY_WINDOW_S = 300;

/** The header that carries a webhook's signature: `t=<seconds since the epoch>,v1=<hex>`. */
export const SIGNATURE_HEADER = 'x-earshot-signature';

export type SignatureVerdict = 'good' | 'missing' | 'ill-formed' | 'too old' | 'wrong';

/** What a sender puts into the header: HMAC-SHA256 over `<t>.<body>`, keyed by the channel's secret. */
export function signatureOf(secret: string, body: Buffer, seconds: number): string {
  return `t=${seconds},v1=${mac(secret, body, String(seconds))}`;
}

/** Whether `header` signs exactly this body with this secret, near `nowMs`. Compared in constant time. */
export function checkSignature(
  secret: string,
  header: string | undefined,
  body: Buffer,
  nowMs: number,
): SignatureVerdict {
  if (header === undefined) return 'missing';
  const parts = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header);
  if (parts === null) return 'ill-formed';
  const [, seconds = '', given = ''] = parts;
  if (!isSame(given, mac(secret, body, seconds))) return 'wrong';
  return Math.abs(nowMs / 1000 - Number(seconds)) <= REPLAY_WINDOW_S ? 'good' : 'too old';
}

function mac(secret: string, body: Buffer, seconds: string): string {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
}
