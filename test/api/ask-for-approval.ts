import { expect } from 'vitest';
import { z } from 'zod';
import type { CaseServer } from '../workflows/case-server.ts';
import type { Contract } from './contract.ts';
import { PEOPLE, serve, type Client } from './served.ts';

/** Asks each address of an installation in which another person has to approve of what is published. */
export async function askForApproval(server: CaseServer, contract: Contract, anna: Client): Promise<void> {
  const careful = await serve({ on: server, needsApproval: true });
  for (const anybody of PEOPLE.slice(0, 1))
    await server.store.people.upsert({ ...anybody, id: 'eve', name: 'Eve', roles: ['analyst'] });
  const [ann, other] = ['anna', 'eve'].map((who) => contract.watch(careful.as(who)));
  if (ann === undefined || other === undefined) throw new Error('Nobody is there.');
  const at = '/api/flows/held-one';
  await ann.send('POST', '/api/flows', { name: 'Held one' });
  const ask = async () => {
    const answer = await ann.send('POST', `${at}/draft/release`, { version: 1, why: 'It is new.' });
    expect(answer.status).toBe(202);
    return z.object({ held: z.object({ id: z.string() }) }).parse(answer.body).held.id;
  };
  await ann.send('POST', `/api/approvals/${await ask()}/withdraw`, {});
  await other.send('POST', `/api/approvals/${await ask()}/send-back`, { why: 'Say more.' });
  const id = await ask();
  const { body } = await other.get(`/api/approvals/${id}`);
  expect(body).toMatchObject({ isMine: false, state: 'waiting', draft: 'as asked' });
  expect((await ann.get('/api/flows')).body).toContainEqual(
    expect.objectContaining({ id: 'held-one', waiting: expect.objectContaining({ id }) }),
  );
  const { digest, revision } = z.object({ digest: z.string(), revision: z.looseObject({}) }).parse(body);
  await other.send('POST', `/api/approvals/${id}/approve`, { digest });
  expect((await ann.get(`${at}/approval`)).body).toMatchObject({
    isNeeded: true,
    last: { state: 'approved' },
  });
  expect((await ann.get(`${at}/releases`)).body).toMatchObject([{ approvedBy: { name: 'Eve' } }]);
  const scenarios = { one: { name: 'One', start: '2026-03-02T09:00:00Z', variables: {} } };
  const told = await anna.send('POST', `${at}/revisions`, { revision, why: 'A story.', scenarios });
  expect(told).toMatchObject({ status: 201, body: { became: 'stories' } });
  expect((await ann.get(`${at}/stories`)).body).toMatchObject([{ number: 1, why: 'A story.' }]);
  const { hash } = z.object({ hash: z.string() }).parse(told.body);
  expect((await ann.get(`/api/revisions/${hash}/stories`)).body).toEqual({ scenarios });
  await careful.close();
}
