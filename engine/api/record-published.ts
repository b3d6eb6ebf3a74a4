import type { Wanted } from '../../definitions/model/views/approval.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Act } from '../../definitions/model/act.ts';
import { changedScenarios } from '../../definitions/scenario/changed-scenarios.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import type { Store } from '../store/store.ts';

const ACT = {
  revision: 'published a revision',
  'live revision': 'released a revision',
  stories: 'changed stories',
} as const satisfies Record<Wanted, Act>;

/** Records that something was published, and of stories which came, changed and went. */
export async function recordPublished(
  store: Store,
  published: {
    readonly wants: Wanted;
    readonly by: string;
    readonly why: string;
    readonly hash: string;
    /** The stories as they were and are. */
    readonly before: Scenarios;
    readonly after: Scenarios;
    readonly detail: JsonObject;
  },
): Promise<void> {
  const { wants, by, why, hash, before, after, detail } = published;
  await store.audit.record({
    who: by,
    act: ACT[wants],
    subject: hash,
    detail: wants === 'stories' ? { ...detail, ...toldChanges(before, after) } : detail,
    why,
  });
}

/** So many names of each kind stand in the record. */
const MOST_NAMES = 50;

function toldChanges(before: Scenarios, after: Scenarios): JsonObject {
  const told = Object.entries(changedScenarios(before, after));
  return Object.fromEntries(
    told.flatMap(([became, names]) =>
      names.length === 0 ? [] : [[became, names.slice(0, MOST_NAMES)] as const],
    ),
  );
}
