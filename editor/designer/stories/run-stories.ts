import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Expectation, Scenario } from '../../../definitions/scenario/scenario.ts';
import { SEMANTICS } from '../../../engine/interpreter/state.ts';
import type { Program } from '../../../engine/interpreter/program.ts';
import { Covering } from '../../../engine/simulate/coverage.ts';
import { inTurns, type Turns } from '../../../engine/simulate/in-turns.ts';
import type { SimulationResult } from '../../../engine/simulate/result.ts';
import { toldDifferences } from '../../../engine/simulate/scenario-issues.ts';
import { simulation } from '../../../engine/simulate/simulate.ts';
import { asDuration } from '../trial/as-duration.ts';
import type { StoryRun } from './story-run.ts';
import { untoldIn, type Untold } from './untold.ts';

/** The stories of a draft as it stands, run one after the other; what came of each is kept to be asked about. */
export class StoryRound {
  readonly #covering: Covering;
  readonly #stories: readonly (readonly [id: string, story: Scenario])[];
  readonly results = new Map<string, SimulationResult>();

  constructor(content: DraftContent, activities: Readonly<Record<string, ActivityContract>>) {
    const { scenarios, ...revision } = content;
    this.#stories = Object.entries(scenarios);
    this.#covering = new Covering({ schema: 1, semantics: SEMANTICS, ...revision, activities });
  }

  get program(): Program {
    return this.#covering.program;
  }

  /** Hears of each story as soon as it was run; null: somebody else has the word now. */
  async run(turns: Turns, heard: (id: string, run: StoryRun) => void): Promise<Untold | null> {
    for (const [id, story] of this.#stories) {
      const result = await inTurns(simulation(this.program, story), turns);
      if (result === null && !(await turns.pause())) return null;
      heard(id, result === null ? NO_TIME : storyRun(this.program, story, result));
      if (result === null) continue;
      this.results.set(id, result);
      this.#covering.add(result);
    }
    return untoldIn(this.#covering.coverage());
  }
}

const NO_TIME: StoryRun = { status: null, outcome: null, differs: [] };

/** What came of a story, and what of it differs; of one that says nothing of what must come out, nothing does. */
export function storyRun({ revision }: Program, story: Scenario, result: SimulationResult): StoryRun {
  const { status, outcome } = result;
  return {
    status,
    outcome,
    asNow: expectationNow(result, story.expect ?? {}),
    differs: story.expect === undefined ? [] : toldDifferences(revision, story, result),
  };
}

/** The same that was asked of a story, as it came out; how it stands and its result in any case. */
function expectationNow(
  { status, outcome, path, virtualMs, variables }: SimulationResult,
  expect: Expectation,
): Expectation {
  const { pathIncludes, pathExcludes, virtualTime, variables: expected } = expect;
  const never = pathExcludes?.filter((step) => !path.includes(step)) ?? [];
  return {
    status,
    outcome,
    ...(pathIncludes !== undefined && {
      pathIncludes: isPassed(path, pathIncludes) ? pathIncludes : path,
    }),
    ...(never.length > 0 && { pathExcludes: never }),
    ...(virtualTime !== undefined && { virtualTime: asDuration(virtualMs) }),
    ...(expected !== undefined && {
      variables: Object.fromEntries(
        Object.keys(expected).map((name) => [name, variables[name] ?? null] as const),
      ),
    }),
  };
}

function isPassed(path: readonly string[], steps: readonly string[]): boolean {
  let from = 0;
  return steps.every((step) => {
    const at = path.indexOf(step, from);
    from = at + 1;
    return at >= 0;
  });
}
