import type { Payload, PayloadCodec } from '@temporalio/common';
import { decode, encode } from '@temporalio/common/lib/encoding.js';
import { z } from 'zod';
import type { RevisionSource } from './revision-source.ts';
import { HASH_METADATA, REVISION_ENCODING } from '../../engine/workflows/revision-ref.ts';

const Reference = z.object({ $revision: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * Puts the revision's JSON and its plans in place of its hash on the way into the sandbox. What goes out is left as it
 * is, so that histories hold the hash alone.
 */
export function revisionCodec(textOf: RevisionSource): PayloadCodec {
  return {
    encode: async (payloads) => payloads,
    decode: (payloads) => Promise.all(payloads.map((payload) => expand(payload, textOf))),
  };
}

async function expand(payload: Payload, textOf: RevisionSource): Promise<Payload> {
  const encoding = payload.metadata?.encoding;
  if (!encoding || !payload.data || decode(encoding) !== REVISION_ENCODING) return payload;
  const { $revision: hash } = Reference.parse(JSON.parse(decode(payload.data)));
  const text = await textOf(hash);
  if (text === null) throw new Error(`The store has no revision ${hash}: restore it, and the case goes on.`);
  return { metadata: { ...payload.metadata, [HASH_METADATA]: encode(hash) }, data: encode(text) };
}
