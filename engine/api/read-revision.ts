import { checkRevision } from '../../definitions/check/check-revision.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import { JsonObjectSchema } from '../../definitions/flow/json.schema.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { readFlow } from '../../definitions/flow/read-flow.ts';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { SEMANTICS } from '../interpreter/state.ts';
import { ApiProblem } from './api-problem.ts';
import { fieldErrors } from './parse.ts';

const WHAT_TO_DO = 'Put right what issues names, then publish again; a draft may be saved as it is.';

/**
 * The revision that came, if it may be published as this flow. Throws ApiProblem 'ill-formed': for a flow of a newer
 * schema with its version, for anything else with the fields or with what `definitions/check` found.
 */
export function readRevision(given: { readonly [part: string]: unknown }, flowId: string): Revision {
  const flow = readFlow(given['flow']);
  if ('issues' in flow) throw refusal(flow.issues, 'The flow of this revision cannot be read.');
  const read = RevisionSchema.safeParse(given);
  if (!read.success) {
    throw new ApiProblem('ill-formed', 'This is not a revision.', 'Correct the fields named in errors.', {
      errors: fieldErrors(read.error),
    });
  }
  if (read.data.flow.id !== flowId) {
    throw new ApiProblem(
      'ill-formed',
      'The revision is of another flow.',
      'Publish it at the address of its own flow.',
    );
  }
  if (read.data.semantics > SEMANTICS) {
    throw new ApiProblem(
      'ill-formed',
      `The revision wants engine semantics ${read.data.semantics}; this Earshot knows them up to ${SEMANTICS}.`,
      'Update Earshot, then publish again.',
    );
  }
  const issues = checkRevision(read.data);
  if (issues.some(({ severity }) => severity === 'error')) {
    throw refusal(issues, 'Something is wrong with this revision.');
  }
  return read.data;
}

/** The problem of a revision with which something is wrong: `what` says so, the issues say what. */
export function refusal(issues: readonly Issue[], what: string): ApiProblem {
  const [first] = issues;
  return new ApiProblem('ill-formed', first === undefined ? what : `${what} ${first.message}`, WHAT_TO_DO, {
    issues: issuesAsJson(issues),
  });
}

/** Issues as a problem tells them. */
export function issuesAsJson(issues: readonly Issue[]): readonly JsonObject[] {
  return issues.map((issue) => JsonObjectSchema.parse(JSON.parse(JSON.stringify(issue))));
}
