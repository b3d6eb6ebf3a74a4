import { signaturesOf } from '../builtins/catalogue.ts';
import { nearestName } from '../nearest.ts';
import { normalName } from '../parse/name.ts';
import type { Syntax } from '../parse/syntax.ts';
import type { FeelType } from '../type/feel-type.ts';
import { ANY, listOf, nameOf } from '../type/feel-type.ts';
import { PROPERTIES } from '../value/property.ts';
import type { Checker } from './checker.ts';
import { BROKEN } from './checker.ts';
import type { Typed } from './plan.ts';
import type { Scope } from './scope.ts';
import { itemScope, meaningOf, namesIn } from './scope.ts';

type Of<K extends Syntax['kind']> = Extract<Syntax, { readonly kind: K }>;

/** Types a name by what it means in its scope. */
export function checkName({ name, at }: Of<'name'>, scope: Scope, checker: Checker): Typed {
  const meaning = meaningOf(name, scope);
  if (!meaning && signaturesOf(name))
    return { plan: { op: 'builtin', name }, type: { type: 'function', result: ANY } };
  if (!meaning) {
    const nearest = nearestName(name, namesIn(scope));
    const hint = nearest === undefined ? '' : ` Did you mean “${nearest}”?`;
    checker.error(at, 'unknown variable', `There is no variable “${shortened(name)}”.${hint}`, nearest);
    return BROKEN;
  }
  if (meaning.variable !== undefined) checker.use(meaning.variable, at);
  return { plan: meaning.plan, type: meaning.type };
}

const SHOWN = 60;

/** A name for a message. */
export function shortened(name: string): string {
  return name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name;
}

/** Types `of.name`: an entry of a context, a part of a value of time, or that of each item of a list. */
export function checkPath({ of, name, nameAt }: Of<'path'>, scope: Scope, checker: Checker): Typed {
  const source = checker.check(of, scope);
  const found = propertyType(source.type, name);
  if ('type' in found) return { plan: { op: 'path', of: source.plan, name: found.name }, type: found.type };
  const nearest = nearestName(name, found.instead);
  const hint = nearest === undefined ? '' : ` Did you mean “${nearest}”?`;
  checker.error(
    nameAt,
    'unknown property',
    `A ${nameOf(source.type)} has no “${name}” here.${hint}`,
    nearest,
  );
  // Of a list there are as many nulls.
  return source.type.type === 'list' ? { plan: { op: 'path', of: source.plan, name }, type: ANY } : BROKEN;
}

/** The type of a property and the spelling it was declared with, or the names there are instead. */
function propertyType(
  type: FeelType,
  name: string,
): { readonly name: string; readonly type: FeelType } | { readonly instead: readonly string[] } {
  switch (type.type) {
    case 'any':
    case 'null':
      return { name, type: ANY };
    case 'list': {
      const found = propertyType(type.of, name);
      return 'type' in found ? { name: found.name, type: listOf(found.type) } : found;
    }
    case 'context': {
      const declared = Object.entries(type.fields);
      if (declared.length === 0) return { name, type: ANY };
      const field = declared.find(([known]) => normalName(known) === name);
      return field ? { name: field[0], type: field[1] } : { instead: declared.map(([known]) => known) };
    }
    case 'range':
      return name === 'start' || name === 'end' ? { name, type: type.of } : partOf(PROPERTIES.range, name);
    case 'date':
    case 'time':
    case 'date and time':
    case 'days and time duration':
    case 'years and months duration':
      return partOf(PROPERTIES[type.type], name);
    default:
      return { instead: [] };
  }
}

type PartType = 'number' | 'any' | 'boolean' | 'string' | 'days and time duration';

function partOf(
  parts: { readonly [name: string]: PartType },
  name: string,
): { name: string; type: FeelType } | { instead: string[] } {
  const type = Object.hasOwn(parts, name) ? parts[name] : undefined;
  return type ? { name, type: { type } } : { instead: Object.keys(parts) };
}

/** Types `of[by]`: the item at a position, or the items for which a condition holds (DMN 1.5, 10.3.2.5). */
export function checkFilter({ of, by }: Of<'filter'>, scope: Scope, checker: Checker): Typed {
  const source = checker.check(of, scope);
  const item = source.type.type === 'list' ? source.type.of : source.type;
  const slot = checker.newSlot();
  const filter = checker.check(by, itemScope(scope, slot, item));
  const plan = (mode: 'index' | 'test' | 'either') =>
    ({ op: 'filter', of: source.plan, by: filter.plan, slot, mode }) as const;
  switch (filter.type.type) {
    case 'number':
      return { plan: plan('index'), type: item };
    case 'boolean':
      return { plan: plan('test'), type: listOf(item) };
    case 'any':
    case 'null':
      return { plan: plan('either'), type: ANY };
    default:
      checker.error(
        by.at,
        'type mismatch',
        `A filter is a position or a condition, not a ${nameOf(filter.type)}.`,
      );
      return BROKEN;
  }
}
