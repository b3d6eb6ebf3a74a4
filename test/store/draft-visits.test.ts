import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshStore, type Fresh } from './fresh-store.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
  // What is old by the machine's clock is forgotten by the server itself.
  fresh.clock.now = new Date();
});
afterAll(() => fresh.dispose());

const later = (ms: number): void => {
  fresh.clock.now = new Date(fresh.clock.now.getTime() + ms);
};

describe('who has a draft open', () => {
  it('is told to the others at it, and to nobody at another', async () => {
    const { draftVisits } = fresh.store;
    expect(await draftVisits.here('a', 'ann')).toEqual([]);
    expect(await draftVisits.here('a', 'bob')).toEqual(['ann']);
    expect(await draftVisits.here('a', 'ann')).toEqual(['bob']);
    expect(await draftVisits.here('b', 'cy')).toEqual([]);
    const all = await Promise.all(['ann', 'bob', 'cy', 'cy', 'cy'].map((who) => draftVisits.here('c', who)));
    expect(all).toHaveLength(5);
    expect(await draftVisits.here('c', 'dot')).toEqual(['ann', 'bob', 'cy']);
  });

  it('is forgotten 20 s after the last sign of it', async () => {
    const { draftVisits } = fresh.store;
    await draftVisits.here('d', 'ann');
    later(19_000);
    expect(await draftVisits.here('d', 'bob')).toEqual(['ann']);
    later(1_000);
    expect(await draftVisits.here('d', 'cy')).toEqual(['bob']);
    expect(await draftVisits.here('d', 'ann')).toEqual(['bob', 'cy']);
  });
});
