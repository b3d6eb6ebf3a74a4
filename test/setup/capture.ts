import { randomBytes } from 'node:crypto';
import { CaptureAnswerSchema } from '../../engine/api/mention.schema.ts';
import type { IncomingMention } from '../../definitions/model/mention.ts';

export type Said = Pick<IncomingMention, 'text'> & Partial<IncomingMention>;

/** Sends mentions to a running Earshot over HTTP, each in a thread of its own; answers their cases. */
export async function capture(
  { url, token }: { readonly url: string; readonly token: string },
  said: readonly Said[],
): Promise<readonly string[]> {
  const mentions = said.map((fields): IncomingMention => {
    const id = randomBytes(6).toString('hex');
    return {
      channel: 'tweet',
      externalId: id,
      direction: 'inbound',
      author: { externalId: `author-${id}`, handle: `ann_${id.slice(0, 4)}` },
      brand: 'cableco',
      occurredAt: new Date().toISOString(),
      ...fields,
    };
  });
  const response = await fetch(`${url}/api/mentions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ mentions }),
  });
  const { verdicts } = CaptureAnswerSchema.parse(await response.json());
  return verdicts.map((verdict) => {
    if (verdict.status === 'rejected') throw new Error(`${verdict.field} ${verdict.reason}`);
    return verdict.caseId ?? '';
  });
}
