import { checkTest } from '../../feel/check/tests.ts';
import { newChecker } from '../../feel/check/check.ts';
import type { CellPlan, TypePlan } from '../../feel/check/plan.ts';
import { variableScope } from '../../feel/check/scope.ts';
import { builtinType } from '../../feel/check/type-name.ts';
import { parserFor } from '../../feel/parse/parse.ts';
import type { FeelType } from '../../feel/type/feel-type.ts';
import { ANY, listOf } from '../../feel/type/feel-type.ts';
import type { Feel } from '../../flow/base.ts';
import type { DecisionModel, TypeDefinition } from '../model.ts';
import type { Build } from './build.ts';

/** Any value. */
export const ANYTHING: TypePlan = { type: ANY };

const DEEPEST = 50;

/** The type that a model means by a name; undefined, and a problem, if none. */
export function typeNamed(name: string, model: DecisionModel, build: Build, depth = 0): TypePlan | undefined {
  if (depth > DEEPEST) return ANYTHING;
  const plain = name.startsWith('feel:') ? name.slice('feel:'.length) : name;
  const own = model.types.find((type) => type.name === plain);
  if (own !== undefined) return planOf(own, model, build, depth);
  const dot = plain.indexOf('.');
  const imported = dot === -1 ? undefined : build.importedBy(model, plain.slice(0, dot));
  if (imported !== undefined) return typeNamed(plain.slice(dot + 1), imported, build, depth + 1);
  const builtin = builtinType(plain);
  if (builtin !== undefined) return { type: builtin };
  for (const { name: prefix } of model.imports) {
    const other = prefix === '' ? build.importedBy(model, prefix) : undefined;
    const found = other?.types.find((type) => type.name === plain);
    if (other !== undefined && found !== undefined) return planOf(found, other, build, depth + 1);
  }
  build.note(`There is no type “${plain}”.`);
  return undefined;
}

function planOf(definition: TypeDefinition, model: DecisionModel, build: Build, depth: number): TypePlan {
  const one = single(definition, model, build, depth);
  const narrowed =
    definition.allowed === undefined ? one : { ...one, ...allowedBy(definition.allowed, one.type, build) };
  return definition.isList ? { type: listOf(narrowed.type), of: narrowed } : narrowed;
}

function single(
  { fields, typeRef, isFunction }: TypeDefinition,
  model: DecisionModel,
  build: Build,
  depth: number,
): TypePlan {
  const based = typeRef === undefined ? ANYTHING : (typeNamed(typeRef, model, build, depth + 1) ?? ANYTHING);
  if (isFunction === true) return { type: { type: 'function', result: based.type } };
  if (fields === undefined) return based;
  const plans = fields.map((field) => [field.name, planOf(field, model, build, depth + 1)] as const);
  const type: FeelType = {
    type: 'context',
    fields: Object.fromEntries(plans.map(([name, plan]) => [name, plan.type])),
  };
  return { type, fields: Object.fromEntries(plans) };
}

/** The values that unary tests allow. */
export function allowedBy(
  tests: Feel,
  type: FeelType,
  build: Build,
): { readonly allowed?: { cell: CellPlan; slot: number } } {
  const slot = build.counter.slots++;
  const parsed = parserFor({}).unaryTests(tests);
  if ('problem' in parsed) {
    build.note(`Allowed values cannot be read: ${parsed.problem.message}`);
    return {};
  }
  if (parsed.syntax.kind === 'any') return {};
  const { checker } = newChecker({ slot, type }, build.counter);
  const cell = {
    negated: parsed.syntax.negated,
    tests: parsed.syntax.tests.map((test) => checkTest(test, type, variableScope({}), checker)),
  };
  return { allowed: { cell, slot } };
}
