import { access } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStoreOf } from '../../engine/runs/space.ts';
import { SCALE_OF } from '../../engine/sample/pace.ts';
import type { Store } from '../../engine/store/store.ts';
import { dialoguesEnding, endedAs, FUNNEL_AS_WRITTEN, funnelOf, idsOf } from '../sample/as-written.ts';
import { clockOf, comesTrue, LATER_SCALE, tellToItsEnd } from '../sample/tell-to-its-end.ts';
import type { ToldCase } from '../sample/told-day.ts';
import { documentsOf } from '../setup/documents-of.ts';
import { startProcesses, type EarshotProcesses } from '../setup/earshot-processes.ts';
import { killAndWait } from './kill-and-wait.ts';

const MORNING = '2026-03-02T07:30:00-05:00';
const LONGEST_MS = 500_000;
/** Nobody waits for the workers that were killed. */
const TAKEN_AWAY_WITHIN_MS = 20_000;
/** Cases opened when everything is killed: in the middle of the day, and towards its end. */
const KILLED_AT = [20, 50];

describe('a sample day of which API and worker are killed in the middle', () => {
  let earshot: EarshotProcesses;
  let store: Store;
  let day: readonly ToldCase[] = [];
  beforeAll(async () => {
    earshot = await startProcesses({ name: 'story', sampleScale: SCALE_OF.normal });
    store = await openStoreOf(earshot.sample.address, null);
    const until = Date.now() + LONGEST_MS;
    await send('', { morning: MORNING });
    await send('/answers', { byThemselves: true });
    for (const opened of KILLED_AT) {
      await comesTrue(async () => (await store.cases.list({}, { limit: 100 })).items.length >= opened, until);
      await Promise.all(earshot.services.map(killAndWait));
    }
    day = await tellToItsEnd({
      own: earshot.store,
      store,
      address: earshot.sample.address,
      morning: MORNING,
      until,
    });
  }, LONGEST_MS + 60_000);
  afterAll(async () => {
    await store?.close();
    await earshot?.close();
  });

  const headers = () => ({ authorization: `Bearer ${earshot.token}`, 'content-type': 'application/json' });

  async function send(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${earshot.url}/api/sample-day${path}`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(204);
  }

  it('is told to the same numbers as one that nothing happens to', () => {
    expect(funnelOf(day)).toEqual(FUNNEL_AS_WRITTEN);
  });

  it('comes to every ending that is written, and hears and says nothing twice', () => {
    for (const outcome of ['put right', 'silent', 'unresolved'])
      expect(endedAs(day, outcome)).toEqual(dialoguesEnding(outcome));
    expect(endedAs(day, 'thanked')).toEqual(['blog-16', 'tweet-13']);
    expect(new Set(idsOf(day)).size).toBe(day.length);
    for (const { replies, mentions } of day)
      for (const texts of [replies, mentions].map((all) => all.map(({ text }) => text)))
        expect(new Set(texts).size).toBe(texts.length);
  });

  it('goes on as fast as it was told, when the visitor acts after who told it was killed again', async () => {
    await send('/answers', { byThemselves: false });
    // Not the workers: one that was killed a moment ago is waited for when the day is taken away.
    const [api] = earshot.services;
    await killAndWait(api);
    const served = (): Promise<number> =>
      fetch(`${earshot.url}/sample/api/cases`, { headers: headers() }).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(served, { timeout: 60_000, interval: 200 }).toBe(200);
    expect((await clockOf(earshot.store)).scale).toBe(0);
    const call = await fetch(`${earshot.url}/sample/api/calls`, {
      method: 'POST',
      headers: headers(),
      body: JSON.stringify({
        key: 'after-the-end',
        channel: 'phone',
        said: 'Nobody came, for the third time. Where is your technician?',
        at: new Date((await clockOf(earshot.store)).story).toISOString(),
        who: { name: 'Dana Bluth' },
      }),
    });
    expect(call.status).toBe(201);
    let scale = 0;
    const until = Date.now() + 60_000;
    await comesTrue(async () => (scale = (await clockOf(earshot.store)).scale) > 0, until);
    expect(scale).toBe(LATER_SCALE);
  }, 120_000);

  it('is taken away without trace', { timeout: 240_000 }, async () => {
    const { address, crmFolder } = earshot.sample;
    const askedAt = Date.now();
    await send('/remove', {});
    expect(Date.now() - askedAt).toBeLessThan(TAKEN_AWAY_WITHIN_MS);
    expect(await documentsOf(address.database)).toEqual({});
    expect((await documentsOf(earshot.database))['sampledays']).toBe(0);
    await expect(access(crmFolder)).rejects.toMatchObject({ code: 'ENOENT' });
    const connection = await Connection.connect({ address: address.temporalAddress });
    const { workflow } = new Client({ connection, namespace: address.namespace });
    // Temporal takes a minute or more over what was closed a moment ago.
    await expect
      .poll(async () => (await workflow.count()).count, { timeout: 180_000, interval: 500 })
      .toBe(0);
    await connection.close();
  });
});
