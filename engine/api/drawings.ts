import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Store } from '../store/store.ts';

/** What a drawing says of its steps, by flow and node. */
export interface Drawing {
  readonly revision: Revision;
  node(flow: string, node: string): FlowNode | null;
  flow(flow: string): Flow | null;
  /** The step's name as drawn; '' when the drawing has no such step. */
  nameOf(flow: string, node: string): string;
  /** The name of the band it stands in. */
  laneOf(flow: string, node: string): string | null;
}

/** Drawings by content hash. A revision never changes, so a few are kept. */
export interface Drawings {
  of(hash: string): Promise<Drawing | null>;
  /** Those of the hashes that exist. */
  ofAll(hashes: Iterable<string | null>): Promise<ReadonlyMap<string, Drawing>>;
}

const KEPT = 64;

export function createDrawings(store: Store): Drawings {
  const kept = new Map<string, Drawing>();
  const of = async (hash: string): Promise<Drawing | null> => {
    const known = kept.get(hash);
    if (known !== undefined) return known;
    const revision = await store.revisions.get(hash);
    if (revision === null) return null;
    const drawing = drawingOf(revision);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(hash, drawing);
    return drawing;
  };
  return {
    of,
    async ofAll(hashes) {
      const wanted = new Set([...hashes].filter((hash) => hash !== null));
      const found = await Promise.all([...wanted].map(async (hash) => [hash, await of(hash)] as const));
      return new Map(
        found.flatMap(([hash, drawing]) => (drawing === null ? [] : [[hash, drawing] as const])),
      );
    },
  };
}

function drawingOf(revision: Revision): Drawing {
  const flows = new Map([...Object.values(revision.called), revision.flow].map((flow) => [flow.id, flow]));
  const nodes = new Map(
    [...flows.values()].flatMap((flow) => flow.nodes.map((node) => [`${flow.id}/${node.id}`, node] as const)),
  );
  const node = (flow: string, id: string): FlowNode | null => nodes.get(`${flow}/${id}`) ?? null;
  return {
    revision,
    node,
    flow: (id) => flows.get(id) ?? null,
    nameOf: (flow, id) => node(flow, id)?.name ?? '',
    laneOf(flow, id) {
      const lane = node(flow, id)?.lane;
      return flows.get(flow)?.lanes.find((one) => one.id === lane)?.name ?? null;
    },
  };
}
