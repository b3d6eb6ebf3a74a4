import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProcesses, type EarshotProcesses } from '../setup/earshot-processes.ts';
import { Summary } from './import-summary.ts';
import { killAndWait } from './kill-and-wait.ts';
import { mention } from '../workflows/case-server.ts';

/** Rows to import; all 5,000 with CHAOS_ROWS=5000. */
const ROWS = Number(process.env.CHAOS_ROWS ?? 400);
const KILLS = 3;
const PRAISES = 12;
/** Long enough for a busy machine: only an import that hangs takes longer. */
const LIMIT_MS = 180_000 + ROWS * 120;

const data = process.env.EARSHOT_TEST_DATA ?? '../shared/data';

let text: string | null = null;
try {
  text = readFileSync(path.join(data, 'mentions/twcs-5000.csv'), 'utf8');
} catch {
  text = null;
}

describe.skipIf(text === null)('an import while API and worker are killed three times each', () => {
  let earshot: EarshotProcesses;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'earshot-rows-'));
    file = path.join(folder, 'rows.csv');
    // A row ends where a new one begins: two fields hold a lone CR, many a line break.
    const rows = (text ?? '').split(/\n(?=\d+,\d+,)/);
    writeFileSync(file, rows.slice(0, ROWS + 1).join('\n'));
    earshot = await startProcesses({ name: 'chaos' });
  });
  afterAll(async () => {
    await earshot.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'loses nothing, doubles nothing, and says nothing twice to anybody',
    async () => {
      const { store, services } = earshot;
      const [api, worker] = services;
      await store.mentions.capture(
        Array.from({ length: PRAISES }, (_, n) =>
          mention({
            threadId: `praise-${n}`,
            text: 'Thank you so much, your technician was wonderful and kind!',
          }),
        ),
      );
      const importing = earshot.command(
        'import',
        file,
        '--format',
        'twcs',
        '--channel',
        'twitter',
        '--wait',
        '--json',
      );
      let over = false;
      const ended = importing.finally(() => (over = true));
      const killing = (async () => {
        for (let round = 0; round < KILLS; round += 1) {
          for (const victim of [api, worker]) {
            await pause(500 + Math.random() * 2_500);
            if (!over) await killAndWait(victim);
          }
        }
      })();
      const outcome = Summary.parse(JSON.parse(await ended));
      await killing;
      expect(outcome).toMatchObject({
        read: ROWS,
        captured: ROWS,
        duplicates: 0,
        lost: 0,
        incidents: 0,
        rejected: 0,
      });
      if (ROWS === 5000) expect(outcome).toMatchObject({ conversations: 1312, cases: 1311 });

      const again = Summary.parse(
        JSON.parse(
          await earshot.command('import', file, '--format', 'twcs', '--channel', 'twitter', '--json'),
        ),
      );
      expect(again).toMatchObject({ captured: 0, duplicates: ROWS, rejected: 0 });

      await expectEachThankedOnce();
    },
    LIMIT_MS,
  );

  /** One reply for each praise, done once in the ledger; and nothing sent to anybody who wrote years ago. */
  async function expectEachThankedOnce(): Promise<void> {
    const { store } = earshot;
    const until = Date.now() + 60_000;
    for (;;) {
      const sent = (await store.replies.outbox({ status: 'sent' }, { limit: 200 })).items;
      const settled = sent.length >= PRAISES && (await store.cases.undelivered(1)).length === 0;
      if (settled || Date.now() > until) {
        expect(sent.map((reply) => reply.kind)).toEqual(Array.from({ length: PRAISES }, () => 'thanks'));
        expect(new Set(sent.map((reply) => reply.caseId)).size).toBe(PRAISES);
        for (const { caseId } of sent) {
          const [entry, ...others] = await store.effects.byCase(caseId);
          expect(others).toEqual([]);
          expect(entry?.state).toMatch(/done|confirmed/);
        }
        return;
      }
      await pause(200);
    }
  }
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
