import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Position } from '../../definitions/model/case.ts';
import type { FailedTry } from '../../engine/store/cases.ts';
import { caseIdOf, said } from '../store/fresh-store.ts';
import { report } from '../store/progress-report.ts';
import { smallRevision } from '../store/small-revision.ts';
import { contractOf } from './contract.ts';
import { serve, type Client, type Served } from './served.ts';

let api: Served;
let bob: Client;
let revision: string;
beforeAll(async () => {
  api = await serve();
  bob = contractOf((await api.as(null).get('/api/openapi.json')).body).watch(api.as('bob'));
  revision = (await api.store.revisions.put(smallRevision(), { author: 'ann', why: 'first' })).hash;
});
afterAll(() => api.close());

const ask = { scope: '0', flow: 'small', node: 'ask' };
const failed = (more: Partial<FailedTry> = {}): FailedTry => ({
  ...ask,
  visit: 1,
  item: 0,
  activity: 'lookUp',
  code: 'unreachable',
  reported: 0,
  ...more,
});
const since = '2026-03-02T10:00:00.000Z';
const start: Position = { scope: '0', flow: 'small', node: 'start', since, for: 'timer', until: null };

/** A case whose run was begun with the small revision, and has heard of what was said. */
async function begun(about: string): Promise<string> {
  const [verdict] = await api.store.mentions.capture([said(about)]);
  const caseId = caseIdOf(verdict);
  await api.store.cases.markDelivered(caseId, 1, revision);
  return caseId;
}
const read = async (caseId: string) => (await bob.get(`/api/cases/${caseId}`)).body;

describe('a case in which something is tried again', () => {
  it('stands at that step, which is named as drawn, also before its run has reported anything', async () => {
    const caseId = await begun('fresh');
    expect(await read(caseId)).toMatchObject({ owesReport: true, retries: [], positions: [] });
    await api.store.cases.noteRetry(caseId, failed());
    await api.store.cases.noteRetry(caseId, failed({ item: 1 }));
    const told = { ...ask, name: 'Answer the customer', code: 'unreachable' };
    expect(await read(caseId)).toMatchObject({
      status: 'open',
      retries: [told, told],
      positions: [{ ...ask, name: 'Answer the customer', for: 'activity' }],
    });
    const { body } = await bob.get('/api/cases');
    expect(body).toMatchObject({ items: [{ id: caseId, positions: [{ name: 'Answer the customer' }] }] });
  });

  it('is at work, whatever it waited for before', async () => {
    const caseId = await begun('went on');
    const rests = { revision, status: 'waiting' as const, positions: [start] };
    await api.store.cases.recordProgress(report(caseId, 1, rests));
    expect(await read(caseId)).toMatchObject({ status: 'waiting', owesReport: false });
    await api.store.cases.noteRetry(caseId, failed({ reported: 1 }));
    const { store } = api;
    expect(await read(caseId)).toMatchObject({
      status: 'open',
      positions: [{ node: 'ask' }, { node: 'start' }],
    });
    await store.cases.recordProgress(report(caseId, 2, rests));
    expect(await read(caseId)).toMatchObject({
      status: 'waiting',
      retries: [],
      positions: [{ node: 'start' }],
    });
  });

  it('is not said to try while nothing is there that could', async () => {
    const caseId = await begun('nobody works');
    await api.store.cases.noteRetry(caseId, failed());
    await api.store.incidents.raiseFromOutside(caseId, 'no worker');
    expect(await read(caseId)).toMatchObject({ status: 'stuck', retries: [], positions: [{ node: 'ask' }] });
    await api.store.incidents.clearFromOutside(caseId);
    expect(await read(caseId)).toMatchObject({ status: 'open', retries: [{ node: 'ask' }] });
  });
});
