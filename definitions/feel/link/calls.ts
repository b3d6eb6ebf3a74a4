import type { Parameter, Signature } from '../builtins/builtin.ts';
import { signaturesOf } from '../builtins/catalogue.ts';
import type { CallWay } from '../check/plan.ts';
import type { FeelType } from '../type/feel-type.ts';
import { isOfType } from '../type/runtime-type.ts';
import { FeelFunction } from '../value/function.ts';
import type { Value } from '../value/value.ts';
import { isList, kindOf } from '../value/value.ts';
import type { Evaluator, Frame, Link, PlanOf } from './frame.ts';
import { nothing } from './frame.ts';

/** Calls the first signature that the arguments' values fit. */
export function linkCall({ name, ways, args }: PlanOf<'call'>, link: Link): Evaluator {
  const evaluators = args.map(link);
  const signatures = signaturesOf(name) ?? [];
  const linked = ways.flatMap((way) => {
    const signature = signatures[way.signature];
    return signature ? [{ signature, way }] : [];
  });
  return (frame) => {
    const values = evaluators.map((evaluate) => evaluate(frame));
    for (const { signature, way } of linked) {
      const taken = take(signature, way, values);
      if (taken === 'null') return null;
      if (taken !== 'misfit') return signature.call(taken, frame);
    }
    return nothing(frame, `${name} cannot be called with ${values.map(kindOf).join(', ')}.`);
  };
}

/** A builtin handed on as a value; it takes its arguments by position, as many as its first signature has. */
export function linkBuiltin({ name }: PlanOf<'builtin'>): Evaluator {
  const signatures = signaturesOf(name) ?? [];
  const parameters = signatures[0]?.parameters.map((parameter) => parameter.name) ?? [];
  return (frame) =>
    new FeelFunction(parameters, (values) => {
      for (const signature of signatures) {
        const takes = signature.parameters.map((_, i) => (i < values.length ? i : null));
        const taken = take(signature, { signature: 0, takes }, values);
        if (taken === 'null') return null;
        if (taken !== 'misfit') return signature.call(taken, frame);
      }
      return nothing(frame, `${name} cannot be called with ${values.map(kindOf).join(', ')}.`);
    });
}

/** The arguments in the order of the parameters, or that they do not fit, or that a null among them makes the call null. */
function take(
  { parameters }: Signature,
  { takes }: CallWay,
  values: readonly Value[],
): readonly Value[] | 'misfit' | 'null' {
  let isNull = false;
  const taken: Value[] = [];
  for (const [position, parameter] of parameters.entries()) {
    const index = takes[position] ?? null;
    if (parameter.rest) {
      const items = index === null ? [] : values.slice(index).map((value) => converted(value, parameter));
      if (items.includes(undefined)) return 'misfit';
      taken.push(items.map((item) => item ?? null));
      continue;
    }
    const value = index === null ? null : converted(values[index] ?? null, parameter);
    if (value === undefined) return 'misfit';
    const isLeftOut = parameter.optional === true && index === null;
    if (value === null && !parameter.nullable && !isLeftOut) isNull = true;
    taken.push(value);
  }
  return isNull ? 'null' : taken;
}

/** The value as one of the parameter's types, after the implicit conversions of DMN 1.5, 10.3.2.9.4; undefined if it is none. */
function converted(value: Value, { types }: Parameter): Value | undefined {
  if (value === null || types.some((type) => isOfType(value, type))) return value;
  for (const type of types) {
    const change = convertedTo(value, type);
    if (change !== undefined) return change;
  }
  return undefined;
}

function convertedTo(value: Value, type: FeelType): Value | undefined {
  if (type.type === 'list') return !isList(value) && isOfType(value, type.of) ? [value] : undefined;
  const [only = null] = isList(value) && value.length === 1 ? value : [];
  return only !== null && isOfType(only, type) ? only : undefined;
}

export function linkInvoke({ callee, args }: PlanOf<'invoke'>, link: Link): Evaluator {
  const called = link(callee);
  const linked = args.map(({ name, value }) => ({ name, evaluate: link(value) }));
  return (frame) => {
    const target = called(frame);
    if (!(target instanceof FeelFunction)) {
      return target === null ? null : nothing(frame, `A ${kindOf(target)} cannot be called.`);
    }
    if (linked.length !== target.parameters.length)
      return nothing(frame, 'A function was called with another number of arguments.');
    const values: Value[] = [];
    for (const [position, { name, evaluate }] of linked.entries()) {
      const index = name === undefined ? position : target.parameters.indexOf(name);
      if (index < 0) return nothing(frame, `A function has no parameter “${name ?? ''}”.`);
      values[index] = evaluate(frame);
    }
    return target.call(values);
  };
}

/** A function sees the locals as they stood where it was made. */
export function linkFunction({ parameters, body, levels }: PlanOf<'function'>, link: Link): Evaluator {
  const evaluate = link(body);
  const names = parameters.map(({ name }) => name);
  return (frame) => {
    const captured = frame.locals.slice();
    return new FeelFunction(names, (args) =>
      frame.budget.nested(() => {
        frame.budget.spend(captured.length + 1);
        const inner: Frame = { ...frame, locals: captured.slice() };
        for (const [i, { slot }] of parameters.entries()) inner.locals[slot] = args[i] ?? null;
        return evaluate(inner);
      }, levels),
    );
  };
}
