import { ExpressionChecker } from '../../feel/check/check.ts';
import { BROKEN } from '../../feel/check/checker.ts';
import type { Typed, TypePlan } from '../../feel/check/plan.ts';
import type { Scope } from '../../feel/check/scope.ts';
import { meaningOf, namesIn } from '../../feel/check/scope.ts';
import type { Parser } from '../../feel/parse/parse.ts';
import { parserFor } from '../../feel/parse/parse.ts';
import type { Syntax } from '../../feel/parse/syntax.ts';
import type { FeelType } from '../../feel/type/feel-type.ts';
import { ANY, declarable } from '../../feel/type/feel-type.ts';
import type { Feel } from '../../flow/base.ts';
import type { DecisionModel } from '../model.ts';
import type { Build } from './build.ts';
import { typeNamed } from './named-type.ts';

/** Where an expression stands: what its names mean, and in which model its types are looked up. */
export interface Setting {
  readonly scope: Scope;
  readonly model: DecisionModel;
  readonly build: Build;
}

/** The plan of a FEEL expression. `parser`: that of the scope, where there is one already. */
export function literal(text: Feel, { scope, build }: Setting, parser: Parser = parserOf(scope)): Typed {
  const parsed = parser.expression(text);
  if ('problem' in parsed) {
    build.note(parsed.problem.message);
    return BROKEN;
  }
  return checked(parsed.syntax, scope, build);
}

/**
 * The plan of an expression that was read. Its errors are noted; what has one is null, as at run time (DMN has no
 * errors of types, only nulls), and the rest goes on.
 */
export function checked(syntax: Syntax, scope: Scope, build: Build): Typed {
  const checker = new ExpressionChecker(undefined, build.counter);
  const typed = checker.check(syntax, scope);
  const { problems } = checker.findings();
  for (const { severity, message } of problems) if (severity === 'error') build.note(message);
  return typed;
}

/** A parser that knows the names in sight. */
export function parserOf(scope: Scope): Parser {
  return parserFor(
    Object.fromEntries(
      namesIn(scope)
        .reverse()
        .map((name) => [name, declarable(meaningOf(name, scope)?.type ?? ANY)]),
    ),
  );
}

/** The value if it is of the type of that name, else null. */
export function conformed(value: Typed, typeRef: string | undefined, { model, build }: Setting): Typed {
  const to = typeNamed(typeRef, model, build);
  return to === undefined ? value : conformedTo(value, to);
}

export function conformedTo(value: Typed, to: TypePlan): Typed {
  const isPlain = to.allowed === undefined && to.of === undefined && to.fields === undefined;
  if (isPlain && (to.type.type === 'any' || isSurely(value.type, to.type))) return value;
  return { plan: { op: 'conform', of: value.plan, to }, type: to.type };
}

function isSurely(found: FeelType, wanted: FeelType): boolean {
  return found.type === wanted.type && ['number', 'string', 'boolean', 'date', 'time'].includes(wanted.type);
}
