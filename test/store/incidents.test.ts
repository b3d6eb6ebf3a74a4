import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncidentFilter } from '../../engine/store/incidents.ts';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';
import { incident, report } from './progress-report.ts';

const MINUTE_MS = 60_000;
const CAUSE = { kind: 'activity failed', code: 'refused', flow: 'small', node: 'ask' };
const ELSE = 'timeout';

let fresh: Fresh;
let caseId: string;
let version = 0;
const open = new Map<string, string>();

beforeAll(async () => {
  fresh = await freshStore();
  const [verdict] = await fresh.store.mentions.capture([said('stuck often')]);
  caseId = caseIdOf(verdict);
});
afterAll(() => fresh.dispose());

/** Raises some of the cause, and as many of another one beside them. */
async function raise(name: string, minutes: readonly number[]): Promise<void> {
  const raised = minutes.flatMap((minute, n) =>
    [CAUSE.code, ELSE].map((code) => ({
      ...incident(caseId, `${code} ${name} ${n}`, code),
      at: new Date(fresh.clock.now.getTime() + minute * MINUTE_MS).toISOString(),
    })),
  );
  await fresh.store.cases.recordProgress(report(caseId, (version += 1), { incidentsRaised: raised }));
  for (const { id, code, at } of raised) if (code === CAUSE.code) open.set(id, at);
}

async function clear(ids: readonly string[]): Promise<void> {
  const others = ids.map((id) => id.replace(CAUSE.code, ELSE));
  const incidentsCleared = [...ids, ...others];
  await fresh.store.cases.recordProgress(report(caseId, (version += 1), { incidentsCleared }));
  for (const id of ids) open.delete(id);
}

function oldestFirst(): readonly string[] {
  const keyed = [...open].map(([id, at]) => ({ id, key: `${at} ${id}` }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ id }) => id);
}

async function everyPage(filter: IncidentFilter, limit: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await fresh.store.incidents.open(filter, { limit, ...(cursor !== '' && { cursor }) });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
}

describe('stuck runs, longest stuck first', () => {
  it('stand on all pages together once each, also those that got stuck at the same moment', async () => {
    const sameMoment = Array.from({ length: 60 }, () => 30);
    const apart = Array.from({ length: 150 }, (_, n) => (n * 37) % 4_000);
    await raise('first', [...apart, ...sameMoment]);
    await fresh.store.incidents.groups();
    // Asked again, the list is looked for where it was found before.
    for (const limit of [7, 50, 500, 7]) expect(await everyPage(CAUSE, limit)).toEqual(oldestFirst());
    const all = await everyPage({}, 50);
    expect(all.filter((id) => open.has(id))).toEqual(oldestFirst());
    expect(new Set(all).size).toBe(2 * open.size);
    expect(all).toHaveLength(2 * open.size);
  });

  it('are the same however long before those that were read last the longest stuck now began', async () => {
    await raise('older', [-100_000, -3]);
    expect(await everyPage(CAUSE, 9)).toEqual(oldestFirst());
    expect((await fresh.store.incidents.anyOf(CAUSE))?.id).toBe(oldestFirst()[0]);
  });

  it('are the same after those that were read last went on', async () => {
    await clear(oldestFirst().slice(0, 80));
    expect(await everyPage(CAUSE, 9)).toEqual(oldestFirst());
    const [group] = (await fresh.store.incidents.groups()).filter(({ code }) => code === CAUSE.code);
    expect(group).toMatchObject({ count: open.size, first: open.get(oldestFirst()[0] ?? '') });
    await clear(oldestFirst());
    expect(await everyPage(CAUSE, 9)).toEqual([]);
    expect(await fresh.store.incidents.anyOf(CAUSE)).toMatchObject({ status: 'cleared' });
  });
});
