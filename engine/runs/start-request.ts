import {
  defineSearchAttributeKey,
  RawValue,
  SearchAttributeType,
  TypedSearchAttributes,
} from '@temporalio/common';
import { encode } from '@temporalio/common/lib/encoding.js';
import type { WorkflowSignalWithStartOptions } from '@temporalio/client';
import type { CaseStart } from '../workflows/messages.ts';
import { REVISION_ENCODING } from '../workflows/revision-ref.ts';

/** Search attributes of a case's run, known to Temporal's visibility. Never a person's. */
export const BRAND = defineSearchAttributeKey('EarshotBrand', SearchAttributeType.KEYWORD);
export const CHANNEL = defineSearchAttributeKey('EarshotChannel', SearchAttributeType.KEYWORD);

export function workflowIdOf(caseId: string): string {
  return `case/${caseId}`;
}

export interface StartRequest {
  readonly start: CaseStart;
  readonly revision: string;
  readonly seq: number;
  readonly taskQueue: string;
  readonly brand: string;
  readonly channel: string;
}

/** The request that tells a case's run of arrivals up to `seq` and starts it if none is open. */
export function startRequest(
  request: StartRequest,
): WorkflowSignalWithStartOptions<[{ readonly seq: number }]> & { args: [CaseStart, RawValue] } {
  const { start, revision, seq, taskQueue, brand, channel } = request;
  return {
    workflowId: workflowIdOf(start.caseId),
    taskQueue,
    args: [{ ...start, timersApart: true }, revisionArgument(revision)],
    signal: 'arrived',
    signalArgs: [{ seq }],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    typedSearchAttributes: new TypedSearchAttributes([
      { key: BRAND, value: brand },
      { key: CHANNEL, value: channel },
    ]),
    // One brand's flood must not hold up a quiet one. Temporal takes fairness keys of at most 64 bytes.
    priority: { fairnessKey: brand.slice(0, 16) },
  };
}

/** A revision travels as its hash; the worker's codec puts the content in. */
export function revisionArgument(hash: string): RawValue {
  return RawValue.fromPayload({
    metadata: { encoding: encode(REVISION_ENCODING) },
    data: encode(JSON.stringify({ $revision: hash })),
  });
}
