import { PART_KINDS } from '../../definitions/flow/part-kind.ts';
import { changesOfPart, type RevisionPart } from '../../definitions/flow/parts.ts';
import type { PartInFlow, PartRevision, PartRow, PartView } from '../../definitions/model/views/part.ts';
import type { Release } from '../store/releases.ts';
import type { RevisionWithParts } from '../store/revisions.ts';
import type { Store } from '../store/store.ts';
import { readDirectory, type Directory } from './directory.ts';
import { byName, recordRow } from './flow-view.ts';

/** The tables and word lists of the flows that are not archived, tables first, each kind by name. */
export function readParts(store: Store): Promise<readonly PartView[]> {
  return partsOfFlows(store, {});
}

/** One of them; null if there is none such. */
export async function readPart(
  store: Store,
  { kind, id }: Pick<PartView, 'kind' | 'id'>,
): Promise<PartView | null> {
  const parts = await partsOfFlows(store, { of: { id } });
  return parts.find((part) => part.kind === kind && part.id === id) ?? null;
}

/** All parts of the flows that are read for it. */
async function partsOfFlows(
  store: Store,
  which: { readonly of?: Pick<PartView, 'id'> },
): Promise<readonly PartView[]> {
  const [{ takesCases, archived }, live, directory] = await Promise.all([
    store.flowStandings.read(),
    store.releases.allLive(),
    readDirectory(store),
  ]);
  const records = await store.revisions.withParts({ ...which, except: archived.map(({ flow }) => flow) });
  // The flow that takes cases gives a part its name, and stands first of those that it belongs to.
  const flows = [...new Set(records.map(({ flow }) => flow))].sort(
    (one, other) => Number(other === takesCases) - Number(one === takesCases),
  );
  const found = new Map<string, PartView>();
  for (const flow of flows) {
    const newestFirst = records.filter((record) => record.flow === flow);
    const release = live.find((one) => one.flow === flow);
    const shown = newestFirst.find(({ hash }) => hash === release?.hash) ?? newestFirst[0];
    for (const part of shown?.parts ?? []) {
      const key = `${part.kind}/${part.id}`;
      const known = found.get(key) ?? { kind: part.kind, id: part.id, name: part.name, flows: [] };
      found.set(key, {
        ...known,
        flows: [...known.flows, inFlow(part, newestFirst, release, directory)],
      });
    }
  }
  return [...found.values()].sort(byKindAndName);
}

/** What a list shows of a part. */
export function partRow({ kind, id, name, flows }: PartView): PartRow {
  const all = flows.flatMap(({ revisions }) => revisions);
  const [last] = all.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  if (last === undefined) throw new Error(`No revision has the part ${kind} ${id}.`);
  const [first] = flows;
  const shown = first?.revisions.find(({ live }) => live) ?? first?.revisions[0] ?? last;
  return {
    kind,
    id,
    name,
    size: shown.size,
    flows: flows.map(({ flow }) => flow),
    changes: all.length,
    last,
  };
}

function inFlow(
  part: RevisionPart,
  newestFirst: readonly RevisionWithParts[],
  release: Release | undefined,
  directory: Directory,
): PartInFlow {
  const changes = changesOfPart(part, newestFirst);
  const liveNumber = newestFirst.find(({ hash }) => hash === release?.hash)?.number ?? 0;
  // The last one that changed it up to what is live.
  const live = changes.find(({ revision }) => revision.number <= liveNumber);
  const [newest] = newestFirst;
  return {
    flow: { id: newest?.flow ?? '', name: newest?.name ?? '' },
    revisions: changes.map(({ revision, part: { size } }): PartRevision => ({
      ...recordRow(revision, directory),
      live: revision === live?.revision,
      size,
    })),
  };
}

function byKindAndName(a: PartView, b: PartView): number {
  if (a.kind !== b.kind) return PART_KINDS.indexOf(a.kind) - PART_KINDS.indexOf(b.kind);
  return byName(a, b);
}
