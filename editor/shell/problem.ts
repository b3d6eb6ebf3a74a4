import type { JsonObject } from '../../definitions/flow/json.ts';
import type { FieldError, Problem } from '../../definitions/model/views/problem.ts';

/** A refusal of the API, or that it could not be reached (code 'unreachable'). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly whatToDo: string;
  readonly errors: readonly FieldError[];
  /** What is wrong with a flow, where it was refused for that. */
  readonly issues: readonly JsonObject[];
  constructor(
    problem: Pick<Problem, 'code' | 'status' | 'title' | 'detail' | 'whatToDo' | 'errors' | 'issues'>,
  ) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.whatToDo = problem.whatToDo;
    this.errors = problem.errors ?? [];
    this.issues = problem.issues ?? [];
  }
}

/** Whether the API refused with this code. */
export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}
