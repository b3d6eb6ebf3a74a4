import type { Logger } from 'pino';
import { startRounds, type Rounds } from '../../engine/runs/rounds.ts';
import type { LoadedRecord } from '../../engine/store/register/load-register.ts';
import type { Store } from '../../engine/store/store.ts';
import type { Crm } from '../sdk/crm.ts';
import { CrmProblem } from '../sdk/crm/crm-problem.ts';
import { everyCustomer } from '../sdk/crm/pages.ts';

/** How often it is looked whether a copy has changed. */
const ROUND_MS = 60_000;
/** What a system says live is taken in anew after this time. */
const DAY_MS = 24 * 3_600_000;
/** Nobody takes longer over all customers of one system; a worker that died is followed by another then. */
const LEASE_MS = 30 * 60_000;

/**
 * Takes in all customers of every customer system that lists them, so that whoever writes can be found among them: a copy
 * whenever it is newer, a live system once a day. Workers side by side take turns.
 */
export function keepRegister(options: {
  readonly store: Store;
  readonly crms: readonly Crm[];
  readonly logger: Logger;
}): Rounds {
  const { store, crms, logger } = options;
  const listing = crms.filter(({ offers }) => offers.operations.includes('list'));
  return startRounds({
    name: 'the register of customers',
    restMs: ROUND_MS,
    logger,
    round: async (isStopped) => {
      for (const crm of listing) await takeIn(store, crm, logger, isStopped);
    },
  });
}

/** Takes in all customers of one system where that is due. */
export async function takeIn(
  store: Store,
  crm: Crm,
  logger: Pick<Logger, 'info'>,
  isStopped: () => boolean = () => false,
): Promise<void> {
  const { name } = crm;
  try {
    const first = await crm.list({ size: 1 });
    const asOf = new Date(first.asOf);
    const due = crm.offers.freshness === 'copy' ? asOf : new Date(asOf.getTime() - DAY_MS);
    if (!(await store.crmStates.claimLoad(name, due, LEASE_MS))) return;
    let loadedAt: Date | null = null;
    try {
      const { customers, records, keys } = await store.register.load(name, recordsOf(crm, isStopped));
      logger.info({ crm: name, records, customers, keys: keys.length }, 'customers taken in');
      loadedAt = asOf;
    } finally {
      await store.crmStates.endLoad(name, loadedAt);
    }
  } catch (error) {
    if (error instanceof Stopping) return;
    if (!(error instanceof CrmProblem)) throw error;
    await store.crmStates.note(name, error.kind);
  }
}

/** The worker ends; another one begins anew. */
class Stopping extends Error {}

async function* recordsOf(crm: Crm, isStopped: () => boolean): AsyncGenerator<LoadedRecord> {
  for await (const { items } of everyCustomer(crm)) {
    if (isStopped()) throw new Stopping();
    yield* items;
  }
}
