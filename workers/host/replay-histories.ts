import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { caseDataConverter } from './case-worker.ts';
import { revisionText } from './revision-source.ts';

export interface ReplayFinding {
  readonly file: string;
  readonly problem: string | null;
}

/**
 * Replays every recorded history (`*.json`) of a folder through this build; answers, for each, what went wrong.
 * The revisions that the histories are pinned to stand in its folder `revisions`, each named by its hash.
 */
export async function replayHistories(
  folder: string,
  workflowBundle: WorkflowBundleWithSourceMap,
): Promise<readonly ReplayFinding[]> {
  const revisionOf = (hash: string): Promise<string | null> =>
    readFile(path.join(folder, 'revisions', `${hash}.json`), 'utf8').then(revisionText, () => null);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  const replays = Worker.runReplayHistories(
    { workflowBundle, dataConverter: caseDataConverter(revisionOf) },
    readAll(folder, files),
  );
  const findings: ReplayFinding[] = [];
  for await (const { workflowId, error } of replays)
    findings.push({ file: workflowId, problem: error?.message ?? null });
  return findings;
}

async function* readAll(
  folder: string,
  files: readonly string[],
): AsyncGenerator<{ workflowId: string; history: unknown }> {
  for (const file of files) {
    yield { workflowId: file, history: JSON.parse(await readFile(path.join(folder, file), 'utf8')) };
  }
}
