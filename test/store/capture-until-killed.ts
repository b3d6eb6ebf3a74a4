/** Captures thread after thread until it is killed; says which batch it is at. Run as a process of its own. */
import { openStore } from '../../engine/store/store.ts';
import { said } from './fresh-store.ts';

const [database = '', uri = ''] = process.argv.slice(2);
const store = await openStore({ uri, database });
for (let batch = 0; ; batch++) {
  const occurredAt = new Date().toISOString();
  const mentions = Array.from({ length: 40 }, (_, n) =>
    said(`${batch}-${n}`, { threadId: `${n % 8}`, occurredAt }),
  );
  await store.mentions.capture(mentions);
  process.stdout.write(`${batch}\n`);
}
