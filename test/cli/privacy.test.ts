import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startProcesses, type EarshotProcesses } from '../setup/earshot-processes.ts';
import { everyDocument } from '../store/every-document.ts';
import { caseIdOf, said } from '../store/fresh-store.ts';

let earshot: EarshotProcesses;
beforeAll(async () => {
  earshot = await startProcesses({ name: 'privacy' });
});
afterAll(() => earshot.close());

const REQUEST = ['--reference', 'letter 7', '--why', 'They asked for it.'];
const Receipt = z.object({
  already: z.boolean(),
  erasure: z.object({ id: z.string(), profileIds: z.array(z.string()), digest: z.string() }),
});

describe('earshot person', () => {
  it('writes everything that is kept of a person into a file that only its owner reads', async () => {
    const { store, folder } = earshot;
    const [verdict] = await store.mentions.capture([
      said('1', {
        channel: 'email',
        author: { externalId: 'dana', name: 'Dana Qxmark', email: 'dana.qxmark@example.org' },
        text: 'The technician never came, says qxmark. This is a disgrace.',
        occurredAt: new Date().toISOString(),
      }),
    ]);
    await untilAsked(caseIdOf(verdict));
    const out = path.join(folder, 'dana.json');
    const words = ['person', 'export', '--email', 'Dana.Qxmark@example.org', ...REQUEST, '--out', out];
    expect(await earshot.command(...words)).toMatch(/^\d+ entries stand in .*dana\.json\.\n$/);
    expect(readFileSync(out, 'utf8')).toContain('says qxmark');
    await expect(earshot.command(...words)).rejects.toThrow(/cannot be written/);
  });

  it('erases a person with a proof, and answers the same again', async () => {
    const words = ['person', 'erase', ...REQUEST, '--json'];
    await expect(earshot.command(...words)).rejects.toThrow(/Nobody is named/);
    const first = Receipt.parse(
      JSON.parse(await earshot.command(...words, '--email', 'dana.qxmark@example.org')),
    );
    expect(first.already).toBe(false);
    expect(await everyDocument(earshot.database, /qxmark/i)).toEqual([]);
    const [profile = ''] = first.erasure.profileIds;
    const again = await earshot.command('person', 'erase', '--profile', profile, ...REQUEST);
    expect(again).toMatch(/^Already erased, request letter 7\.\n {2}profiles: 1\n/);
    expect(again).toContain(`Proof ${first.erasure.id}`);
    await expect(
      earshot.command('person', 'erase', '--email', 'dana.qxmark@example.org', ...REQUEST),
    ).rejects.toThrow(/Nobody is known by this/);
  });

  it('leaves no word of theirs in the logs of the processes', () => {
    const logs = readdirSync(earshot.folder).filter((name) => name.endsWith('.log'));
    expect(logs.sort()).toEqual(['api.log', 'worker.log']);
    for (const log of logs)
      expect(readFileSync(path.join(earshot.folder, log), 'utf8')).not.toMatch(/qxmark/i);
  });
});

describe('earshot retention', () => {
  it('shows that all is kept for ever, until somebody says otherwise and why', async () => {
    expect((await earshot.command('retention', 'show')).match(/for ever/g)).toHaveLength(7);
    const set = ['retention', 'set', 'mention-texts', '--why', 'As the council asked.'];
    expect(await earshot.command(...set, '30')).toBe('mention-texts: kept 30 days.\n');
    expect(await earshot.command('retention', 'show')).toMatch(/^mention-texts {5}30 days/);
    await expect(earshot.command(...set, 'soon')).rejects.toThrow(/no number of days/);
    await expect(earshot.command(...set, '0')).rejects.toThrow(/not as this address expects it/);
  });

  it('takes away now what is old, waits for it and says how much', async () => {
    const { store, database } = earshot;
    await store.mentions.capture([
      said('old', { direction: 'outbound', text: 'An old qxword', occurredAt: '2020-01-01T00:00:00Z' }),
    ]);
    expect(await earshot.command('retention', 'run')).toMatch(/taken away: mention-texts 1\n$/);
    expect(await everyDocument(database, /qxword/)).toEqual([]);
    expect(await earshot.command('retention', 'run')).toMatch(/nothing was old enough\n$/);
    expect(await earshot.command('retention', 'set', 'mention-texts', 'forever', '--why', 'Back.')).toBe(
      'mention-texts: kept for ever.\n',
    );
  });
});

/** Waits until the case's run has asked somebody, or is over. */
async function untilAsked(caseId: string): Promise<void> {
  for (;;) {
    const found = await earshot.store.cases.find(caseId);
    if (found !== null && found.status !== 'open') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
