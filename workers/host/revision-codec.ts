import type { Payload, PayloadCodec } from '@temporalio/common';
import { decode, encode } from '@temporalio/common/lib/encoding.js';
import { z } from 'zod';
import { HASH_METADATA, REVISION_ENCODING } from '../../engine/workflows/revision-ref.ts';

const Reference = z.object({ $revision: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * Puts the revision's JSON in place of its hash on the way into the sandbox. What goes out is left as it is, so that
 * histories hold the hash alone. `lookUp` answers the canonical JSON of a hash, or null when the store has none.
 */
export function revisionCodec(lookUp: (hash: string) => Promise<string | null>): PayloadCodec {
  return {
    encode: async (payloads) => payloads,
    decode: (payloads) => Promise.all(payloads.map((payload) => expand(payload, lookUp))),
  };
}

async function expand(payload: Payload, lookUp: (hash: string) => Promise<string | null>): Promise<Payload> {
  const encoding = payload.metadata?.encoding;
  if (!encoding || !payload.data || decode(encoding) !== REVISION_ENCODING) return payload;
  const { $revision: hash } = Reference.parse(JSON.parse(decode(payload.data)));
  const revision = await lookUp(hash);
  if (revision === null)
    throw new Error(`The store has no revision ${hash}: restore it, and the case goes on.`);
  return { metadata: { ...payload.metadata, [HASH_METADATA]: encode(hash) }, data: encode(revision) };
}
