import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask, type Answer } from '../api/served.ts';
import { capture } from '../setup/capture.ts';
import { startProcesses, type EarshotProcesses } from '../setup/earshot-processes.ts';
import { SCALE_OF } from '../../engine/sample/pace.ts';

const MORNING = '2026-03-02T07:30:00-05:00';
/** Much longer than it takes, and shorter than anything that would come by itself: other tests want the machine too. */
const TOLD_WITHIN_MS = 10_000;
const DayView = z.looseObject({ pace: z.string() });

describe('two APIs over one database', () => {
  let earshot: EarshotProcesses;
  let both: readonly [string, string];
  beforeAll(async () => {
    earshot = await startProcesses({ name: 'two', sampleScale: SCALE_OF.slow });
    both = [earshot.url, await earshot.anotherApi()];
  }, 180_000);
  afterAll(() => earshot?.close());

  const headers = () => ({ authorization: `Bearer ${earshot.token}`, 'content-type': 'application/json' });
  const tell = (url: string, path: string, body: unknown): Promise<Answer> =>
    ask(`${url}${path}`, { method: 'POST', headers: headers(), body: JSON.stringify(body) });
  const read = (url: string, path: string): Promise<Answer> => ask(`${url}${path}`, { headers: headers() });

  it('start one sample day when both are asked at once: who comes second is told in a sentence', async () => {
    const answers = await Promise.all(both.map((url) => tell(url, '/api/sample-day', { morning: MORNING })));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      detail: 'A sample day is on already.',
      whatToDo: 'Open the one that is on.',
    });
    for (const url of both) {
      await expect
        .poll(async () => (await read(url, '/sample/api/cases')).status, { timeout: 20_000 })
        .toBe(200);
      expect((await read(url, '/api/session')).body).toMatchObject({ sampleDay: 'on' });
    }
    const opened = async (): Promise<number> => {
      const { body } = await read(both[1], '/sample/api/cases?limit=200');
      return z.object({ items: z.array(z.unknown()) }).parse(body).items.length;
    };
    await expect.poll(opened, { timeout: 60_000 }).toBeGreaterThan(0);
  });

  it('tell a page at the one of what was done at the other', async () => {
    for (const [where, said] of [
      ['', 'in your own cases'],
      ['/sample', 'in the sample day'],
    ] as const) {
      for (const [from, to] of [both, [both[1], both[0]] as const]) {
        const stream = await listen(`${to}${where}`);
        await stream.until(/event: ready/);
        const [caseId = ''] = await capture({ url: `${from}${where}`, token: earshot.token }, [
          { text: `Nobody came, ${said}.`, occurredAt: await nowAt(`${from}${where}`) },
        ]);
        const toldAt = Date.now();
        await stream.until(new RegExp(`event: change\ndata: [^\n]*"kind":"case"[^\n]*${caseId}`));
        expect(Date.now() - toldAt).toBeLessThan(TOLD_WITHIN_MS);
        stream.stop();
      }
    }
  });

  it('hold it, and take it away, for each other', async () => {
    const [one, other] = both;
    expect((await tell(one, '/sample/api/sample-day/pace', { pace: 'paused' })).status).toBe(204);
    expect(DayView.parse((await read(other, '/sample/api/sample-day')).body).pace).toBe('paused');
    expect((await tell(other, '/api/sample-day/remove', {})).status).toBe(204);
    for (const url of both) {
      await expect
        .poll(async () => (await read(url, '/sample/api/cases')).status, { timeout: 5_000 })
        .toBe(404);
      expect((await read(url, '/api/session')).body).toMatchObject({ sampleDay: 'offered' });
    }
  });

  /** What that place calls now: the sample day has a clock of its own. */
  async function nowAt(url: string): Promise<string> {
    const { body } = await read(url, '/api/sample-day');
    const clock = z.object({ clock: z.object({ real: z.number(), story: z.number(), scale: z.number() }) });
    if (!url.endsWith('/sample')) return new Date().toISOString();
    const { real, story, scale } = clock.parse(body).clock;
    return new Date(story + (Date.now() - real) * scale).toISOString();
  }

  async function listen(url: string) {
    const stop = new AbortController();
    const response = await fetch(`${url}/api/changes`, { headers: headers(), signal: stop.signal });
    const reader = response.body?.getReader();
    if (reader === undefined) throw new Error('no stream');
    const decoder = new TextDecoder();
    let heard = '';
    return {
      stop: () => stop.abort(),
      async until(wanted: RegExp): Promise<void> {
        while (!wanted.test(heard)) {
          const next = await reader.read();
          if (next.done) throw new Error(`ended: ${heard}`);
          heard += decoder.decode(next.value, { stream: true });
        }
      },
    };
  }
});
