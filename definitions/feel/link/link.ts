import type { Plan } from '../check/plan.ts';
import { linkEntryOrElse, linkFilter, linkInstanceOf, linkPath } from './access.ts';
import { linkBuiltin, linkCall, linkFunction, linkInvoke } from './calls.ts';
import type { Evaluator, Link } from './frame.ts';
import { linkFor, linkIf, linkQuantified } from './iteration.ts';
import { linkArithmetic, linkBetween, linkEqual, linkLogic, linkNegate, linkOrder } from './operators.ts';
import { linkConform } from './conform.ts';
import { linkTableValue } from './table.ts';
import { linkIn } from './tests.ts';
import {
  linkConstant,
  linkContext,
  linkLet,
  linkList,
  linkLocal,
  linkRange,
  linkVariable,
} from './values.ts';

/** Turns a plan into a closure: every choice that the plan already makes is made here, once. */
export function link(plan: Plan): Evaluator {
  return linkWith(plan, link);
}

/** The same, with its parts linked by `link`. */
export function linkWith(plan: Plan, link: Link): Evaluator {
  switch (plan.op) {
    case 'constant':
    case 'number':
    case 'temporal':
      return linkConstant(plan);
    case 'variable':
      return linkVariable(plan);
    case 'local':
      return linkLocal(plan);
    case 'entry or else':
      return linkEntryOrElse(plan, link);
    case 'list':
      return linkList(plan, link);
    case 'context':
      return linkContext(plan, link);
    case 'range':
      return linkRange(plan, link);
    case 'path':
      return linkPath(plan, link);
    case 'filter':
      return linkFilter(plan, link);
    case 'arithmetic':
      return linkArithmetic(plan, link);
    case 'negate':
      return linkNegate(plan, link);
    case 'order':
      return linkOrder(plan, link);
    case 'equal':
      return linkEqual(plan, link);
    case 'and':
    case 'or':
      return linkLogic(plan, link);
    case 'between':
      return linkBetween(plan, link);
    case 'in':
      return linkIn(plan, link);
    case 'instance of':
      return linkInstanceOf(plan, link);
    case 'if':
      return linkIf(plan, link);
    case 'for':
      return linkFor(plan, link);
    case 'quantified':
      return linkQuantified(plan, link);
    case 'call':
      return linkCall(plan, link);
    case 'invoke':
      return linkInvoke(plan, link);
    case 'function':
      return linkFunction(plan, link);
    case 'builtin':
      return linkBuiltin(plan);
    case 'let':
      return linkLet(plan, link);
    case 'conform':
      return linkConform(plan, link);
    case 'table':
      return linkTableValue(plan, link);
  }
}
