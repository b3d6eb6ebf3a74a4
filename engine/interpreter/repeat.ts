import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Repeat } from '../../definitions/flow/task.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { linkExpression, linkOptional, withTypes, type Linked, type Linker } from './linker.ts';

/** A repeat with its expressions linked. */
export interface RepeatPlan {
  readonly over: Linked;
  readonly as: string;
  readonly index: string;
  readonly atMost: number;
  readonly collect: string | undefined;
  readonly until: Linked | null;
  /** What one turn sees beside the scope's variables. */
  readonly turnTypes: { readonly [variable: string]: ValueType };
}

export function linkRepeat(linker: Linker, repeat: Repeat): RepeatPlan {
  const over = linkExpression(linker, repeat.over);
  const index = `${repeat.as} index`;
  const turnTypes: RepeatPlan['turnTypes'] = {
    [repeat.as]: over.type.type === 'list' ? over.type.of : { type: 'any' },
    [index]: { type: 'number' },
  };
  return {
    over,
    as: repeat.as,
    index,
    atMost: Math.max(1, Math.floor(repeat.atMost)),
    collect: repeat.collect,
    until: linkOptional(withTypes(linker, turnTypes), repeat.until),
    turnTypes,
  };
}

/** The scope's variables, with the turn's item and its number (from 1) laid over them. */
export function withItem(
  repeat: RepeatPlan,
  variables: JsonObject,
  items: readonly JsonObject[string][],
  item: number,
): JsonObject {
  return { ...variables, [repeat.as]: items[item] ?? null, [repeat.index]: item + 1 };
}
