import type { Json } from '../../definitions/flow/json.ts';
import { readDuration } from '../interpreter/instant.ts';
import type { Program } from '../interpreter/link.ts';
import type { Scenario } from '../../definitions/scenario/scenario.ts';
import type { SimulationResult } from './result.ts';
import { simulate } from './simulate.ts';

/** One thing that came out otherwise than expected. */
export interface Difference {
  readonly what: 'status' | 'outcome' | 'path' | 'virtual time' | 'variable' | 'finding';
  /** The variable's or node's name, where there is one. */
  readonly name?: string;
  readonly expected: Json;
  readonly found: Json;
}

/**
 * Simulates a scenario and compares what came of it with its `expect`. No differences: it passes. What the scenario
 * leaves open is a difference too, unless the status it expects says so.
 */
export function checkScenario(
  program: Program,
  scenario: Scenario,
): { readonly result: SimulationResult; readonly differences: readonly Difference[] } {
  const result = simulate(program, scenario);
  return { result, differences: differencesOf(result, scenario) };
}

/** What of a simulation's result is not as the scenario's `expect` has it. */
export function differencesOf(result: SimulationResult, scenario: Scenario): readonly Difference[] {
  return [...differences(result, scenario)];
}

function* differences(result: SimulationResult, { expect = {} }: Scenario): Generator<Difference> {
  const { status, outcome, virtualTime, pathIncludes = [], pathExcludes = [], variables = {} } = expect;
  if (status !== undefined && status !== result.status)
    yield { what: 'status', expected: status, found: result.status };
  if (outcome !== undefined && outcome !== result.outcome)
    yield { what: 'outcome', expected: outcome, found: result.outcome };
  if (virtualTime !== undefined && readDuration(virtualTime) !== result.virtualMs) {
    yield { what: 'virtual time', expected: virtualTime, found: `${result.virtualMs} ms` };
  }
  const missing = firstMissing(result.path, pathIncludes);
  if (missing !== undefined)
    yield { what: 'path', name: missing, expected: pathIncludes, found: result.path };
  for (const name of pathExcludes) {
    if (result.path.includes(name))
      yield { what: 'path', name, expected: `never at ${name}`, found: result.path };
  }
  for (const [name, expected] of Object.entries(variables)) {
    const found = result.variables[name] ?? null;
    if (!isSame(expected, found)) yield { what: 'variable', name, expected, found };
  }
  if (status === result.status) return;
  for (const { code, message } of result.findings)
    yield { what: 'finding', name: code, expected: null, found: message };
}

/** The first of `wanted` that does not come in the path after those before it. */
function firstMissing(path: readonly string[], wanted: readonly string[]): string | undefined {
  let from = 0;
  for (const node of wanted) {
    const found = path.indexOf(node, from);
    if (found < 0) return node;
    from = found + 1;
  }
  return undefined;
}

function isSame(a: Json, b: Json): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  const left = Object.entries(a);
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== Object.keys(b).length) return false;
  const right = new Map(Object.entries(b));
  return left.every(([key, value]) => right.has(key) && isSame(value, right.get(key) ?? null));
}
