import type { Customer, Profile } from '../../definitions/model/customer.ts';
import { profileCells } from '../identity/register/cells.ts';
import { recordReader, tokenMaker } from '../identity/register/plan.ts';
import { weighCustomers } from '../identity/register/score.ts';
import type { Waterfall } from '../identity/matching/waterfall.ts';
import type { Database } from './database.ts';
import { planReader, type CurrentPlan } from './register/current-plan.ts';
import { customerOf } from './register/customer-of.ts';
import {
  loadRegister,
  type LoadedRecord,
  type LoadOptions,
  type LoadReport,
} from './register/load-register.ts';

/** A customer that a profile may be. */
export interface LikelyMatch {
  readonly customer: Customer;
  readonly probability: number;
  readonly isHousehold: boolean;
  readonly waterfall: Waterfall;
  /** The plan it was found and weighed by. */
  readonly planId: string;
}

/** All customers of all CRMs that are known, as they are found by what somebody is likely to be. */
export interface RegisterStore {
  load(crm: string, records: AsyncIterable<LoadedRecord>, options?: LoadOptions): Promise<LoadReport>;
  /** Customers that a profile may be, the likeliest first, none below `least`. */
  likely(profile: Profile, least: number): Promise<readonly LikelyMatch[]>;
  current(): Promise<CurrentPlan>;
}

/** No more customers than these are weighed for one who asks. */
const MOST_WEIGHED = 2_000;

export function registerStore(db: Database, current = planReader(db)): RegisterStore {
  const { customers } = db.models;
  return {
    current,
    load: (crm, records, options) => loadRegister(db, crm, records, options),
    async likely(profile, least) {
      const { id: planId, plan, counts } = await current();
      const read = recordReader(plan.dayOrder)('', profileCells(profile));
      const tokens = tokenMaker(plan)(read).filter((token) => !counts.large.has(token));
      if (tokens.length === 0) return [];
      const found = await customers
        .find({ tokens: { $in: tokens } })
        .select({ crm: 1, read: 1 })
        .limit(MOST_WEIGHED)
        .lean();
      const candidates = found.map((doc) => ({ id: doc._id, crm: doc.crm, read: doc.read ?? [] }));
      const weighed = weighCustomers(plan, counts, read, candidates, least);
      const docs = await customers.find({ _id: { $in: weighed.map(({ id }) => id) } }).lean();
      const byId = new Map(docs.map((doc) => [doc._id, customerOf(doc)]));
      return weighed.flatMap(({ id, probability, isHousehold, waterfall }) => {
        const customer = byId.get(id);
        return customer === undefined ? [] : [{ customer, probability, isHousehold, waterfall, planId }];
      });
    },
  };
}
