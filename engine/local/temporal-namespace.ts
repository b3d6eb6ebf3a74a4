import { Connection } from '@temporalio/client';
import { ensureNamespace } from '../runs/namespace.ts';

/** Rejects while nothing answers at this address; then sees to it that the namespace can be used. */
export async function prepareNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' });
  try {
    await ensureNamespace(connection, namespace);
  } finally {
    await connection.close();
  }
}
