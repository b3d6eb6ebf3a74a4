import { flowIn } from '../../definitions/flow/drawn.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import type { PositionView } from '../../definitions/model/views/case.ts';

/**
 * Where a case stands in one flow: what is told of it, and the step that called the flow in which something is tried
 * again, where there is only one that can have (in the scope of what it called).
 */
export function placesIn(
  flow: Flow,
  { positions, retries }: Pick<CaseDetail, 'positions' | 'retries'>,
  revision: Revision,
): readonly PositionView[] {
  const told = positions.filter((one) => one.flow === flow.id);
  const inside = positions.filter((one) =>
    retries.some((retry) => retry.flow === one.flow && retry.node === one.node),
  );
  const calls = inside.flatMap((one): readonly PositionView[] => {
    const [call, ...others] = callsInto(flow, one.flow, revision, new Set([flow.id]));
    if (call === undefined || others.length > 0 || told.some(({ node }) => node === call.id)) return [];
    const { name, lane = null } = call;
    return [{ ...one, flow: flow.id, node: call.id, name, lane, for: 'called flow' }];
  });
  return [...told, ...calls];
}

/** The steps of a flow that lead into another one, by a call or by the calls within a called one. */
function callsInto(
  flow: Flow,
  into: string,
  revision: Revision,
  seen: ReadonlySet<string>,
): readonly Flow['nodes'][number][] {
  return flow.nodes.filter((node) => {
    if (node.kind !== 'callActivity' || seen.has(node.flow)) return false;
    const called = flowIn(revision, node.flow);
    return (
      node.flow === into ||
      (called !== undefined && callsInto(called, into, revision, new Set([...seen, node.flow])).length > 0)
    );
  });
}
