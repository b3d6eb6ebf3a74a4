import { linkPlanned, type CompiledExpression, type Read } from '../../definitions/feel/compile.ts';
import type { Feel, Mapping } from '../../definitions/flow/base.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import type { Failure, Instant } from './event.ts';
import type { Planning } from './planning.ts';
import type { FlowPlan } from './program.ts';

/** An expression made ready. It reads variables by name and never throws. */
export interface Linked {
  readonly type: ValueType;
  evaluate(variables: JsonObject, now: Instant): Json;
}

/** What the kinds' files link one node with. The first thing that is wrong becomes `failure`, and the node stuck. */
export interface Linker {
  readonly revision: Revision;
  readonly flows: ReadonlyMap<string, FlowPlan>;
  readonly types: { readonly [variable: string]: ValueType };
  readonly planning: Planning;
  failure: Failure | null;
}

/** An expression with what it looks at, for decisions and branches: the trace says on what they were made. */
export interface LinkedReading {
  readonly linked: Linked;
  readonly reads: readonly Read[];
}

/** A linker for expressions that see further variables: a repeat's item, a called flow's own. */
export function withTypes(linker: Linker, types: { readonly [variable: string]: ValueType }): Linker {
  const { revision, flows, planning } = linker;
  return {
    revision,
    flows,
    planning,
    types: { ...linker.types, ...types },
    get failure() {
      return linker.failure;
    },
    set failure(failure) {
      linker.failure = failure;
    },
  };
}

/** Notes what is wrong with the node; the first stands. */
export function noteFailure(linker: Linker, code: string, message: string): void {
  linker.failure ??= { code, message };
}

/**
 * Compiles an expression, and spares what needs no evaluating each time: one that reads nothing is evaluated here, and
 * one that only names a variable, or one field of it, hands the value on as it stands.
 */
export function linkExpression(linker: Linker, source: Feel): Linked {
  return cheapest(linker, source, compiledExpression(linker, source));
}

/** The same, with what it looks at. */
export function linkReading(linker: Linker, source: Feel): LinkedReading {
  const compiled = compiledExpression(linker, source);
  return { linked: cheapest(linker, source, compiled), reads: compiled.reads() };
}

function compiledExpression({ planning, types }: Linker, source: Feel): CompiledExpression {
  return linkPlanned(source, planning.expression(source, types));
}

function cheapest(linker: Linker, source: Feel, compiled: CompiledExpression): Linked {
  const { type, uses, problems } = compiled;
  const problem = problems.find(({ severity }) => severity === 'error');
  if (problem !== undefined) {
    noteFailure(linker, problem.code, `${problem.message} In: ${source}`);
    return { type, evaluate: () => null };
  }
  const [name] = uses;
  if (name === undefined) {
    if (READS_CLOCK.test(source)) return compiled;
    const value = compiled.evaluate({}, 0);
    return { type, evaluate: () => value };
  }
  if (source.trim() === name) return { type, evaluate: (variables) => variables[name] ?? null };
  const field = fieldNamed(linker, name, source.trim());
  return field === undefined
    ? compiled
    : { type, evaluate: (variables) => fieldOf(variables[name] ?? null, field) };
}

const READS_CLOCK = /\b(?:now|today)\b/;

/** The field, when the source is nothing but one declared field of a context variable. */
function fieldNamed({ types }: Linker, name: string, source: string): string | undefined {
  const declared = types[name];
  const field = source.slice(name.length + 1);
  if (declared?.type !== 'context' || source !== `${name}.${field}`) return undefined;
  return Object.hasOwn(declared.fields, field) ? field : undefined;
}

function fieldOf(value: Json, field: string): Json {
  if (value === null || typeof value !== 'object' || isList(value)) return null;
  return Object.hasOwn(value, field) ? (value[field] ?? null) : null;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** An expression that may be absent. */
export function linkOptional(linker: Linker, source: Feel | undefined): Linked | null {
  return source === undefined ? null : linkExpression(linker, source);
}

/** A mapping's targets and expressions, in drawn order. */
export type LinkedMapping = readonly { readonly target: string; readonly from: Linked }[];

export function linkMapping(linker: Linker, mapping: Mapping): LinkedMapping {
  return Object.entries(mapping).map(([target, source]) => ({
    target,
    from: linkExpression(linker, source),
  }));
}

/** The targets that are given texts: the trace does not hold those. */
export function textsOf(mapping: LinkedMapping): ReadonlySet<string> {
  return new Set(mapping.flatMap(({ target, from }) => (from.type.type === 'text' ? [target] : [])));
}

export function evaluateMapping(mapping: LinkedMapping, variables: JsonObject, now: Instant): JsonObject {
  const result: { [target: string]: Json } = {};
  for (const { target, from } of mapping) result[target] = from.evaluate(variables, now);
  return result;
}
