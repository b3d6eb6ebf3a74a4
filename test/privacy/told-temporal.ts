import type { Client } from '@temporalio/client';

/**
 * Everything that Temporal was told of the runs of one queue, as texts: their histories with every payload read, search
 * attributes, memo, ids. One text for each run.
 */
export async function toldTemporal(client: Client, taskQueue: string): Promise<readonly string[]> {
  const told: string[] = [];
  for await (const run of client.workflow.list({ query: `TaskQueue = '${taskQueue}'` })) {
    const history = await client.workflow.getHandle(run.workflowId, run.runId).fetchHistory();
    told.push([...textsIn({ history, run }, new Set())].join('\n'));
  }
  return told;
}

/** Names and texts of a value, whatever it is made of; bytes are read as text, for a payload is bytes. */
function* textsIn(value: unknown, seen: Set<object>): Generator<string> {
  if (typeof value === 'string') yield value;
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (value instanceof Uint8Array) {
    yield new TextDecoder().decode(value);
  } else if (value instanceof Map || Array.isArray(value)) {
    for (const part of value) yield* textsIn(part, seen);
  } else {
    for (const [name, part] of Object.entries(value)) {
      if (part !== null && part !== undefined) yield name;
      yield* textsIn(part, seen);
    }
  }
}
