import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSignature, REPLAY_WINDOW_S, signatureOf } from '../../engine/api/webhook-signature.ts';

const SECRET = 'a secret of the channel';
const NOW_S = 1_790_000_000;
const BODY = Buffer.from('{"text":"Nobody came."}');
const judged = (header: string | undefined, body = BODY, secret = SECRET, atS = NOW_S) =>
  checkSignature(secret, header, body, atS * 1000);

describe('a webhook’s signature', () => {
  it('is good for the body, the secret and the time it was made for', () => {
    expect(judged(signatureOf(SECRET, BODY, NOW_S))).toBe('good');
  });

  it('is wrong for any other body', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        const [signed, sent] = [Buffer.from(a), Buffer.from(b)];
        const verdict = judged(signatureOf(SECRET, signed, NOW_S), sent);
        expect(verdict).toBe(signed.equals(sent) ? 'good' : 'wrong');
      }),
    );
  });

  it('is wrong under another secret, or when its time was changed', () => {
    expect(judged(signatureOf('another', BODY, NOW_S))).toBe('wrong');
    const [, mac] = signatureOf(SECRET, BODY, NOW_S).split(',');
    expect(judged(`t=${NOW_S + 1},${mac}`)).toBe('wrong');
  });

  it('is too old five minutes away from now, either way', () => {
    const header = signatureOf(SECRET, BODY, NOW_S);
    expect(judged(header, BODY, SECRET, NOW_S + REPLAY_WINDOW_S)).toBe('good');
    expect(judged(header, BODY, SECRET, NOW_S + REPLAY_WINDOW_S + 1)).toBe('too old');
    expect(judged(header, BODY, SECRET, NOW_S - REPLAY_WINDOW_S - 1)).toBe('too old');
  });

  it('says what is missing or ill-formed, and never throws', () => {
    expect(judged(undefined)).toBe('missing');
    fc.assert(
      fc.property(
        fc.string(),
        (header) => void expect(['ill-formed', 'wrong', 'too old']).toContain(judged(header)),
      ),
    );
  });
});
