import { NO_BRAND } from '../../../definitions/model/case.ts';
import type { CaseValues } from '../cases.ts';
import type { Database } from '../database.ts';
import { latestOf } from './latest-of.ts';

const LATEST = 1_000;

/** See CaseStore.values. Read off the cases at hand: an index for each column would make every change dearer. */
export async function caseValues(db: Database): Promise<CaseValues> {
  const latest = await latestOf(LATEST, db.now(), (since) =>
    db.models.cases
      .find(since === null ? {} : { changedAt: { $gte: since } })
      .sort({ changedAt: -1, _id: -1 })
      .limit(LATEST)
      .select({ channel: 1, brand: 1, region: 1, priority: 1 })
      .lean(),
  );
  const once = (values: readonly (string | null)[]): readonly string[] =>
    [...new Set(values.flatMap((value) => (value === null || value === '' ? [] : [value])))].sort();
  return {
    channels: once(latest.map(({ channel }) => channel)),
    brands: once(latest.map(({ brand }) => (brand === NO_BRAND ? null : brand))),
    regions: once(latest.map(({ region }) => region)),
    priorities: once(latest.map(({ priority }) => priority)),
  };
}
