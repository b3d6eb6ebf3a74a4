import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn, nodeIn } from '../../../definitions/flow/drawn.ts';

/** One call on the way to where somebody is: a flow, and the step of it by which they came to the next one. */
export interface Crumb {
  readonly flow: string;
  readonly step: string;
}

/** The calls by which one came to a flow, the first one first. No flow stands in it twice, so it ends. */
export type Trail = readonly Crumb[];

/** What an address calls a crumb. */
export const VIA = 'via';

/**
 * The way by which one came to a flow, as an address tells it. What does not lead there is left out, with all that lies
 * before it: a step that is gone, or calls another flow by now.
 */
export function trailIn(content: DraftContent, flowId: string, search: URLSearchParams): Trail {
  const trail: Crumb[] = [];
  const passed = new Set([flowId]);
  let to = flowId;
  for (const crumb of search.getAll(VIA).toReversed().flatMap(readCrumb)) {
    const node = nodeIn(content, { flow: crumb.flow, node: crumb.step });
    if (node?.kind !== 'callActivity' || node.flow !== to || passed.has(crumb.flow)) break;
    passed.add(crumb.flow);
    trail.unshift(crumb);
    to = crumb.flow;
  }
  return trail;
}

/** How an address tells a way. */
export function writtenTrail(trail: Trail): string[] {
  return trail.map(({ flow, step }) => `${encodeURIComponent(flow)}/${encodeURIComponent(step)}`);
}

/** The way on by a step that calls a flow; to a flow that one came through already it leads back. */
export function trailInto(trail: Trail, from: Crumb, to: string): Trail {
  const passed = trail.findIndex(({ flow }) => flow === to);
  if (passed >= 0) return trail.slice(0, passed);
  return from.flow === to ? trail : [...trail, from];
}

/** The step by which one had left a flow that one is back at; undefined: one did not come back to it. */
export function stepLeft(
  before: Trail,
  now: { readonly flow: string; readonly trail: Trail },
): string | undefined {
  const crumb = before[now.trail.length];
  return crumb?.flow === now.flow ? crumb.step : undefined;
}

/** A flow of the draft by its id, as people call it. */
export function flowName(content: DraftContent, flowId: string): string {
  return flowIn(content, flowId)?.name ?? '';
}

function readCrumb(written: string): Crumb[] {
  const parts = written.split('/');
  const [flow, step] = parts.map(decoded);
  return parts.length === 2 && flow !== undefined && step !== undefined ? [{ flow, step }] : [];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
