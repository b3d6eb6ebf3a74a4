import { checkCell } from '../../feel/check/check.ts';
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

/**
 * The type that a model means by a name; undefined, and a problem, if none; undefined without a name. Within itself a type is any value: how a
 * tree goes on below its branches is not looked at.
 */
export function typeNamed(
  name: string | undefined,
  model: DecisionModel,
  build: Build,
): TypePlan | undefined {
  return name === undefined ? undefined : build.nested(() => resolved(name, model, build), ANYTHING);
}

function resolved(name: string, model: DecisionModel, build: Build): TypePlan | undefined {
  const plain = name.startsWith('feel:') ? name.slice('feel:'.length) : name;
  const own = model.types.find((type) => type.name === plain);
  if (own !== undefined) return planOf(own, { model, build, path: plain });
  const dot = plain.indexOf('.');
  const imported = dot === -1 ? undefined : build.importedBy(model, plain.slice(0, dot));
  if (imported !== undefined) return typeNamed(plain.slice(dot + 1), imported, build);
  const builtin = builtinType(plain);
  if (builtin !== undefined) return { type: builtin };
  const other = build.importedBy(model, '');
  const found = other?.types.find((type) => type.name === plain);
  if (other !== undefined && found !== undefined) return planOf(found, { model: other, build, path: plain });
  build.note(`There is no type “${plain}”.`);
  return undefined;
}

interface Place {
  readonly model: DecisionModel;
  readonly build: Build;
  /** Names from the type of the model down to the part. */
  readonly path: string;
}

function planOf(definition: TypeDefinition, at: Place): TypePlan {
  const { model, build, path } = at;
  const made = (): TypePlan => {
    const one = single(definition, at);
    const narrowed =
      definition.allowed === undefined ? one : { ...one, ...allowedBy(definition.allowed, one.type, build) };
    return definition.isList ? { type: listOf(narrowed.type), of: narrowed } : narrowed;
  };
  return build.nested(() => build.typing(`${model.namespace}#${path}`, made), null) ?? ANYTHING;
}

function single({ fields, typeRef, isFunction }: TypeDefinition, at: Place): TypePlan {
  const { model, build } = at;
  const based = typeNamed(typeRef, model, build) ?? ANYTHING;
  if (isFunction === true) return { type: { type: 'function', result: based.type } };
  if (fields === undefined) return based;
  const plans = fields.map(
    (field) => [field.name, planOf(field, { ...at, path: `${at.path}/${field.name}` })] as const,
  );
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
  const { cell } = checkCell(parsed.syntax, { slot, type }, variableScope({}), build.counter);
  return { allowed: { cell, slot } };
}
