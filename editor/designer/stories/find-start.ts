import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Scenario } from '../../../definitions/scenario/scenario.ts';
import type { TraceEntry } from '../../../engine/interpreter/command.ts';
import type { Program } from '../../../engine/interpreter/program.ts';
import type { SimulationResult } from '../../../engine/simulate/result.ts';
import { simulation } from '../../../engine/simulate/simulate.ts';
import { otherwise, withValues } from './other-answers.ts';
import { rowValues } from './row-values.ts';
import type { FoundStart, Target } from './story-run.ts';

interface AtStep {
  readonly flow: string;
  readonly node: string;
}

/** The stories of a draft, and what came of each that was run. */
export interface RunStories {
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
  readonly program: Program;
  readonly results: ReadonlyMap<string, SimulationResult>;
}

/** So many of the stories that come near are changed in search of one that comes there. */
const MOST_STORIES = 6;

/**
 * Looks for a story that comes to a target: one of those that are there, or one of those that come nearest with one
 * thing answered otherwise, or with the values that a row asks for. It is tried before it is answered. Null: no story
 * comes anywhere near. The story has no name of its own, and says nothing of what must come out.
 */
export function* findingStart(stories: RunStories, target: Target): Generator<undefined, FoundStart | null> {
  const { content, program, results } = stories;
  const near = nearest(stories, target);
  for (const [id, result] of results)
    if (comesThere(result.trace, content, target)) return found(content.scenarios[id], near?.at, true);
  if (near === null) return null;
  for (const candidate of candidates(stories, target, near)) {
    const told = simulation(program, candidate);
    let next = told.next();
    for (; next.done !== true; next = told.next()) yield;
    if (comesThere(next.value.trace, content, target)) return found(candidate, near.at, true);
  }
  return found(content.scenarios[near.ids[0] ?? ''], near.at, false);
}

function found(scenario: Scenario | undefined, at: AtStep | undefined, isThere: boolean): FoundStart | null {
  if (scenario === undefined) return null;
  const { expect: _, ...story } = scenario;
  return { scenario: story, at: at ?? null, isThere };
}

function* candidates(
  { content, activities, program, results }: RunStories,
  target: Target,
  { at, ids }: Near,
): Generator<Scenario> {
  const table = 'row' in target ? content.tables[target.table] : undefined;
  const guesses = table === undefined || !('row' in target) ? [] : rowValues(table, target.row);
  const known = ids.slice(0, MOST_STORIES).flatMap((id) => {
    const [story, result] = [content.scenarios[id], results.get(id)];
    if (story === undefined || result === undefined) return [];
    return [{ story, result, until: whenAt(result.trace, at) }];
  });
  for (const { story, result, until } of known)
    for (const values of guesses) yield withValues(story, result, until, values);
  for (const { story, result, until } of known)
    yield* otherwise(story, result, until, { content, activities }, program.messages);
}

interface Near {
  readonly at: AtStep;
  /** The stories that come there, the shortest first. */
  readonly ids: readonly string[];
}

/** The step nearest before a target that some story comes to; null: there is none. */
function nearest({ content, results }: RunStories, target: Target): Near | null {
  const seen = new Set<string>();
  let front = stepsBefore(content, target);
  while (front.length > 0) {
    for (const at of front) {
      const ids = [...results]
        .filter(([, { trace }]) => trace.some((entry) => isEntry(entry, at)))
        .toSorted(([, a], [, b]) => a.events.length - b.events.length)
        .map(([id]) => id);
      if (ids.length > 0) return { at, ids };
      seen.add(JSON.stringify(at));
    }
    const next = new Map(
      front.flatMap((at) => stepsLeadingTo(content, at)).map((at) => [JSON.stringify(at), at] as const),
    );
    front = [...next].flatMap(([key, at]) => (seen.has(key) ? [] : [at]));
  }
  return null;
}

function stepsBefore(content: DraftContent, target: Target): readonly AtStep[] {
  if ('row' in target)
    return flowsOf(content).flatMap(({ id, nodes }) =>
      nodes.flatMap((node) =>
        node.kind === 'businessRuleTask' && 'table' in node.decision && node.decision.table === target.table
          ? [{ flow: id, node: node.id }]
          : [],
      ),
    );
  if ('node' in target) return stepsLeadingTo(content, target);
  const edge = flowIn(content, target.flow)?.edges.find(({ id }) => id === target.edge);
  return edge === undefined ? [] : [{ flow: target.flow, node: edge.from.node }];
}

/** Steps from which an arrow leads to a step; to the first of a flow, those that call the flow. */
function stepsLeadingTo(content: DraftContent, { flow, node }: AtStep): readonly AtStep[] {
  const edges = flowIn(content, flow)?.edges.filter(({ to }) => to === node) ?? [];
  if (edges.length > 0) return edges.map(({ from }) => ({ flow, node: from.node }));
  return flowsOf(content).flatMap((one) =>
    one.nodes.flatMap((caller) =>
      caller.kind === 'callActivity' && caller.flow === flow ? [{ flow: one.id, node: caller.id }] : [],
    ),
  );
}

function flowsOf({ flow, called }: DraftContent): readonly Flow[] {
  return [flow, ...Object.values(called)];
}

function whenAt(trace: readonly TraceEntry[], at: AtStep): number {
  return trace.find((entry) => isEntry(entry, at))?.at ?? 0;
}

function isEntry({ what, place }: TraceEntry, { flow, node }: AtStep): boolean {
  return what === 'entered' && place.flow === flow && place.node === node;
}

/** Whether something of a trace is what was looked for. */
export function comesThere(trace: readonly TraceEntry[], content: DraftContent, target: Target): boolean {
  if ('edge' in target)
    return trace.some(({ place, edge }) => place.flow === target.flow && edge === target.edge);
  if ('node' in target) return trace.some((entry) => isEntry(entry, target));
  const deciding = stepsBefore(content, target);
  return trace.some(({ place, detail }) => {
    const rows = detail?.['rows'];
    return (
      Array.isArray(rows) &&
      rows.includes(target.row) &&
      deciding.some(({ flow, node }) => place.flow === flow && place.node === node)
    );
  });
}
