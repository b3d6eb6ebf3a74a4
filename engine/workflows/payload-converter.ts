import {
  BinaryPayloadConverter,
  CompositePayloadConverter,
  JsonPayloadConverter,
  UndefinedPayloadConverter,
  type Payload,
  type PayloadConverterWithEncoding,
} from '@temporalio/common';
import { decode, encode } from '@temporalio/common/lib/encoding.js';
import { plannedBefore } from '../interpreter/compile-revision.ts';
import { link, type Program } from '../interpreter/link.ts';
import { COMPILING } from '../interpreter/planning.ts';
import { programFor } from './revision-cache.ts';
import {
  HASH_METADATA,
  isRevisionRef,
  REVISION_ENCODING,
  type RevisionInSandbox,
  type RevisionRef,
} from './revision-ref.ts';

/** A revision as the workflow sees it: still a reference, so that it can be handed to the next run, and linked. */
export interface LoadedRevision extends RevisionRef {
  readonly program: Program;
}

/** Writes a revision as its hash; reads it, after the codec put the JSON in, as a linked program. */
class RevisionPayloadConverter implements PayloadConverterWithEncoding {
  readonly encodingType = REVISION_ENCODING;

  toPayload(value: unknown): Payload | undefined {
    if (!isRevisionRef(value)) return undefined;
    return {
      metadata: { encoding: encode(REVISION_ENCODING) },
      data: encode(JSON.stringify({ $revision: value.$revision })),
    };
  }

  fromPayload<T>(payload: Payload): T {
    const hash = payload.metadata?.[HASH_METADATA];
    if (!hash || !payload.data)
      throw new TypeError('The revision was not put into the payload: is the codec missing?');
    const data = payload.data;
    const name = decode(hash);
    const program = programFor(name, () => {
      const { revision, compiled }: RevisionInSandbox = JSON.parse(decode(data));
      return link(revision, compiled === null ? COMPILING : plannedBefore(compiled));
    });
    const loaded: LoadedRevision = { $revision: name, program };
    return loaded as T;
  }
}

export const payloadConverter = new CompositePayloadConverter(
  new UndefinedPayloadConverter(),
  new BinaryPayloadConverter(),
  new RevisionPayloadConverter(),
  new JsonPayloadConverter(),
);
