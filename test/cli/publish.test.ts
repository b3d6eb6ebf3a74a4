import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { startWithoutWorker, type EarshotApi } from '../setup/earshot-processes.ts';
import { earshotIn } from './command.ts';

/** Asks the command of an Earshot that runs. */
const askOf = ({ url, token }: EarshotApi) => earshotIn(tmpdir(), { EARSHOT_URL: url, EARSHOT_TOKEN: token });
const Done = z.looseObject({ hash: z.string() });
/** What it answers, as JSON, where it does what it is asked for. */
async function doneBy(api: EarshotApi, ...words: readonly string[]) {
  const { stdout, stderr, status } = await askOf(api)(...words, '--json');
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return Done.parse(JSON.parse(stdout));
}

let earshot: EarshotApi;
beforeAll(async () => {
  earshot = await startWithoutWorker({ name: 'publish' });
});
afterAll(() => earshot.close());

const FLOW = 'mention-care';

describe('earshot publish', () => {
  it('keeps the why, and makes the flow live if asked to', async () => {
    const { store } = earshot;
    const before = await store.releases.history(FLOW);
    const { hash: shipped = '' } = before[0] ?? {};
    expect(await store.revisions.scenarios(shipped)).toEqual(mentionCare().scenarios);
    const words = ['publish', FLOW, '--why', 'Tried for a week'];
    const first = await doneBy(earshot, ...words);
    expect(first).toMatchObject({ flow: FLOW, live: false });
    expect(await store.releases.history(FLOW)).toEqual(before);
    const { hash } = first;
    expect(await doneBy(earshot, ...words, '--release')).toEqual({ ...first, live: true });
    expect(await store.releases.live(FLOW)).toMatchObject({ hash, why: 'Tried for a week' });
  });

  it('changes stories alone where the flow itself is what is live, and says so', async () => {
    const { store } = earshot;
    const { hash = '' } = (await store.releases.live(FLOW)) ?? {};
    const [first] = Object.entries(mentionCare().scenarios);
    if (first === undefined) throw new Error('The flow that ships has no story.');
    await store.stories.keep({
      flow: FLOW,
      hash,
      by: 'first-person',
      why: 'Only one.',
      scenarios: Object.fromEntries([first]),
    });
    const releases = await store.releases.history(FLOW);
    const words = ['publish', FLOW, '--release', '--why', 'All of them'];
    expect(await doneBy(earshot, ...words)).toMatchObject({ hash, live: true, stories: true });
    expect(await store.revisions.scenarios(hash)).toEqual(mentionCare().scenarios);
    expect(await store.releases.history(FLOW)).toEqual(releases);
    expect(await store.stories.history(FLOW)).toMatchObject([{ why: 'All of them' }, {}]);
  });

  it('refuses a flow whose scenarios do not come out, unless it is told to publish it anyway', async () => {
    const { store } = earshot;
    const folder = await mkdtemp(path.join(tmpdir(), 'earshot-publish-'));
    const scenario = {
      name: 'A hope',
      start: '2026-03-02T09:00:00Z',
      variables: {},
      expect: { outcome: 'put right' },
    };
    await mkdir(path.join(folder, 'scenarios'));
    await writeFile(path.join(folder, 'flow.json'), JSON.stringify(newFlow('hoped', 'Hoped').flow));
    await writeFile(path.join(folder, 'scenarios/hope.scenario.json'), JSON.stringify(scenario));
    const words = ['publish', folder, '--why', 'I hope'];
    expect(await askOf(earshot)(...words)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('“A hope”: it should end with “put right” and ends with “done”'),
    });
    expect(await store.revisions.list('hoped')).toEqual([]);
    const { hash } = await doneBy(earshot, ...words, '--anyway');
    expect(await store.revisions.scenarios(hash)).toEqual({ hope: scenario });
    expect((await store.audit.list({ subject: hash })).items).toMatchObject([
      { act: 'published a revision', detail: { despite: [expect.stringContaining('A hope')] } },
    ]);
    await rm(folder, { recursive: true });
  });

  it('is told that nothing of an archived flow goes live', async () => {
    const { store } = earshot;
    await store.flowStandings.letTakeCases('another');
    await store.flowStandings.archive(FLOW, 'first-person', 'Another is better.');
    expect(await askOf(earshot)('publish', FLOW, '--why', 'x', '--release')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('This flow is archived'),
    });
  });
});

describe('earshot publish where another person has to approve', () => {
  let careful: EarshotApi;
  beforeAll(async () => {
    careful = await startWithoutWorker({ name: 'careful', needsApproval: true });
  });
  afterAll(() => careful.close());

  it('holds it, says so, and exits with 3; the one who asked cannot ask twice, nor approve', async () => {
    const { store } = careful;
    const folder = await mkdtemp(path.join(tmpdir(), 'earshot-careful-'));
    await writeFile(path.join(folder, 'flow.json'), JSON.stringify(newFlow('careful', 'Careful').flow));
    const words = ['publish', folder, '--release', '--why', 'Tried.'];
    await expect(careful.command(...words)).rejects.toMatchObject({
      code: 3,
      stdout: "'Careful' waits for the approval of another person: nothing is published yet.\n",
    });
    const [waits] = await store.publishRequests.waiting('careful');
    expect(waits).toMatchObject({ why: 'Tried.', wants: 'live revision', by: 'first-person' });
    expect(await askOf(careful)(...words)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('waits for approval already'),
    });
    const answer = await fetch(`${careful.url}/api/approvals/${waits?.id ?? ''}/approve`, {
      method: 'POST',
      headers: { authorization: `Bearer ${careful.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ digest: waits?.digest }),
    });
    expect(answer.status).toBe(409);
    expect(await store.revisions.list('careful')).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

describe('earshot link', () => {
  it('is for whoever is named', async () => {
    expect(await earshot.command('link', '--person', 'first-person')).toMatch(/^http/);
  });
});
