import { normalName } from '../parse/name.ts';
import type { BindingSyntax, Syntax } from '../parse/syntax.ts';
import type { FeelType } from '../type/feel-type.ts';
import { ANY, BOOLEAN, either, listOf, nameOf } from '../type/feel-type.ts';
import type { Checker } from './checker.ts';
import { checkCondition } from './operators.ts';
import type { BindingPlan, Typed } from './plan.ts';
import { readsSlot } from './plan-shape.ts';
import type { Scope } from './scope.ts';
import { withLocals } from './scope.ts';

type Of<K extends Syntax['kind']> = Extract<Syntax, { readonly kind: K }>;

export function checkIf(syntax: Of<'if'>, scope: Scope, checker: Checker): Typed {
  const condition = checkCondition(syntax.condition, scope, checker, '“if”');
  const then = checker.check(syntax.then, scope);
  const otherwise = checker.check(syntax.otherwise, scope);
  return {
    plan: { op: 'if', condition: condition.plan, then: then.plan, otherwise: otherwise.plan },
    type: either(then.type, otherwise.type),
  };
}

/** Types `for … return …`; `partial` is the list of what was returned so far (DMN 1.5, 10.3.2.14). */
export function checkFor(syntax: Of<'for'>, scope: Scope, checker: Checker): Typed {
  const { bindings, inner } = checkBindings(syntax.bindings, scope, checker);
  const partial = checker.newSlot();
  const body = checker.check(
    syntax.body,
    withLocals(inner, [{ name: 'partial', slot: partial, type: listOf(ANY) }]),
  );
  const used = readsSlot(body.plan, partial) ? partial : null;
  return { plan: { op: 'for', bindings, partial: used, body: body.plan }, type: listOf(body.type) };
}

export function checkQuantified(syntax: Of<'some' | 'every'>, scope: Scope, checker: Checker): Typed {
  const { bindings, inner } = checkBindings(syntax.bindings, scope, checker);
  const body = checkCondition(syntax.body, inner, checker, '“satisfies”');
  return {
    plan: { op: 'quantified', every: syntax.kind === 'every', bindings, body: body.plan },
    type: BOOLEAN,
  };
}

/** Each binding sees those before it. */
function checkBindings(
  bindings: readonly BindingSyntax[],
  scope: Scope,
  checker: Checker,
): { bindings: BindingPlan[]; inner: Scope } {
  let inner = scope;
  const plans = bindings.map((binding): BindingPlan => {
    const from = checker.check(binding.from, inner);
    const to = binding.to && checker.check(binding.to, inner);
    const slot = checker.newSlot();
    const type = to ? endType(binding, from.type, to.type, checker) : itemType(from.type);
    inner = withLocals(inner, [{ name: normalName(binding.name), slot, type }]);
    return to ? { slot, from: from.plan, to: to.plan } : { slot, from: from.plan };
  });
  return { bindings: plans, inner };
}

function endType(binding: BindingSyntax, from: FeelType, to: FeelType, checker: Checker): FeelType {
  for (const [type, syntax] of [
    [from, binding.from],
    [to, binding.to ?? binding.from],
  ] as const) {
    if (!['number', 'date', 'any', 'null'].includes(type.type)) {
      checker.error(
        syntax.at,
        'type mismatch',
        `An iteration counts numbers or dates, not a ${nameOf(type)}.`,
      );
    }
  }
  return either(from, to);
}

function itemType(type: FeelType): FeelType {
  return type.type === 'list' || type.type === 'range' ? type.of : type;
}
