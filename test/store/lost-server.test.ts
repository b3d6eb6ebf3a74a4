import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../engine/store/store.ts';
import { openWire, type Wire } from '../setup/wire.ts';
import { freshStore, mongoUri, said, type Fresh } from './fresh-store.ts';

let fresh: Fresh;
let wire: Wire;
let store: Store;
beforeAll(async () => {
  fresh = await freshStore();
  wire = await openWire(mongoUri());
  store = await openStore({ uri: wire.uri, database: fresh.database });
});
afterAll(async () => {
  await store.close();
  wire.cut();
  await fresh.dispose();
});

describe('a server that is lost in the middle of a capture', () => {
  for (const part of ['profiles', 'conversations', 'cases', 'mentions', 'arrivals', 'commitTransaction'])
    it(`is a store that cannot be used now, not a fault: at ${part}`, { timeout: 60_000 }, async () => {
      const mention = said(`lost at ${part}`);
      wire.cutAt(part);
      await expect(store.mentions.capture([mention])).rejects.toMatchObject({
        name: 'StoreProblem',
        code: 'unavailable',
      });
      await wire.mend();
      await expect
        .poll(() => store.mentions.capture([mention]).catch(() => null), { timeout: 20_000, interval: 200 })
        .toMatchObject([{ status: 'captured' }]);
    });
});
