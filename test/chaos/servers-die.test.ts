import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capture } from '../setup/capture.ts';
import { startProcesses, type EarshotProcesses } from '../setup/earshot-processes.ts';
import { Summary } from './import-summary.ts';
import { ownPrograms, startOwnServers, type OwnServers, type Which } from './own-servers.ts';

/** More than go into one batch. */
const ROWS = 600;
const THREAD = 12;
const AS_CSV = ['--format', 'csv', '--channel', 'forum', '--brand', 'acme'] as const;
const LIMIT_MS = 240_000;
const programs = await ownPrograms();

describe.skipIf(programs === null)('while a server is killed under it', () => {
  let servers: OwnServers;
  let earshot: EarshotProcesses;
  let folder: string;
  beforeAll(async () => {
    if (programs === null) return;
    folder = mkdtempSync(path.join(tmpdir(), 'earshot-servers-die-'));
    servers = await startOwnServers(programs);
    earshot = await startProcesses({ name: 'servers', servers });
  }, 180_000);
  afterAll(async () => {
    await earshot?.close();
    await servers?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const health = async (): Promise<unknown> => (await fetch(`${earshot.url}/api/health`)).json();

  it('hears on without Temporal, and its cases follow once that is back', { timeout: LIMIT_MS }, async () => {
    await servers.kill('temporal');
    await expect.poll(health, { timeout: 30_000 }).toMatchObject({ temporal: false, store: true });
    const cases = await capture(earshot, [{ text: 'Nobody came.' }, { text: 'My bill is wrong again.' }]);
    expect(await earshot.store.cases.findMany(cases)).toMatchObject([{ seenSeq: 0 }, { seenSeq: 0 }]);
    await servers.startAgain('temporal');
    await expect
      .poll(() => statusesOf(cases), { timeout: 120_000, interval: 500 })
      .toEqual(['person', 'person']);
  });

  it('acknowledges nothing without MongoDB, and says when to come again', { timeout: LIMIT_MS }, async () => {
    await servers.kill('mongo');
    const refused = await fetch(`${earshot.url}/api/mentions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${earshot.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ externalId: 'unheard', text: 'Nobody came.' }),
    });
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'store down', whatToDo: expect.any(String) });
    await servers.startAgain('mongo');
    await expect.poll(health, { timeout: 60_000 }).toMatchObject({ store: true });
    await expect
      .poll(() => capture(earshot, [{ externalId: 'unheard', text: 'Nobody came.' }]).catch(() => null), {
        timeout: 60_000,
        interval: 500,
      })
      .toHaveLength(1);
  });

  for (const which of ['mongo', 'temporal'] as const satisfies readonly Which[]) {
    it(`brings a file in to the last row: ${which} killed in the middle`, { timeout: LIMIT_MS }, async () => {
      await expect.poll(health, { timeout: 60_000 }).toMatchObject({ store: true, temporal: true });
      const file = path.join(folder, `${which}.csv`);
      writeFileSync(file, rowsOf(which));
      const { command, store } = earshot;
      const importing = command('import', file, ...AS_CSV, '--import-id', which, '--wait', '--json');
      importing.catch(() => undefined);
      await expect
        .poll(async () => (await store.imports.progress(which)).mentions, { timeout: 60_000, interval: 50 })
        .toBeGreaterThan(0);
      await servers.kill(which);
      await servers.startAgain(which);
      expect(Summary.parse(JSON.parse(await importing))).toEqual({
        read: ROWS,
        captured: ROWS,
        duplicates: 0,
        conversations: ROWS / THREAD,
        cases: ROWS / THREAD,
        lost: 0,
        incidents: 0,
        rejected: 0,
      });
      const again = Summary.parse(JSON.parse(await command('import', file, ...AS_CSV, '--json')));
      expect(again).toMatchObject({ captured: 0, duplicates: ROWS, rejected: 0 });
    });
  }

  async function statusesOf(caseIds: readonly string[]): Promise<readonly string[]> {
    return (await earshot.store.cases.findMany(caseIds)).map(({ status }) => status);
  }
});

/** A customer and the company in turns, years ago. */
function rowsOf(name: string): string {
  const rows = Array.from({ length: ROWS }, (_, n) => {
    const place = n % THREAD;
    const thread = `${name}-${Math.floor(n / THREAD)}`;
    const answered = place === 0 ? '' : `${thread}-${place - 1}`;
    const [direction, author] = place % 2 === 0 ? ['inbound', `ann-${thread}`] : ['outbound', 'acme'];
    const at = `2020-01-${String(1 + place).padStart(2, '0')}T09:00:00Z`;
    return `${thread}-${place},${author},${direction},${at},Nobody came to ${thread}.,${answered}`;
  });
  return `externalId,authorId,direction,occurredAt,text,inReplyTo\n${rows.join('\n')}\n`;
}
