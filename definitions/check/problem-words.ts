import { shortened } from '../feel/check/names.ts';
import type { ExpressionProblem } from '../feel/problem.ts';
import { didYouMean } from './wording.ts';

/**
 * What is wrong with an expression, said to who draws a flow: what FEEL calls a variable is a value of the flow to them.
 * `written` is what stands at the problem's place.
 */
export function saidOfProblem(
  { code, message, nearest }: Pick<ExpressionProblem, 'message' | 'nearest'> & { readonly code: string },
  written: string,
): string {
  if (code !== 'unknown variable') return message;
  const name = shortened(written.trim().replace(/\s+/g, ' '));
  return `There is no value “${name}”.${didYouMean(nearest)}`;
}
