import express from 'express';
import type { RequestHandler } from 'express';
import type { CaptureAnswer } from '../../definitions/model/views/mention.ts';
import { ApiProblem } from './api-problem.ts';
import { ChannelParams } from './channel.schema.ts';
import { webhookSecret } from './channels.ts';
import type { Deps } from './deps.ts';
import { captureEach } from './mentions.ts';
import { parseAs } from './parse.ts';
import { limitRate } from './rate-limit.ts';
import { checkSignature, SIGNATURE_HEADER } from './webhook-signature.ts';
import type { SignatureVerdict } from './webhook-signature.ts';
import { mentionsOfWebhook } from './webhook-mentions.ts';

const BODY_LIMIT = 1024 * 1024;
const PER_MINUTE = 600;
export const WEBHOOK_PATH = '/api/channels/:channel/webhook';

/**
 * Mentions pushed by another system. Nobody is signed in: the channel's secret signs each body. The signature is
 * judged before anything is read, and an unknown channel is told the same as a wrong one.
 */
export function mountWebhook(app: express.Express, { store, now }: Deps): void {
  const receive: RequestHandler = async (request, response) => {
    const { channel } = parseAs(ChannelParams, request.params, 'address');
    const bytes: unknown = request.body;
    const body = Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
    const secret = await webhookSecret(store, channel);
    const verdict =
      secret === null ? 'wrong' : checkSignature(secret, request.get(SIGNATURE_HEADER), body, now());
    if (verdict !== 'good') throw badSignature(verdict);
    const mentions = mentionsOfWebhook(channel, request.headers, body);
    const answer: CaptureAnswer = { verdicts: await captureEach(store, mentions, {}) };
    response.json(answer);
  };
  app.post(
    WEBHOOK_PATH,
    limitRate(PER_MINUTE),
    express.raw({ type: () => true, limit: BODY_LIMIT }),
    receive,
  );
}

const SAID: Record<Exclude<SignatureVerdict, 'good'>, string> = {
  missing: `The header ${SIGNATURE_HEADER} is missing.`,
  'ill-formed': `The header ${SIGNATURE_HEADER} is not of the form t=<seconds>,v1=<64 hexadecimal digits>.`,
  'too old': 'The signature is more than five minutes away from now.',
  wrong: 'The signature is not of this body and this channel’s secret.',
};

function badSignature(verdict: Exclude<SignatureVerdict, 'good'>): ApiProblem {
  return new ApiProblem(
    'bad signature',
    SAID[verdict],
    'Sign "<seconds>.<body>" with HMAC-SHA256 and the secret of the channel, at the time of sending.',
  );
}
