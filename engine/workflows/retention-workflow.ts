import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import { RETENTION_KINDS } from '../../definitions/model/retention.ts';
import type { RetentionActivities, RetentionStart } from './retention-messages.ts';

const { beginRetention, goOnErasing, takeOldAway, finishRetention } = proxyActivities<RetentionActivities>({
  startToCloseTimeout: '10 minutes',
  retry: { maximumInterval: '5 minutes' },
});

/** Takes away, kind by kind and batch by batch, what is older than it is kept. */
export async function retentionWorkflow({ by, from }: RetentionStart): Promise<void> {
  const { workflowId: runId } = workflowInfo();
  if (from === undefined) {
    await beginRetention({ runId, by });
    await goOnErasing();
  }
  for (const kind of RETENTION_KINDS.slice(from === undefined ? 0 : RETENTION_KINDS.indexOf(from.kind))) {
    let place = kind === from?.kind ? from.place : null;
    do {
      place = (await takeOldAway({ runId, kind, place })).next;
      if (place !== null && workflowInfo().continueAsNewSuggested)
        await continueAsNew<typeof retentionWorkflow>({ by, from: { kind, place } });
    } while (place !== null);
  }
  await finishRetention({ runId });
}
