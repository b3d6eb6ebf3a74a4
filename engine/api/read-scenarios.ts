import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { nestsAtMost } from '../../definitions/flow/json-depth.ts';
import { ScenariosSchema } from '../../definitions/scenario/scenario.schema.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import { ApiProblem } from './api-problem.ts';
import { fieldErrors } from './parse.ts';

/** The scenarios that came; throws ApiProblem 'ill-formed' with the fields that are wrong. */
export function readScenarios(given: { readonly [id: string]: unknown }): Scenarios {
  // Looked at first: what reads a scenario goes as deep as it nests.
  const read = nestsAtMost(given, BOUNDS.depth) ? ScenariosSchema.safeParse(given) : null;
  if (read?.success === true) return read.data;
  const tooDeep = { field: '', reason: `lists and objects nest deeper than ${BOUNDS.depth} levels` };
  throw new ApiProblem('ill-formed', 'These are no scenarios.', 'Correct the fields named in errors.', {
    errors: read === null ? [tooDeep] : fieldErrors(read.error),
  });
}
