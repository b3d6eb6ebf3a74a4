/** A worker that is killed while it acts: started by the ledger's tests as a process of its own. */
import { z } from 'zod';
import { openStore } from '../../engine/store/store.ts';
import { createActivities } from '../../workers/sdk/create-activities.ts';
import { callOf, depsOf } from '../../workers/sdk/activity-kit.ts';
import { acting } from './acting.ts';

const { KIND, WHEN, WORLD, MONGODB_URI, DATABASE } = z
  .object({
    KIND: z.enum(['keyed', 'searchable', 'once']),
    WHEN: z.enum(['before', 'after']),
    WORLD: z.string(),
    MONGODB_URI: z.string(),
    DATABASE: z.string(),
  })
  .parse(process.env);

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};
const store = await openStore({ uri: MONGODB_URI, database: DATABASE });
const { act } = createActivities([acting(KIND, WORLD, { [WHEN]: die })], depsOf(store));
await act?.(callOf('act'));
