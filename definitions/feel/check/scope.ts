import type { ValueType } from '../../flow/value-type.ts';
import { normalName } from '../parse/name.ts';
import type { FeelType } from '../type/feel-type.ts';
import { ANY } from '../type/feel-type.ts';
import type { Typed } from './plan.ts';

/** What a name means: its plan and type, and which declared variable it reads, if any. */
export interface Meaning extends Typed {
  readonly variable?: string;
}

/** Names in sight. An inner scope hides the outer one. */
export interface Scope {
  readonly names: ReadonlyMap<string, Meaning>;
  /** The slot of an item of unknown type, any name of which might be meant. */
  readonly unknownItem?: number;
  readonly outer?: Scope;
}

/** The scope of the declared variables. */
export function variableScope(types: { readonly [variable: string]: ValueType }): Scope {
  return {
    names: new Map(
      Object.entries(types).map(([name, type]) => [
        normalName(name),
        { plan: { op: 'variable', name, type }, type, variable: name },
      ]),
    ),
  };
}

/** A scope with further names, each a slot. */
export function withLocals(
  outer: Scope,
  locals: Iterable<{ readonly name: string; readonly slot: number; readonly type: FeelType }>,
): Scope {
  const names = new Map<string, Meaning>();
  for (const { name, slot, type } of locals) names.set(name, { plan: { op: 'local', slot }, type });
  return { names, outer };
}

/** The scope of a filter's condition: `item`, and the item's entries by their own names. */
export function itemScope(outer: Scope, slot: number, type: FeelType): Scope {
  const item: Typed = { plan: { op: 'local', slot }, type };
  const names = new Map<string, Meaning>([['item', item]]);
  const isOpen = type.type === 'any' || (type.type === 'context' && Object.keys(type.fields).length === 0);
  if (isOpen) return { names, unknownItem: slot, outer };
  if (type.type === 'context') {
    for (const [name, field] of Object.entries(type.fields)) {
      names.set(normalName(name), { plan: { op: 'path', of: item.plan, name }, type: field });
    }
  }
  return { names, outer };
}

/** What a name means in a scope; undefined if nothing. */
export function meaningOf(name: string, scope: Scope): Meaning | undefined {
  const here = scope.names.get(name);
  if (here) return here;
  const outside = scope.outer && meaningOf(name, scope.outer);
  if (scope.unknownItem === undefined) return outside;
  const plan = {
    op: 'entry or else',
    slot: scope.unknownItem,
    name,
    otherwise: outside?.plan ?? { op: 'constant', value: null },
  } as const;
  return outside?.variable === undefined
    ? { plan, type: ANY }
    : { plan, type: ANY, variable: outside.variable };
}

/** Every name in sight, the nearest first. */
export function namesIn(scope: Scope): string[] {
  return [...scope.names.keys(), ...(scope.outer ? namesIn(scope.outer) : [])];
}
