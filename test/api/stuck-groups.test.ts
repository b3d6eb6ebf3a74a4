import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Rounds } from '../../engine/runs/rounds.ts';
import { createDrawings } from '../../engine/api/drawings.ts';
import { startGroupActs } from '../../engine/api/work-off-groups.ts';
import { openCaseServer, silent, type CaseServer } from '../workflows/case-server.ts';
import { probeActivities } from '../workflows/probe-activities.ts';
import { anything, drawing, end, node, number, start } from '../workflows/drawing.ts';
import { serve, type Served } from './served.ts';

let server: CaseServer;
let api: Served;
let logs: string;
const probes = probeActivities();
const GROUP = { kind: 'activity failed', code: 'refused', flow: 'stuck', node: 'try' };

beforeAll(async () => {
  server = await openCaseServer({
    flow: drawing('stuck', {
      variables: [number('n', 1), anything('got')],
      nodes: [
        start,
        node('serviceTask', 'try', { activity: 'refuse', input: { value: 'n' }, result: 'got' }),
        end(),
      ],
      edges: ['start > try', 'try > end'],
    }),
    activities: probes.all,
  });
  logs = mkdtempSync(join(tmpdir(), 'earshot-logs-'));
  writeFileSync(join(logs, 'worker.log'), '');
  api = await serve({ on: server, logs });
});
afterAll(async () => {
  await api.close();
  await server.close();
  rmSync(logs, { recursive: true });
});

const worker = (name: string): Rounds =>
  startGroupActs({ ...server, drawings: createDrawings(server.store), logger: silent, worker: name });
const Act = z.object({
  id: z.string(),
  status: z.string(),
  total: z.number(),
  done: z.number(),
  refused: z.number(),
  by: z.object({ name: z.string() }),
});

async function stuckCases(count: number): Promise<readonly string[]> {
  const caseIds = await Promise.all(Array.from({ length: count }, () => server.hear()));
  for (const caseId of caseIds) await server.until(caseId, ({ status }) => status === 'stuck', 60_000);
  return caseIds;
}
const begin = (body: object, who = 'anna') =>
  api.as(who).send('POST', '/api/incidents/groups/resolve', { group: GROUP, why: 'All the same.', ...body });
async function actUntil(id: string, holds: (act: z.output<typeof Act>) => boolean) {
  for (const until = Date.now() + 30_000; ;) {
    const { body } = await api.as('bob').get('/api/incidents/acts');
    const act = Act.array()
      .parse(body)
      .find((one) => one.id === id);
    if (act !== undefined && holds(act)) return act;
    if (Date.now() > until) throw new Error(`The act did not become so: ${JSON.stringify(act)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a way out for a whole group', () => {
  it('leads every run of it on, says who and why of each, and goes on where one who died left it', async () => {
    const caseIds = await stuckCases(30);
    const { body: groups } = await api.as('bob').get('/api/incidents/groups');
    expect(groups).toMatchObject([{ ...GROUP, nodeName: 'try', count: 30, ways: { length: 4 } }]);

    const { status, body } = await begin({ resolution: { way: 'correct', variables: { n: 7 } } });
    expect(status).toBe(201);
    const act = Act.parse(body);
    expect(act).toMatchObject({ status: 'working', total: 30, done: 0, by: { name: 'Anna' } });

    // The one who takes it up first ends after its first batch; another goes on.
    const first = worker('first');
    await actUntil(act.id, ({ done }) => done > 0);
    await first.stop();
    const second = worker('second');
    const ended = await actUntil(act.id, (one) => one.status === 'done');
    await second.stop();
    expect(ended).toMatchObject({ total: 30, done: 30, refused: 0 });

    for (const caseId of caseIds)
      expect(await server.closed(caseId)).toMatchObject({ outcome: 'done', facts: { got: { value: 7 } } });
    expect((await api.as('bob').get('/api/incidents/groups')).body).toEqual([]);
    const { items } = await server.store.audit.list({ act: 'led a stuck run on' }, { limit: 100 });
    expect(new Set(items.map(({ caseId }) => caseId)).size).toBe(30);
    expect(items).toHaveLength(30);
    for (const { who, why, detail } of items)
      expect([who, why, detail['group']]).toEqual(['anna', 'All the same.', act.id]);
    const whole = await server.store.audit.list({ act: 'led a group of stuck runs on' });
    expect(whole.items).toMatchObject([
      { who: 'anna', why: 'All the same.', subject: act.id, detail: { count: 30 } },
    ]);
  });

  it('is refused to who may not, for what does not fit, and where nothing is stuck', async () => {
    await stuckCases(2);
    expect((await begin({ resolution: { way: 'retry' } }, 'bob')).status).toBe(403);
    expect((await begin({ resolution: { way: 'correct', variables: { n: 'seven' } } })).body).toMatchObject({
      code: 'ill-formed',
      errors: [{ field: 'n' }],
    });
    expect((await begin({ resolution: { way: 'skip', value: null, port: 'nowhere' } })).body).toMatchObject({
      code: 'ill-formed',
    });
    expect((await begin({ group: { ...GROUP, code: 'never' }, resolution: { way: 'retry' } })).status).toBe(
      404,
    );
    expect((await begin({ resolution: { way: 'retry' }, why: ' ' })).status).toBe(400);
  });

  it('names the log where the cause can be found, to engineers and admins alone', async () => {
    const [stuck] = (await server.store.incidents.open(GROUP)).items;
    const log = { file: join(logs, 'worker.log'), contains: stuck?.caseId, at: stuck?.at };
    const shown = async (who: string) => {
      const [groups, cases, one] = await Promise.all([
        api.as(who).get('/api/incidents/groups'),
        api.as(who).get('/api/incidents'),
        api.as(who).get(`/api/cases/${stuck?.caseId}`),
      ]);
      return [groups.body, cases.body, one.body];
    };
    expect(await shown('anna')).toMatchObject([
      [{ log: { ...log, contains: 'try' } }],
      { items: [{ log }, {}] },
      { incidents: [{ log }] },
    ]);
    for (const who of ['bob', 'aldo']) {
      expect(await shown(who)).toMatchObject([
        [{ log: null }],
        { items: [{ log: null }, { log: null }] },
        { incidents: [{ log: null }] },
      ]);
      expect(JSON.stringify(await shown(who))).not.toContain(logs);
    }
  });

  it('does the step again for those of that moment alone: what gets stuck by it again waits for a person', async () => {
    const { body } = await begin({ resolution: { way: 'retry' } });
    const { id, total } = Act.parse(body);
    expect(total).toBe(2);
    const rounds = worker('again');
    const ended = await actUntil(id, ({ status }) => status === 'done');
    await rounds.stop();
    expect(ended).toMatchObject({ done: 2, refused: 0 });
    // The step refuses as before, so both are stuck anew, and nobody tries again by himself.
    for (const until = Date.now() + 20_000; ;) {
      const { items } = await server.store.incidents.open(GROUP);
      if (items.length === 2 && items.every(({ act }) => act === null)) break;
      if (Date.now() > until) throw new Error('The runs are not stuck again.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });

  it('is stopped by a word: what was not led on by then waits for a person as before', async () => {
    const { items } = await server.store.incidents.open(GROUP);
    expect(items).toHaveLength(2);
    const act = Act.parse((await begin({ resolution: { way: 'cancel' } })).body);
    await api.as('anna').send('POST', `/api/incidents/acts/${act.id}/stop`, {});
    const rounds = worker('stopped');
    const stopped = await actUntil(act.id, ({ status }) => status === 'stopped');
    await rounds.stop();
    expect(stopped).toMatchObject({ done: 0, refused: 0, total: 2 });
    expect((await server.store.audit.list({ act: 'stopped leading a group on' })).items).toHaveLength(1);
    expect((await server.store.incidents.open(GROUP)).items).toMatchObject(
      items.map(({ id }) => ({ id, act: null })),
    );
  });

  describe('with a run among them that is gone', () => {
    async function withOneGone() {
      const { items } = await server.store.incidents.open(GROUP);
      const [gone, other] = items;
      if (gone === undefined || other === undefined) throw new Error('two are to be stuck');
      await server.client.workflow.getHandle(`case/${gone.caseId}`).terminate('for the test');
      return { gone, other };
    }
    async function workedOff(resolution: object) {
      const act = Act.parse((await begin({ resolution })).body);
      const rounds = worker('gone');
      const ended = await actUntil(act.id, ({ status }) => status === 'done');
      await rounds.stop();
      return ended;
    }
    const records = async (subject: string) => (await server.store.audit.list({ subject })).items;

    it('does not say of it that it was corrected: it was started again, and that was not done', async () => {
      const { gone, other } = await withOneGone();
      expect(await workedOff({ way: 'correct', variables: { n: 7 } })).toMatchObject({ done: 1, refused: 1 });
      expect(await server.closed(other.caseId)).toMatchObject({ facts: { got: { value: 7 } } });
      await server.until(gone.caseId, ({ status }) => status === 'stuck', 20_000);
      expect(await server.store.incidents.find(gone.id)).toMatchObject({
        refusal: expect.stringContaining('started again'),
      });
      expect(await records(gone.id)).toEqual([]);
    });

    it('tries it again by starting it again', async () => {
      await stuckCases(1);
      const { gone } = await withOneGone();
      expect(await workedOff({ way: 'retry' })).toMatchObject({ done: 2, refused: 0 });
      expect(await records(gone.id)).toMatchObject([{ detail: { resolution: { way: 'retry' } } }]);
      // Until the run that was started again reports, what its forerunner was stuck at stands open still.
      await expect
        .poll(async () => (await server.store.incidents.open(GROUP)).items.map(({ id }) => id), {
          timeout: 20_000,
        })
        .toEqual([expect.not.stringMatching(gone.id), expect.not.stringMatching(gone.id)]);
    });

    it('cancels its case all the same', async () => {
      const { gone, other } = await withOneGone();
      expect(await workedOff({ way: 'cancel' })).toMatchObject({ done: 2, refused: 0 });
      for (const { id, caseId } of [gone, other]) {
        expect(await server.closed(caseId)).toMatchObject({ outcome: null });
        expect(await records(id)).toMatchObject([{ who: 'anna', detail: { resolution: { way: 'cancel' } } }]);
      }
      expect((await server.store.incidents.open(GROUP)).items).toEqual([]);
    });
  });
});
