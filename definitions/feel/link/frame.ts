import type { JsonObject } from '../../flow/json.ts';
import type { Budget } from '../budget.ts';
import type { Plan } from '../check/plan.ts';
import type { Value } from '../value/value.ts';

/** One evaluation under way. `locals` are written by the closures that own the slots, before anything reads them. */
export interface Frame {
  readonly scope: JsonObject;
  readonly now: number;
  readonly budget: Budget;
  readonly warn: (warning: string) => void;
  readonly locals: Value[];
}

/** A linked plan: computes its value in a frame. */
export type Evaluator = (frame: Frame) => Value;

/** A linked test: whether a value passes. */
export type Tester = (input: Value, frame: Frame) => boolean;

/** Links a part of a construct. */
export type Link = (plan: Plan) => Evaluator;

/** The plan of one construct. */
export type PlanOf<O extends Plan['op']> = Extract<Plan, { readonly op: O }>;

/** Null, with a warning that says why. */
export function nothing(frame: Frame, why: string): null {
  frame.warn(why);
  return null;
}
