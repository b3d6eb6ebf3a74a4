import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startProcesses, type EarshotProcesses } from '../setup/earshot-processes.ts';

let earshot: EarshotProcesses;
beforeAll(async () => {
  earshot = await startProcesses({ name: 'publish' });
});
afterAll(() => earshot.close());

const FLOW = 'mention-care';

describe('earshot publish', () => {
  it('keeps the why, and makes the flow live if asked to', async () => {
    const { store } = earshot;
    const before = await store.releases.history(FLOW);
    const words = ['publish', FLOW, '--why', 'Tried for a week', '--json'];
    const first = JSON.parse(await earshot.command(...words));
    expect(first).toMatchObject({ flow: FLOW, live: false });
    expect(await store.releases.history(FLOW)).toEqual(before);
    const { hash } = z.object({ hash: z.string() }).parse(first);
    expect(JSON.parse(await earshot.command(...words, '--release'))).toEqual({ ...first, live: true });
    expect(await store.releases.live(FLOW)).toMatchObject({ hash, why: 'Tried for a week' });
  });

  it('is told that nothing of an archived flow goes live', async () => {
    const { store } = earshot;
    await store.flowStandings.letTakeCases('another');
    await store.flowStandings.archive(FLOW, 'first-person', 'Another is better.');
    await expect(earshot.command('publish', FLOW, '--why', 'x', '--release')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('This flow is archived'),
    });
  });
});

describe('earshot link', () => {
  it('is for whoever is named', async () => {
    expect(await earshot.command('link', '--person', 'first-person')).toMatch(/^http/);
  });
});
