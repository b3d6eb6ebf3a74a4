import { CaptureAnswerSchema } from '../../api/mention.schema.ts';
import { ProblemSchema } from '../../api/problem.schema.ts';
import type { CaptureVerdict } from '../../../definitions/model/mention.ts';
import type { ApiClient } from '../api-client.ts';
import { CallerProblem } from '../caller-problem.ts';
import type { Batch } from './batches.ts';

const TOO_LARGE = 413;
const REFUSED = new Set([400, TOO_LARGE, 422]);

/**
 * Sends a batch; one verdict for each mention, in its order. A retry after a lost answer carries the same import id
 * and is answered as captured again. A batch refused as a whole is sent in halves until it is known which mention is
 * to blame.
 */
export async function sendBatch(
  api: ApiClient,
  batch: Batch,
  importId: string,
): Promise<readonly CaptureVerdict[]> {
  const { status, body, problem } = await api.request('POST', '/api/mentions', {
    mentions: batch.map((row) => row.mention),
    importId,
  });
  if (problem === null) {
    const { verdicts } = CaptureAnswerSchema.parse(body);
    if (verdicts.length !== batch.length)
      throw new Error(`${batch.length} mentions got ${verdicts.length} verdicts.`);
    return verdicts;
  }
  const refusal = ProblemSchema.safeParse(problem);
  const detail = refusal.success ? refusal.data.detail : `status ${status}`;
  if (!REFUSED.has(status)) {
    throw new CallerProblem(
      'refused',
      `Earshot refused the import (${detail})`,
      refusal.success ? refusal.data.whatToDo.replace(/\.$/, '') : 'see its log',
    );
  }
  if (batch.length === 1) {
    const [first] = refusal.success ? (refusal.data.errors ?? []) : [];
    return [{ status: 'rejected', field: first?.field ?? 'row', reason: first?.reason ?? detail }];
  }
  const middle = Math.ceil(batch.length / 2);
  return [
    ...(await sendBatch(api, batch.slice(0, middle), importId)),
    ...(await sendBatch(api, batch.slice(middle), importId)),
  ];
}
