import type { Flow } from '../flow/flow.ts';
import { checkActivityInputs } from './activity-input.ts';
import { checkCallInputs } from './call-input.ts';
import { checkRecursion } from './calls.ts';
import { contextOf, type CheckContext } from './context.ts';
import type { Compiling } from './compiling.ts';
import { checkCycles } from './cycles.ts';
import { checkDurability } from './durability.ts';
import { checkEdges } from './edges.ts';
import type { Environment } from './environment.ts';
import { checkExpressions } from './expressions.ts';
import type { Issue } from './issue.ts';
import { checkMessages } from './messages.ts';
import { checkNames } from './names.ts';
import { checkParallel } from './parallel.ts';
import { checkReach } from './reach.ts';
import { checkReferences } from './references.ts';
import { checkResults } from './results.ts';
import { checkStartAndEnd } from './start-and-end.ts';
import { checkTables } from './tables.ts';
import { checkVariables } from './variables.ts';

/** One rule family: what it finds wrong with a flow. */
type Family = (context: CheckContext) => readonly Issue[];

/** In the order in which an author would want to hear of them: the drawing first, then what stands in it. */
const FAMILIES: readonly Family[] = [
  checkNames,
  checkVariables,
  checkStartAndEnd,
  checkEdges,
  checkParallel,
  checkCycles,
  checkReferences,
  checkRecursion,
  checkMessages,
  checkExpressions,
  checkTables,
  checkActivityInputs,
  checkCallInputs,
  checkResults,
  checkReach,
  checkDurability,
];

/**
 * What is wrong with one flow, given what it may refer to. Called flows are looked into as far as the call needs it;
 * their own issues are theirs. Reads a flow of the declared shape (from `readFlow`) and throws nothing.
 */
export function check(flow: Flow, environment: Environment, compiling?: Compiling): readonly Issue[] {
  // The drawing under the author's hands, not a former one of the same id.
  const flows = { ...environment.flows, [flow.id]: flow };
  const context = contextOf(flow, { ...environment, flows }, compiling);
  return FAMILIES.flatMap((family) => family(context)).map((issue) => ({
    ...issue,
    message: issue.message.charAt(0).toUpperCase() + issue.message.slice(1),
  }));
}

/** Whether anything stands in the way of publishing. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}
