import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { runsLocally, type ActivityCall } from '../../definitions/activity/contract.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { StoreProblem } from '../../engine/store/problem.ts';
import { ActivityProblem } from './activity-problem.ts';
import type { ActivityDeps } from './context.ts';
import { contextOfCall } from './context-of-call.ts';
import type { ActivityDefinition } from './define-activity.ts';
import { recentOnly } from './recent-only.ts';
import { retryNotes } from './retry-notes.ts';
import { tryNow } from './try-now.ts';

/** Activities by name, as a Temporal worker takes them. */
export type ActivityFunctions = Record<string, (call: ActivityCall) => Promise<Json>>;

/** How many revisions a worker keeps at hand: those of running cases are few. */
const REVISIONS_AT_HAND = 20;
/** So often code that throws what it should not is tried where it runs locally: some fifteen seconds long. */
const MOST_LOCAL_FAULTS = 6;

/**
 * Makes the functions that a worker offers. What leaves them when they fail carries a code and nothing else: no
 * message, no stack, no detail, for it enters a history that cannot be erased. While one is tried again the store is
 * told (see retry-notes). Throws on a name given twice.
 */
export function createActivities(
  definitions: readonly ActivityDefinition[],
  deps: ActivityDeps,
): ActivityFunctions {
  const revisions = recentOnly<Promise<Revision | null>>(REVISIONS_AT_HAND);
  const notesOf = retryNotes(deps);
  const functions: ActivityFunctions = {};
  for (const definition of definitions) {
    const { name, limits } = definition.contract;
    if (name in functions) throw new Error(`Two activities are named '${name}'.`);
    functions[name] = async (call) => {
      const context = contextOfCall(deps, call, {
        leaseMs: limits.startToCloseMs,
        revision: async () => {
          const revision = await revisions(call.revision, () => deps.store.revisions.get(call.revision));
          if (revision === null)
            throw new ActivityProblem('unknown revision', { retry: true, happened: 'no' });
          return revision;
        },
      });
      const notes = notesOf(call);
      try {
        const output = await definition.perform(context);
        notes.over();
        return output;
      } catch (error) {
        if (error instanceof CancelledFailure) {
          notes.over();
          throw error;
        }
        const problem = problemOf(error, call, runsLocally(definition.contract));
        const { caseId, activity, node, visit, item } = call;
        deps.log.error(
          { caseId, activity, node, visit, item, code: problem.code, kind: kindOf(error) },
          'activity failed',
        );
        notes.failed(problem);
        throw withoutText(problem);
      }
    };
  }
  return functions;
}

function problemOf(error: unknown, call: ActivityCall, isLocal: boolean): ActivityProblem {
  if (error instanceof ActivityProblem) return error;
  if (error instanceof StoreProblem) {
    return new ActivityProblem(`store ${error.code}`, {
      retry: error.code === 'unavailable' || error.code === 'stale',
    });
  }
  // A slip in the code stays one; and as long as a local one is tried, its run is slow to hear of anything else.
  return new ActivityProblem('fault', {
    retry: !isLocal || (tryNow(call)?.attempt ?? 1) < MOST_LOCAL_FAULTS,
  });
}

/** The class and place of an error, for the engineer's log; its message might hold what somebody wrote. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.name, ...frames.slice(0, 3).map((frame) => frame.trim())].join(' ');
}

function withoutText({ code, retry, retryAfterMs }: ActivityProblem): ApplicationFailure {
  const failure = ApplicationFailure.create({
    type: code,
    message: code,
    nonRetryable: !retry,
    ...(retryAfterMs === undefined ? {} : { nextRetryDelay: retryAfterMs }),
  });
  failure.stack = '';
  return failure;
}
