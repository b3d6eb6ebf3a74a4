import { expect } from 'vitest';
import { z } from 'zod';
import type { CaseServer } from '../workflows/case-server.ts';
import type { Client } from './served.ts';

/** Asks each address that tells of what is kept of a person and for how long, or takes it away. */
export async function askAboutPersons(server: CaseServer, admin: Client): Promise<void> {
  const caseId = await server.hear({ author: { externalId: 'gone', email: 'gone@example.org' } });
  await server.openTask(caseId);
  const request = { email: 'gone@example.org', reference: 'letter 7', why: 'They asked for it.' };
  const { body: found } = await admin.send('POST', '/api/persons/find', { email: request.email });
  const { profileIds } = z.object({ profileIds: z.array(z.string()).length(1) }).parse(found);
  await admin.send('POST', '/api/persons/export', request);
  const { body } = await admin.send('POST', '/api/persons/erase', request);
  const { erasure } = z.object({ erasure: z.object({ id: z.string() }) }).parse(body);
  expect((await admin.get(`/api/erasures/${erasure.id}`)).body).toMatchObject({
    erasure: { profileIds, reference: 'letter 7', casesInWork: true },
    stillHolds: true,
  });
  await admin.send('PUT', '/api/retention', { kind: 'noise', days: 30, why: 'A trial.' });
  const { body: run } = await admin.send('POST', '/api/retention/run', {});
  const { id } = z.object({ id: z.string() }).parse(run);
  expect((await admin.get('/api/retention')).body).toMatchObject({ runs: [{ id, by: 'anna' }] });
  await server.client.workflow.getHandle(id).result();
}
