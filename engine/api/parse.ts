import type { z } from 'zod';
import type { FieldError } from '../../definitions/model/views/problem.ts';
import { ApiProblem } from './api-problem.ts';

const MOST_ERRORS = 50;

/**
 * What came, as the schema reads it. Without a schema nothing is read, and the answer is undefined.
 * Throws ApiProblem 'invalid' that names every field and its reason.
 */
export function parseAs<T>(
  schema: z.ZodType<T> | undefined,
  value: unknown,
  part: 'address' | 'query' | 'body',
): T {
  // A route without this part declares T as undefined, and its handler has no use for the value.
  if (schema === undefined) return undefined as T;
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new ApiProblem(
    'invalid',
    `The ${part} of the request is not as this address expects it.`,
    'Correct the fields named in errors; /api/openapi.json describes them.',
    { errors: fieldErrors(read.error) },
  );
}

/** Zod's issues, each as a field's path (`mentions.3.text`) and a reason. */
export function fieldErrors(error: z.ZodError): readonly FieldError[] {
  return error.issues
    .flatMap((issue) => likeliest(issue))
    .slice(0, MOST_ERRORS)
    .map((issue) => ({ field: issue.path.join('.'), reason: issue.message }));
}

/** Of the forms that a value might have had, what is wrong with the one that it comes nearest to. */
function likeliest(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [nearest] = issue.errors
    .filter((errors) => errors.length > 0)
    .toSorted((a, b) => a.length - b.length);
  if (nearest === undefined) return [issue];
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(likeliest);
}
