import type { Case, CaseStatus, Position } from '../../definitions/model/case.ts';
import type { CaseRow } from '../../definitions/model/views/case.ts';
import type { Named } from '../../definitions/model/views/page.ts';
import type { Store } from '../store/store.ts';
import type { Directory } from './directory.ts';
import type { Drawing } from './drawings.ts';

/** A case as lists show it: names for ids, and where it stands in the words of its own drawing. */
export function caseRow(found: Case, directory: Directory, drawing: Drawing | null): CaseRow {
  return {
    id: found.id,
    title: found.title,
    brand: found.brand,
    channel: found.channel,
    status: statusNow(found),
    outcome: found.outcome,
    owner: {
      team: directory.teamOrNull(found.owner.team),
      person: directory.personOrNull(found.owner.person),
    },
    region: found.region,
    priority: found.priority,
    dueAt: found.dueAt,
    brokenStep: found.brokenStep,
    ownError: found.ownError,
    primaryCaseId: found.primaryCaseId,
    history: found.history,
    openedAt: found.openedAt,
    changedAt: found.changedAt,
    closedAt: found.closedAt,
    positions: positionsNow(found).map((position) => ({
      scope: position.scope,
      flow: position.flow,
      node: position.node,
      name: drawing?.nameOf(position.flow, position.node) ?? '',
      lane: drawing?.laneOf(position.flow, position.node) ?? null,
      since: position.since,
      for: position.for,
      until: position.until,
    })),
  };
}

/** Where it stands: a step that is tried again is one that its run came to, whether or not it has reported that yet. */
function positionsNow({ positions, retries }: Case): readonly Position[] {
  const isAt = (one: Pick<Position, 'scope' | 'flow' | 'node'>, other: typeof one): boolean =>
    one.scope === other.scope && one.flow === other.flow && one.node === other.node;
  const reported = positions.filter((at) => at.for === 'activity' || !retries.some((one) => isAt(one, at)));
  const news = retries.filter(
    (one, index) =>
      !reported.some((at) => isAt(at, one)) && retries.findIndex((first) => isAt(first, one)) === index,
  );
  return [
    ...news.map(({ scope, flow, node, since }): Position => ({
      ...{ scope, flow, node, since },
      for: 'activity',
      until: null,
    })),
    ...reported,
  ];
}

/** What waits no longer is at work. */
function statusNow({ status, retries }: Case): CaseStatus {
  return status === 'waiting' && retries.length > 0 ? 'open' : status;
}

/** A case by its title, for rows of other things. */
export type CaseName = Named & { readonly channel: string; readonly brand: string };

/** Titles of these cases. One that is gone is named by nothing. */
export async function readCaseNames(store: Store, ids: Iterable<string>): Promise<(id: string) => CaseName> {
  const cases = await store.cases.findMany([...new Set(ids)]);
  const names = new Map(
    cases.map(({ id, title, channel, brand }) => [id, { id, name: title, channel, brand }]),
  );
  return (id) => names.get(id) ?? { id, name: '', channel: '', brand: '' };
}
