import type { FieldError, Problem } from '../../definitions/model/views/problem.ts';

/** A refusal of the API, or that it could not be reached (code 'unreachable'). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly whatToDo: string;
  readonly errors: readonly FieldError[];
  constructor(problem: Pick<Problem, 'code' | 'status' | 'title' | 'detail' | 'whatToDo' | 'errors'>) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.title = problem.title;
    this.whatToDo = problem.whatToDo;
    this.errors = problem.errors ?? [];
  }
}

/** Whether the API refused with this code. */
export function isProblem(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.code === code;
}
