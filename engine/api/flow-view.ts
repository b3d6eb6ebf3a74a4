import type { FlowRow, ReleaseRow, RevisionRow } from '../../definitions/model/views/flow.ts';
import type { DraftRecord } from '../store/drafts.ts';
import type { FlowStandings } from '../store/flow-standings.ts';
import type { PublishRequest } from '../store/publish-requests.ts';
import type { Release } from '../store/releases.ts';
import type { RevisionRecord } from '../store/revisions.ts';
import { notFound } from './api-problem.ts';
import type { Deps } from './deps.ts';
import { readDirectory, type Directory } from './directory.ts';
import { draftRow } from './draft-view.ts';

/** What flows are told from: of all, or of the one that is told. */
interface KnownOfFlows {
  readonly records: readonly RevisionRecord[];
  readonly live: readonly Release[];
  readonly drafts: readonly DraftRecord[];
  readonly archived: FlowStandings['archived'];
  readonly takesCases: string;
  readonly waiting: readonly PublishRequest[];
}

/** Every flow, by name: those with revisions, and those of which there is only a draft. */
export async function readFlowRows({
  store,
  runs,
}: Pick<Deps, 'store' | 'runs'>): Promise<readonly FlowRow[]> {
  const [records, live, drafts, { archived }, takesCases, waiting, directory] = await Promise.all([
    store.revisions.list(),
    store.releases.allLive(),
    store.drafts.list(),
    store.flowStandings.read(),
    runs.flowOfNewCases(),
    store.publishRequests.waiting(),
    readDirectory(store),
  ]);
  const all = { records, live, drafts, archived, takesCases, waiting };
  const ids = new Set([...records, ...drafts, ...waiting].map(({ flow }) => flow));
  return [...ids]
    .sort()
    .map((id) => flowRow(id, all, directory))
    .sort(byName);
}

/** One of them; 'not found' if there is no such flow. */
export async function readFlowRow(
  { store, runs }: Pick<Deps, 'store' | 'runs'>,
  flowId: string,
): Promise<FlowRow> {
  const [records, live, draft, { archived }, takesCases, waiting, directory] = await Promise.all([
    store.revisions.list(flowId),
    store.releases.live(flowId),
    store.drafts.find(flowId),
    store.flowStandings.read(),
    runs.flowOfNewCases(),
    store.publishRequests.waiting(flowId),
    readDirectory(store),
  ]);
  const drafts = draft === null ? [] : [draft];
  if (records.length + drafts.length + waiting.length === 0) throw notFound('flow');
  const found = { records, live: live === null ? [] : [live], drafts, archived, takesCases, waiting };
  return flowRow(flowId, found, directory);
}

function flowRow(id: string, all: KnownOfFlows, directory: Directory): FlowRow {
  const records = all.records.filter(({ flow }) => flow === id);
  const [newest] = records.toSorted((a, b) => b.number - a.number);
  const release = all.live.find(({ flow }) => flow === id) ?? null;
  const draft = all.drafts.find(({ flow }) => flow === id);
  const archived = all.archived.find(({ flow }) => flow === id);
  const waiting = all.waiting.find(({ flow }) => flow === id);
  return {
    id,
    name: newest?.name ?? draft?.name ?? waiting?.name ?? '',
    revisions: records.length,
    live: release === null ? null : releaseRow(release, records, directory),
    newest: newest === undefined ? null : revisionRow(newest, release, directory),
    draft: draft === undefined ? null : draftRow(draft, directory),
    waiting:
      waiting === undefined ? null : { id: waiting.id, by: directory.person(waiting.by), at: waiting.at },
    archived:
      archived === undefined
        ? null
        : { by: directory.person(archived.by), at: archived.at, why: archived.why },
    takesCases: all.takesCases === id,
  };
}

/** To sort by name, whatever the case of its letters. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  const [one, other] = [a.name.toLowerCase(), b.name.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

export function recordRow(record: RevisionRecord, directory: Directory): Omit<RevisionRow, 'live'> {
  const { hash, flow: flowId, name, number, author, at, why } = record;
  return { hash, flowId, name, number, by: directory.person(author), at, why };
}

export function revisionRow(record: RevisionRecord, live: Release | null, directory: Directory): RevisionRow {
  return { ...recordRow(record, directory), live: live?.hash === record.hash };
}

export function releaseRow(
  release: Omit<Release, 'id'>,
  records: readonly RevisionRecord[],
  directory: Directory,
): ReleaseRow {
  const { flow: flowId, hash, at, why, by, draft, approvedBy } = release;
  const number = records.find((record) => record.hash === hash)?.number ?? 0;
  return {
    flowId,
    hash,
    number,
    by: directory.person(by),
    at,
    why,
    ...(draft === undefined ? {} : { draft }),
    ...(approvedBy === undefined ? {} : { approvedBy: directory.person(approvedBy) }),
  };
}
