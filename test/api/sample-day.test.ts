import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { contractOf, type Contract } from './contract.ts';
import { serveWithSample, type SampleServed } from './sample-served.ts';
import { documentsOf } from '../setup/documents-of.ts';
import { ask } from './served.ts';

const MORNING = '2026-03-02T07:30:00-05:00';

let served: SampleServed;
let contract: Contract;
beforeAll(async () => {
  served = await serveWithSample();
  contract = contractOf((await ask(`${served.url}/api/openapi.json`)).body);
});
afterAll(() => served.close());

const me = () => contract.watch(served.me);
const inSample = (path: string) => served.me.get(`/sample/api${path}`);
const Day = z.object({ clock: z.object({ real: z.number(), story: z.number(), scale: z.number() }) });

it('is offered, and there is nothing under its address', async () => {
  expect((await me().get('/api/session')).body).toMatchObject({ sampleDay: 'offered' });
  expect((await me().get('/api/sample-day')).body).toBe(null);
  expect((await inSample('/cases')).status).toBe(404);
});

it('started twice is one, in the story’s time, and whoever comes second is told', async () => {
  const starting = { morning: MORNING };
  const answers = await Promise.all([
    me().send('POST', '/api/sample-day', starting),
    me().send('POST', '/api/sample-day', starting),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'conflict',
    detail: 'A sample day is on already.',
    whatToDo: 'Open the one that is on.',
  });
  expect((await me().get('/api/session')).body).toMatchObject({ sampleDay: 'on' });
  expect((await inSample('/session')).body).toMatchObject({ sampleDay: 'here' });
  const { clock } = Day.parse((await inSample('/sample-day')).body);
  expect(clock.story).toBe(Date.parse(MORNING));
  expect(clock.scale).toBe(1440);
});

it('is held, told slowly and told by itself, without a jump in its time', async () => {
  await me().send('POST', '/api/sample-day/pace', { pace: 'paused' });
  const held = Day.parse((await inSample('/sample-day')).body).clock;
  expect(held.scale).toBe(0);
  expect(held.story).toBeGreaterThan(Date.parse(MORNING));
  await me().send('POST', '/api/sample-day/pace', { pace: 'slow' });
  const slow = Day.parse((await inSample('/sample-day')).body).clock;
  expect(slow.story).toBe(held.story);
  await me().send('POST', '/api/sample-day/answers', { byThemselves: true });
  expect((await inSample('/sample-day')).body).toMatchObject({ pace: 'slow', byThemselves: true });
});

it('is taken away without trace, and can be started again', async () => {
  const before = await documentsOf(ownDatabase());
  expect((await me().send('POST', '/api/sample-day/remove', {})).status).toBe(204);
  expect((await me().get('/api/session')).body).toMatchObject({ sampleDay: 'offered' });
  expect(await documentsOf(served.sample.database)).toEqual({});
  const { sampledays: gone, ...left } = await documentsOf(ownDatabase());
  expect(gone).toBe(0);
  expect(left).toEqual({ ...before, sampledays: undefined });
  expect((await me().send('POST', '/api/sample-day', { morning: MORNING })).status).toBe(204);
  expect((await me().send('POST', '/api/sample-day/remove', {})).status).toBe(204);
}, 60_000);

const ownDatabase = (): string => served.sample.database.replace(/_sample$/, '');
