import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../definitions/check/check-draft.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { groupingOf, groupSteps } from '../../editor/designer/commands/group/group-steps.ts';
import { regionOf } from '../../editor/designer/commands/group/region.ts';
import { link } from '../../engine/interpreter/link.ts';
import { checkScenario } from '../../engine/simulate/check-scenario.ts';
import { published, scenarios } from '../library/published.ts';

const shipped = published().revision;
const told = Object.fromEntries(scenarios().map(({ file, scenario }) => [file, scenario]));
const care = contentOf(shipped, told);

/** Sets of steps of a flow that arrows join, up to a size. */
function joinedSteps({ nodes, edges }: Flow, most: number): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const open = nodes.map(({ id }) => [id]);
  for (let steps = open.pop(); steps !== undefined; steps = open.pop()) {
    const key = steps.toSorted().join(' ');
    if (found.has(key)) continue;
    found.set(key, steps);
    if (steps.length === most) continue;
    const within = new Set(steps);
    for (const { from, to } of edges)
      if (within.has(from.node) !== within.has(to)) open.push([...steps, within.has(to) ? from.node : to]);
  }
  return [...found.values()];
}

/** What the world sees of each story that a draft is told: what is done and asked, and what comes of it. */
function seenOf({ scenarios: stories, ...content }: DraftContent) {
  const program = link({ ...shipped, ...content });
  return Object.entries(stories).map(([id, story]) => {
    const { result, differences } = checkScenario(program, story);
    const { status, outcome, at, activities, tasks, incidents } = result;
    return {
      ...{ id, status, outcome, at, incidents, differences },
      activities: activities.map(({ activity, input, at: when }) => ({ activity, input, when })),
      tasks: tasks.map(({ task, at: when }) => ({ task, when })),
    };
  });
}

describe('steps of the shipped flow that became a flow', { timeout: 300_000 }, () => {
  const flows = [care.flow, ...Object.values(care.called)];
  const groups = flows.flatMap((flow) =>
    joinedSteps(flow, flow === care.flow ? 4 : 3)
      .filter((steps) => !('no' in regionOf(flow, steps)) && !('no' in groupingOf(care, flow.id, steps)))
      .map((steps) => ({ flow: flow.id, steps })),
  );
  const before = seenOf(care);
  const newId = (): (() => string) => {
    let last = 0;
    return () => `new-${(last += 1)}`;
  };

  it('are of many kinds', () => {
    expect(groups.length).toBeGreaterThan(15);
    expect(new Set(groups.map(({ flow }) => flow)).size).toBeGreaterThan(3);
  });

  it.each(groups)('do in every story what they did: $flow, $steps', ({ flow, steps }) => {
    const after = groupSteps(flow, steps, { name: 'Group', newId: newId() })(care);
    expect(Object.keys(after.called)).toHaveLength(Object.keys(care.called).length + 1);
    expect(checkDraft(after, shipped.activities)).toEqual([]);
    expect(seenOf(after)).toEqual(before);
  });
});
