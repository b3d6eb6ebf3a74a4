import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { workflowIdOf } from '../../engine/runs/start-request.ts';
import type { CaseServer } from './case-server.ts';

export const HISTORIES = fileURLToPath(new URL('../histories', import.meta.url));

/**
 * With RECORD_HISTORIES=1 keeps a run's history, and the revision it is pinned to, for replay by every later build.
 * Recorded once per behaviour; recorded anew only when the old ones need not replay any more.
 */
export async function recordHistory(
  server: CaseServer,
  caseId: string,
  name: string,
  runId?: string,
): Promise<void> {
  if (process.env.RECORD_HISTORIES !== '1') return;
  const history = await server.client.workflow.getHandle(workflowIdOf(caseId), runId).fetchHistory();
  const revision = await server.store.revisions.raw(server.revision);
  await mkdir(path.join(HISTORIES, 'revisions'), { recursive: true });
  const anonymous = historyToJSON(history).replace(/"identity": "[^"]*"/g, '"identity": "earshot"');
  await writeFile(path.join(HISTORIES, `${name}.json`), anonymous);
  await writeFile(path.join(HISTORIES, 'revisions', `${server.revision}.json`), revision ?? '');
}
