import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshStore, type Fresh } from './fresh-store.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

const LEASE_MS = 10_000;
const at = (ms: number) => ({
  caseId: 'c',
  activity: 'sendReply',
  leaseMs: LEASE_MS,
  now: new Date(Date.UTC(2026, 2, 2) + ms),
});

describe('the ledger of effects', () => {
  it('lets one of many begin, and holds the others until the lease is over', async () => {
    const { effects } = fresh.store;
    const leaves = await Promise.all(Array.from({ length: 10 }, () => effects.begin('k1', at(0))));
    expect(leaves.filter((leave) => leave.is === 'go')).toEqual([{ is: 'go', attempt: 1 }]);
    expect(leaves.filter((leave) => leave.is === 'held')).toHaveLength(9);
  });

  it('answers what came of it once it is done', async () => {
    const { effects } = fresh.store;
    await effects.begin('k2', at(0));
    await effects.done('k2', { externalId: 'ext', output: { sent: true } });
    expect(await effects.begin('k2', at(99_000))).toEqual({
      is: 'done',
      output: { sent: true },
      externalId: 'ext',
    });
    await effects.confirmed('k2');
    expect(await effects.begin('k2', at(99_000))).toMatchObject({ is: 'done' });
    expect(await effects.find('k2')).toMatchObject({ state: 'confirmed', attempt: 1 });
  });

  it('gives an expired intent to one alone, as in doubt', async () => {
    const { effects } = fresh.store;
    await effects.begin('k3', at(0));
    const leaves = await Promise.all(Array.from({ length: 10 }, () => effects.begin('k3', at(LEASE_MS))));
    expect(leaves.filter((leave) => leave.is === 'in doubt')).toEqual([{ is: 'in doubt', attempt: 2 }]);
    expect(leaves.filter((leave) => leave.is === 'held')).toHaveLength(9);
    expect(await effects.begin('k3', at(2 * LEASE_MS))).toEqual({ is: 'in doubt', attempt: 3 });
  });

  it('begins afresh after a refusal, and after a person decided so; never by itself after doubt', async () => {
    const { effects } = fresh.store;
    await effects.begin('k4', at(0));
    await effects.released('k4');
    expect(await effects.begin('k4', at(1))).toEqual({ is: 'go', attempt: 2 });
    await effects.unknown('k4');
    expect(await effects.begin('k4', at(99_000))).toEqual({ is: 'unknown' });
    expect(await effects.allowAgain('k4')).toBe(true);
    expect(await effects.allowAgain('k4')).toBe(false);
    expect(await effects.begin('k4', at(99_000))).toEqual({ is: 'go', attempt: 3 });
  });

  it('keeps what was decided not to do', async () => {
    const { effects } = fresh.store;
    await effects.suppressed('k5', { caseId: 'history', activity: 'sendReply' });
    expect(await effects.begin('k5', at(0))).toEqual({ is: 'suppressed' });
    expect(await effects.byCase('history')).toMatchObject([{ key: 'k5', state: 'suppressed' }]);
    await expect(effects.done('nothing', { externalId: null, output: null })).rejects.toMatchObject({
      code: 'not found',
    });
  });
});
