import type { Issue } from '../../definitions/check/issue.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import { link } from '../interpreter/link.ts';
import { inTurns, type Turns } from '../simulate/in-turns.ts';
import { notRun, scenarioIssues } from '../simulate/scenario-issues.ts';
import { simulation } from '../simulate/simulate.ts';
import { ApiProblem } from './api-problem.ts';
import { issuesAsJson } from './read-revision.ts';

/** All scenarios of a flow have so long together. */
const BUDGET_MS = 10_000;
/** So long others wait while scenarios run. */
const TURN_MS = 20;

export interface Trying {
  readonly budgetMs?: number;
  readonly now?: () => number;
}

/**
 * Runs every scenario that says what should come of it, one after the other, and answers what came out otherwise,
 * and which there was no time left for. Others are served meanwhile.
 */
export async function triedScenarios(
  revision: Revision,
  scenarios: Scenarios,
  { budgetMs = BUDGET_MS, now = () => performance.now() }: Trying = {},
): Promise<readonly Issue[]> {
  const expecting = Object.entries(scenarios).filter(([, { expect }]) => expect !== undefined);
  if (expecting.length === 0) return [];
  const turns: Turns = { now, end: now() + budgetMs, turnMs: TURN_MS, pause };
  const program = link(revision);
  const issues: Issue[] = [];
  for (const [id, scenario] of expecting) {
    const result = await inTurns(simulation(program, scenario), turns);
    if (result === null) issues.push(notRun(revision, id, scenario, budgetMs));
    else issues.push(...scenarioIssues(revision, id, scenario, result));
  }
  return issues;
}

const pause = (): Promise<boolean> => new Promise((resolve) => setImmediate(() => resolve(true)));

/**
 * Throws 'ill-formed' with what came out otherwise than the scenarios have it, unless the author says `anyway`; answers
 * what the record of the release is to say then: the sentences, or nothing.
 */
export async function refuseUnexpected(
  revision: Revision,
  scenarios: Scenarios,
  anyway: boolean,
): Promise<{ readonly despite?: readonly string[] }> {
  const issues = await triedScenarios(revision, scenarios);
  if (issues.length === 0) return {};
  if (anyway) return { despite: issues.slice(0, MOST_RECORDED).map(({ message }) => message) };
  const [first, ...others] = issues;
  const more = others.length === 0 ? '' : ` There are ${others.length} more such findings.`;
  throw new ApiProblem(
    'ill-formed',
    `A scenario does not come out as it should. ${first?.message ?? ''}${more}`,
    'Put the flow right, or what the scenario expects; or say that it is to be released anyway.',
    { issues: issuesAsJson(issues) },
  );
}

/** So many findings stand in the record of one release. */
const MOST_RECORDED = 50;
