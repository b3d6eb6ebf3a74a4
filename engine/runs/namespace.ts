import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { BRAND, CHANNEL } from './start-request.ts';

const KEYWORD = 2;
const ALREADY_EXISTS = 6;
/** How long Temporal keeps closed runs: a laptop that was off for weeks must find them when the archive looks. */
const RETENTION = '90 days';

/** Makes the namespace and its search attributes if they are missing. Needs a server that allows it; others are set up by who runs them. */
export async function ensureNamespace(connection: Connection, namespace: string): Promise<void> {
  const known = await connection.workflowService.describeNamespace({ namespace }).catch(() => null);
  if (known === null) {
    await connection.workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: msToTs(RETENTION) })
      .catch(unlessThere);
  }
  const names = [BRAND.name, CHANNEL.name];
  // A fresh namespace is known to the other parts of the server some seconds after it was made.
  for (let tries = 0; ; tries += 1) {
    try {
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
      const missing = names.filter((name) => !(name in (customAttributes ?? {})));
      if (missing.length === 0) return;
      const searchAttributes = Object.fromEntries(missing.map((name) => [name, KEYWORD]));
      await connection.operatorService
        .addSearchAttributes({ namespace, searchAttributes })
        .catch(unlessThere);
    } catch (error) {
      if (tries >= 60) throw error;
    }
    if (tries >= 60)
      throw new Error(`Temporal did not take up the search attributes of namespace ${namespace}.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function unlessThere(error: unknown): void {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === ALREADY_EXISTS) return;
  throw error;
}
