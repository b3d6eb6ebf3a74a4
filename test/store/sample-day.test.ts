import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../engine/store/store.ts';
import { freshStore, mongoUri, type Fresh } from './fresh-store.ts';

let fresh: Fresh;
let another: Store;
beforeAll(async () => {
  fresh = await freshStore();
  another = await openStore({ uri: mongoUri(), database: fresh.database });
});
afterAll(async () => {
  await another.close();
  await fresh.dispose();
});

const clock = { real: 1, story: 1, scale: 1 };
const day = (startedBy: string) => ({ clock, morning: '2026-03-02T07:30:00-05:00', startedBy });

describe('a sample day', () => {
  it('is started by one of those who do so at once, and prepared before anybody sees it', async () => {
    const stores = [fresh.store, another];
    for (let round = 0; round < 10; round += 1) {
      const happened: string[] = [];
      const start = async (store: Store, by: string): Promise<boolean> => {
        const isMine = await store.sampleDay.start(day(by), async () => {
          expect(await another.sampleDay.read()).toBeNull();
          happened.push(`prepared by ${by}`);
          await new Promise((resolve) => setTimeout(resolve, 30));
        });
        happened.push(isMine ? `begun by ${by}` : 'refused');
        return isMine;
      };
      const begun = await Promise.all(
        ['a', 'b', 'c', 'd'].map((by, n) => start(stores[n % 2] ?? another, by)),
      );
      expect(begun.filter(Boolean)).toHaveLength(1);
      const by = (await another.sampleDay.read())?.startedBy;
      const [prepared, ...after] = happened;
      expect(prepared).toBe(`prepared by ${by}`);
      expect(after.toSorted()).toEqual([`begun by ${by}`, 'refused', 'refused', 'refused']);
      await another.sampleDay.forget();
    }
  });

  it('goes on by the clock of one of those who change it at once', async () => {
    const { sampleDay } = fresh.store;
    await sampleDay.start(day('a'));
    const faster = [2, 3, 4, 5].map((scale) => ({ clock: { ...clock, scale } }));
    const set = await Promise.all(
      faster.map((to, n) => (n % 2 === 0 ? sampleDay : another.sampleDay).setClock(clock, to)),
    );
    expect(set.filter(Boolean)).toHaveLength(1);
    const chosen = faster[set.indexOf(true)];
    expect(await sampleDay.read()).toMatchObject(chosen ?? {});
    expect(await sampleDay.setClock(clock, { clock, isOver: true })).toBe(false);
    expect(await sampleDay.read()).toMatchObject({ ...chosen, isOver: false });
    await sampleDay.forget();
    expect(await sampleDay.setClock(clock, { clock })).toBe(false);
  });

  it('is not on when what it needs could not be put in place', async () => {
    const { sampleDay } = fresh.store;
    const fails = sampleDay.start(day('a'), () => Promise.reject(new Error('no room')));
    await expect(fails).rejects.toThrow('no room');
    expect(await sampleDay.read()).toBeNull();
    expect(await sampleDay.start(day('b'))).toBe(true);
    expect(await sampleDay.start(day('c'), () => Promise.reject(new Error('never')))).toBe(false);
    await sampleDay.forget();
  });

  it('is told by one at a time, until that one lets go', async () => {
    const { sampleDay } = fresh.store;
    await sampleDay.start(day('a'));
    expect(await sampleDay.isTold()).toBe(false);
    expect(await sampleDay.tell('first')).toEqual({ toldBefore: null });
    expect(await sampleDay.tell('second')).toBeNull();
    await sampleDay.letGo('second');
    expect(await sampleDay.isTold()).toBe(true);
    await sampleDay.letGo('first');
    expect(await sampleDay.isTold()).toBe(false);
    expect(await sampleDay.tell('second')).toMatchObject({
      toldBefore: expect.any(Number) as number,
    });
    await sampleDay.forget();
    expect(await sampleDay.isTold()).toBe(false);
  });
});
