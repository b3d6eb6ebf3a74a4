/** Bounds that keep every expression finite: beyond them an expression is a problem, or its value null with a warning. */

/** Characters of source text. The grammar's context tracker takes time in the square of a list's length. */
export const MAX_SOURCE = 8_000;
/** Expressions nested in one another; a chain like `a + b + c` nests once per operator. */
export const MAX_DEPTH = 250;
/**
 * Levels of values within values, and of functions calling functions (each as deep as its body), while evaluating.
 * Far below what any stack holds, so that the limit and not the machine decides.
 */
export const MAX_LEVELS = 1_000;
/** Loop bodies, list items and characters looked at during one evaluation, each counting one: well under a second. */
export const MAX_STEPS = 500_000;
/** Items of one list made by an expression. */
export const MAX_LIST = 100_000;
/** Characters of one string made by an expression. */
export const MAX_STRING = 1_000_000;
