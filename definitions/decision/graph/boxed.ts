import { BROKEN } from '../../feel/check/checker.ts';
import type { BindingPlan, Plan, Typed } from '../../feel/check/plan.ts';
import { levelsOf } from '../../feel/check/plan-shape.ts';
import { itemScope, withLocals } from '../../feel/check/scope.ts';
import { normalName } from '../../feel/parse/name.ts';
import type { Syntax } from '../../feel/parse/syntax.ts';
import type { FeelType } from '../../feel/type/feel-type.ts';
import { ANY, anyOf, BOOLEAN, either, listOf } from '../../feel/type/feel-type.ts';
import type { Boxed, BoxedEntry, BoxedFunction } from '../model.ts';
import { checked, conformed, conformedTo, literal, parserOf } from './literal.ts';
import type { Setting } from './literal.ts';
import { tableOf } from './table.ts';
import { typeNamed } from './named-type.ts';

/** What is noted where a function of another language is needed. */
export const FOREIGN_FUNCTION = 'Functions in Java or PMML are not run.';

type Of<K extends Boxed['kind']> = Extract<Boxed, { readonly kind: K }>;

/** The plan of a boxed expression (DMN 1.5, 10.2). A part with an error is null, and noted. */
export function boxed(expression: Boxed, at: Setting): Typed {
  const { typeRef } = expression;
  // The type of a function's definition is that of what it gives.
  const made = (): Typed =>
    expression.kind === 'function'
      ? functionOf(expression, at)
      : conformed(dispatch(expression, at), typeRef, at);
  return at.build.nested(made, BROKEN);
}

function dispatch(expression: Exclude<Boxed, BoxedFunction>, at: Setting): Typed {
  switch (expression.kind) {
    case 'literal':
      return literal(expression.text, at);
    case 'table':
      return tableOf(expression.table, expression.typeRef, at);
    case 'context':
      return contextOf(expression, at);
    case 'list': {
      const items = expression.items.map((item) => boxed(item, at));
      return {
        plan: { op: 'list', items: items.map(({ plan }) => plan) },
        type: listOf(anyOf(items.map(({ type }) => type))),
      };
    }
    case 'relation':
      return relationOf(expression, at);
    case 'invocation':
      return invocationOf(expression, at);
    case 'conditional':
      return conditionalOf(expression, at);
    case 'filter':
      return filterOf(expression, at);
    case 'for': {
      const { binding, inner } = iterated(expression, at);
      const body = boxed(expression.body, inner);
      return {
        plan: { op: 'for', bindings: [binding], partial: null, body: body.plan },
        type: listOf(body.type),
      };
    }
    case 'some':
    case 'every': {
      const { binding, inner } = iterated(expression, at);
      const body = boxed(expression.body, inner);
      const every = expression.kind === 'every';
      return { plan: { op: 'quantified', every, bindings: [binding], body: body.plan }, type: BOOLEAN };
    }
  }
}

function contextOf({ entries }: Of<'context'>, at: Setting): Typed {
  const names = new Map(at.scope.names);
  const inner: Setting = { ...at, scope: { ...at.scope, names } };
  const fields = new Map<string, FeelType>();
  const made = entries.flatMap((entry) => {
    if (entry.name === undefined) return [];
    const { plan, type } = entryOf(entry, inner);
    const slot = at.build.counter.slots++;
    fields.set(entry.name, type);
    names.set(normalName(entry.name), { plan: { op: 'local', slot }, type });
    return [{ name: entry.name, slot, value: plan }];
  });
  const result = entries.find(({ name }) => name === undefined);
  if (result === undefined)
    return {
      plan: { op: 'context', entries: made },
      type: { type: 'context', fields: Object.fromEntries(fields) },
    };
  const { plan, type } = boxed(result.value, inner);
  return { plan: { op: 'let', bindings: made, body: plan }, type };
}

function entryOf({ value, typeRef }: BoxedEntry, at: Setting): Typed {
  return value.kind === 'function' ? boxed(value, at) : conformed(boxed(value, at), typeRef, at);
}

function relationOf({ columns, rows }: Of<'relation'>, at: Setting): Typed {
  const items = rows.map((row): Typed => {
    const cells = row.map((cell) => boxed(cell, at));
    return {
      plan: {
        op: 'context',
        entries: cells.map(({ plan }, i) => ({
          name: columns[i] ?? '',
          slot: at.build.counter.slots++,
          value: plan,
        })),
      },
      type: {
        type: 'context',
        fields: Object.fromEntries(cells.map(({ type }, i) => [columns[i] ?? '', type])),
      },
    };
  });
  return {
    plan: { op: 'list', items: items.map(({ plan }) => plan) },
    type: listOf(anyOf(items.map(({ type }) => type))),
  };
}

/** The arguments are bound first, by names that nobody can write; then it is a call by name as any other. */
function invocationOf({ called, bindings }: Of<'invocation'>, at: Setting): Typed {
  const { build } = at;
  const parsed = parserOf(at.scope).expression(called);
  if ('problem' in parsed) {
    build.note(parsed.problem.message);
    return BROKEN;
  }
  const values = bindings.map(({ value }) => boxed(value, at));
  const locals = values.map(({ type }, i) => ({ name: `\u0000${i}`, slot: build.counter.slots++, type }));
  const { at: place } = parsed.syntax;
  const call: Syntax = {
    kind: 'call',
    at: place,
    callee: parsed.syntax,
    args: bindings.map(({ name }, i) => ({
      name,
      value: { kind: 'name', name: locals[i]?.name ?? '', at: place },
    })),
  };
  const { plan, type } = checked(call, withLocals(at.scope, locals), build);
  const bound = values.map(({ plan: value }, i) => ({ slot: locals[i]?.slot ?? 0, value }));
  return { plan: { op: 'let', bindings: bound, body: plan }, type };
}

/** The plan of a function definition: its parameters conform to their types when it is called. */
export function functionOf({ parameters, body, typeRef }: BoxedFunction, at: Setting): Typed {
  if (body === undefined) {
    at.build.note(FOREIGN_FUNCTION);
    return BROKEN;
  }
  const { counter } = at.build;
  const locals = parameters.map(({ name, typeRef: wanted }) => {
    const to = typeNamed(wanted, at.model, at.build);
    return { name: normalName(name), slot: counter.slots++, type: to?.type ?? ANY, to };
  });
  const inner = { ...at, scope: withLocals(at.scope, locals) };
  const result = conformed(boxed(body, inner), typeRef, at);
  const bindings = locals.flatMap(({ slot, to }) =>
    to === undefined
      ? []
      : [{ slot, value: conformedTo({ plan: { op: 'local', slot }, type: ANY }, to).plan }],
  );
  const plan: Plan = bindings.length === 0 ? result.plan : { op: 'let', bindings, body: result.plan };
  return {
    plan: {
      op: 'function',
      parameters: parameters.map(({ name }, i) => ({ name, slot: locals[i]?.slot ?? 0 })),
      body: plan,
      levels: levelsOf(plan),
    },
    type: { type: 'function', result: result.type },
  };
}

function conditionalOf({ condition, then, otherwise }: Of<'conditional'>, at: Setting): Typed {
  const yes = boxed(then, at);
  const no = boxed(otherwise, at);
  return {
    plan: { op: 'if', condition: boxed(condition, at).plan, then: yes.plan, otherwise: no.plan },
    type: either(yes.type, no.type),
  };
}

function filterOf({ of, match }: Of<'filter'>, at: Setting): Typed {
  const source = boxed(of, at);
  const item = source.type.type === 'list' ? source.type.of : source.type;
  const slot = at.build.counter.slots++;
  const by = boxed(match, { ...at, scope: itemScope(at.scope, slot, item) });
  const mode = by.type.type === 'boolean' ? 'test' : by.type.type === 'number' ? 'index' : 'either';
  return {
    plan: { op: 'filter', of: source.plan, by: by.plan, slot, mode },
    type: mode === 'test' ? listOf(item) : mode === 'index' ? item : ANY,
  };
}

function iterated(
  { variable, over }: Of<'for' | 'some' | 'every'>,
  at: Setting,
): { readonly binding: BindingPlan; readonly inner: Setting } {
  const from = boxed(over, at);
  const slot = at.build.counter.slots++;
  const type = from.type.type === 'list' || from.type.type === 'range' ? from.type.of : from.type;
  const scope = withLocals(at.scope, [{ name: normalName(variable), slot, type }]);
  return { binding: { slot, from: from.plan }, inner: { ...at, scope } };
}
