import type { ValueType } from '../../flow/value-type.ts';
import type { Plan } from './plan.ts';

/** A declared variable that an expression looks at, or the part of it that it names: `facts.topic`. */
export interface Read {
  /** As one would say it: the variable, and its fields after dots. */
  readonly name: string;
  readonly path: readonly string[];
}

/**
 * What a plan looks at, each once, in the order in which it is written. A path goes as far as contexts go: of
 * `day.year` it is `day`. Texts are not among them: they are only handed on.
 */
export function readsOf(plan: Plan): readonly Read[] {
  const reads = new Map<string, Read>();
  collect(plan, [], reads);
  return [...reads.values()];
}

/** `fields` are the names that stand after the part, the nearest first. */
function collect(part: unknown, fields: readonly string[], reads: Map<string, Read>): void {
  if (!isObject(part)) return;
  if (isPath(part)) collect(part.of, [part.name, ...fields], reads);
  else if (isVariable(part)) note(part, fields, reads);
  else for (const inner of Object.values(part)) collect(inner, [], reads);
}

function note(variable: VariablePlan, fields: readonly string[], reads: Map<string, Read>): void {
  const path = [variable.name];
  let type: ValueType = variable.type;
  for (const field of fields) {
    if (type.type !== 'context') break;
    path.push(field);
    type = type.fields[field] ?? { type: 'any' };
  }
  const name = path.join('.');
  if (type.type !== 'text') reads.set(name, { name, path });
}

type VariablePlan = Extract<Plan, { readonly op: 'variable' }>;

function isPath(part: object): part is Extract<Plan, { readonly op: 'path' }> {
  return 'op' in part && part.op === 'path';
}

function isVariable(part: object): part is VariablePlan {
  return 'op' in part && part.op === 'variable';
}

function isObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null;
}
