import type { ValueType } from '../../flow/value-type.ts';

/** The static type of an expression: what a variable can be declared as, and what only expressions have. */
export type FeelType =
  | { readonly type: 'any' | 'null' | 'number' | 'boolean' | 'text' | TemporalName }
  | { readonly type: 'string'; readonly allowed?: readonly string[] }
  | { readonly type: 'list'; readonly of: FeelType }
  | { readonly type: 'context'; readonly fields: { readonly [name: string]: FeelType } }
  | { readonly type: 'range'; readonly of: FeelType }
  | { readonly type: 'function'; readonly result: FeelType };

type TemporalName =
  'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration';
export type TypeName = FeelType['type'];

export const ANY: FeelType = { type: 'any' };
export const NUMBER: FeelType = { type: 'number' };
export const STRING: FeelType = { type: 'string' };
export const BOOLEAN: FeelType = { type: 'boolean' };

export function listOf(of: FeelType): FeelType {
  return { type: 'list', of };
}

/** The type as a variable could be declared; what has no such form is `any`. */
export function declarable(type: FeelType): ValueType {
  switch (type.type) {
    case 'null':
    case 'range':
    case 'function':
      return { type: 'any' };
    case 'list':
      return { type: 'list', of: declarable(type.of) };
    case 'context':
      return { type: 'context', fields: mapped(type.fields, declarable) };
    case 'string':
      return allowedBy(type) ? { type: 'string', allowed: allowedBy(type) ?? [] } : { type: 'string' };
    default:
      return { type: type.type };
  }
}

function mapped<A, B>(
  fields: { readonly [name: string]: A },
  to: (a: A) => B,
): { readonly [name: string]: B } {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, to(field)]));
}

/** How a message names a type. */
export function nameOf(type: FeelType): string {
  if (type.type === 'list') return type.of.type === 'any' ? 'list' : `list of ${nameOf(type.of)}`;
  return type.type;
}

/** Whether a value of type `a` may be of type `b`: false only when it surely is not. Null is of every type. */
export function mayBe(a: FeelType, b: FeelType): boolean {
  if (a.type === 'any' || b.type === 'any' || a.type === 'null' || b.type === 'null') return true;
  if (a.type === 'list' && b.type === 'list') return mayBe(a.of, b.of);
  if (a.type === 'range' && b.type === 'range') return mayBe(a.of, b.of);
  if (a.type === 'context' && b.type === 'context') {
    return Object.entries(b.fields).every(([name, wanted]) => {
      const field = Object.hasOwn(a.fields, name) ? a.fields[name] : undefined;
      return field === undefined || mayBe(field, wanted);
    });
  }
  return a.type === b.type;
}

/** The narrowest type that holds what either may be. */
export function either(a: FeelType, b: FeelType): FeelType {
  if (a.type === 'null') return b;
  if (b.type === 'null') return a;
  if (a.type === 'list' && b.type === 'list') return listOf(either(a.of, b.of));
  if (a.type === 'range' && b.type === 'range') return { type: 'range', of: either(a.of, b.of) };
  if (a.type === 'context' && b.type === 'context') {
    const shared = Object.entries(a.fields).flatMap(([name, field]) => {
      const other = Object.hasOwn(b.fields, name) ? b.fields[name] : undefined;
      return other ? [[name, either(field, other)] as const] : [];
    });
    const same =
      Object.keys(a.fields).length === shared.length && Object.keys(b.fields).length === shared.length;
    return same ? { type: 'context', fields: Object.fromEntries(shared) } : ANY;
  }
  if (a.type === 'string' && b.type === 'string') return eitherString(a, b);
  return a.type === b.type ? a : ANY;
}

type StringType = Extract<FeelType, { readonly type: 'string' }>;

function eitherString(a: StringType, b: StringType): FeelType {
  const [left, right] = [allowedBy(a), allowedBy(b)];
  const union = left && right && [...new Set([...left, ...right])];
  return union && union.length <= MOST_VALUES ? { type: 'string', allowed: union } : STRING;
}

/** Beyond so many, the values that a string may have are no longer told apart. */
const MOST_VALUES = 50;

/** The values that a string of this type may have; undefined if any. */
export function allowedBy(type: FeelType): readonly string[] | undefined {
  return type.type === 'string' ? type.allowed : undefined;
}

/** The type of any of these; of nothing, null. */
export function anyOf(types: readonly FeelType[]): FeelType {
  return types.reduce(either, { type: 'null' });
}
