export type ProblemCode =
  | 'syntax'
  | 'too big'
  | 'unknown variable'
  | 'unknown property'
  | 'unknown function'
  | 'wrong arguments'
  | 'type mismatch'
  | 'text in expression'
  | 'value not allowed'
  | 'invalid literal'
  | 'unsupported';

/**
 * What is wrong with an expression, as data. `from` and `to` are offsets (UTF-16 units) into its source.
 * An error makes the expression's value null; a warning leaves it as it is. `nearest` is a known name or value
 * that was probably meant.
 */
export interface ExpressionProblem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly from: number;
  readonly to: number;
  readonly nearest?: string;
}

/** A stretch of the source. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A problem that makes the expression's value null. */
export function errorAt(at: Span, code: ProblemCode, message: string, nearest?: string): ExpressionProblem {
  return problem(at, 'error', code, message, nearest);
}

/** A problem that the author should know of, but that changes nothing. */
export function warningAt(at: Span, code: ProblemCode, message: string, nearest?: string): ExpressionProblem {
  return problem(at, 'warning', code, message, nearest);
}

function problem(
  { from, to }: Span,
  severity: 'error' | 'warning',
  code: ProblemCode,
  message: string,
  nearest: string | undefined,
): ExpressionProblem {
  return nearest === undefined
    ? { code, severity, message, from, to }
    : { code, severity, message, from, to, nearest };
}
