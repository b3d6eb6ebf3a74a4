import type { SyntaxNode } from '@lezer/common';
import { MAX_DEPTH } from '../limits.ts';
import type { ExpressionProblem, Span } from '../problem.ts';
import { errorAt } from '../problem.ts';

/** Thrown while reading and caught at the room's border: the tree is no expression we know, or too deep. */
export class Unreadable extends Error {
  readonly problem: ExpressionProblem;

  constructor(problem: ExpressionProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** The problem of an expression whose parts stand too deep in one another. */
export function tooDeep(at: Span): ExpressionProblem {
  return errorAt(at, 'too big', `Expressions stand more than ${MAX_DEPTH} deep in one another here.`);
}

/** A part of the tree that stands for nothing we know. */
export function unreadable(at: SyntaxNode): Unreadable {
  return new Unreadable(errorAt(at, 'syntax', 'This cannot be read as an expression.'));
}
