import type { Flow } from '../../../definitions/flow/flow.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { wayThrough, type StepState } from '../../drawing/way.ts';
import type { Moment } from './moments.ts';
import { stepOf, stopKey, wayUntil, type Stops } from './positions.ts';
import { trailOf } from './trail.ts';

/** How a trial shows on the drawing of one flow. */
export interface DrawnTrial {
  readonly states: ReadonlyMap<string, StepState>;
  /** Arrows that were gone along, and those of the moment itself. */
  readonly taken: ReadonlySet<string>;
  readonly just: ReadonlySet<string>;
  /** The step that the moment is about. */
  readonly focus: string | null;
  /** Steps at which playing stops. */
  readonly stops: ReadonlySet<string>;
}

/** What is drawn of a story at one of its moments. Steps that it did not come to are drawn as ever. */
export function drawnTrial(
  flow: Flow,
  content: DraftContent,
  moments: readonly Moment[],
  position: number,
  stops: Stops,
): DrawnTrial {
  const moment = moments[position];
  const since = moment === undefined ? '' : new Date(moment.at).toISOString();
  const stands = (moment?.stands ?? []).map(({ scope, flow: at, node, isStuck }) => ({
    scope,
    flow: at,
    node,
    since,
    for: isStuck ? ('stuck' as const) : ('task' as const),
    until: null,
  }));
  const way = wayThrough(flow, trailOf(wayUntil(moments, position), content), stands);
  const states = new Map(
    [...way.states].map(([node, state]) => [node, state === 'off' ? 'plain' : state] as const),
  );
  const here = moment === undefined ? null : stepOf(moment);
  const edges = (moment?.entries ?? []).flatMap(({ place, edge }) =>
    place.flow === flow.id && edge !== undefined ? [edge] : [],
  );
  return {
    states,
    taken: way.taken,
    just: new Set(edges),
    focus: here?.flow === flow.id ? here.node : null,
    stops: new Set(
      flow.nodes.flatMap(({ id }) => (stops.has(stopKey({ flow: flow.id, node: id })) ? [id] : [])),
    ),
  };
}
