import { linkPlannedTable, type CompiledTable } from '../../definitions/decision/compile.ts';
import type { Mapping } from '../../definitions/flow/base.ts';
import type { BusinessRuleTask } from '../../definitions/flow/business-rule-task.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import type { Behaviour } from './behaviour.ts';
import type { Draft } from './draft.ts';
import {
  evaluateMapping,
  linkMapping,
  linkReading,
  noteFailure,
  type LinkedMapping,
  type LinkedReading,
  type Linker,
} from './linker.ts';
import { missing } from './missing.ts';
import { setVariable } from './open-scope.ts';
import { fact, namedFacts, seen } from './small-facts.ts';
import type { Standing } from './standing.ts';
import { Task, type TaskWork, type TurnOutcome } from './task.ts';

/** Decides at once. Several rows of a 'unique' table that hit are a failure: by an error event, else stuck. */
export function linkBusinessRuleTask(node: BusinessRuleTask, linker: Linker): Behaviour {
  const { decision, result } = node;
  return new Task(node, linker, (turnLinker) =>
    'expression' in decision
      ? new ExpressionWork(result, linkReading(turnLinker, decision.expression))
      : linkTable(decision, result, turnLinker),
  );
}

class ExpressionWork implements TaskWork {
  readonly #result: string;
  readonly #expression: LinkedReading;

  constructor(result: string, expression: LinkedReading) {
    this.#result = result;
    this.#expression = expression;
  }
  start(draft: Draft, _at: Standing, _item: number, variables: JsonObject): TurnOutcome {
    const { linked, reads } = this.#expression;
    const value = linked.evaluate(variables, draft.at);
    const detail: { [name: string]: Json } = { value: fact(value) };
    if (reads.length > 0) detail['inputs'] = seen(reads, variables);
    return { is: 'done', value, detail };
  }
  assign(_draft: Draft, at: Standing, value: Json): void {
    setVariable(at.scope, this.#result, value);
  }
}

/** A table over the scope's variables, with those inputs laid over them that the drawing feeds otherwise. */
class TableWork implements TaskWork {
  readonly #result: string;
  readonly #name: string;
  readonly #inputs: LinkedMapping;
  readonly #table: CompiledTable;
  readonly #columns: readonly (string | null)[];
  readonly #decides: ((scope: JsonObject, now: number) => void) | undefined;

  /**
   * `columns`: the names of the table's inputs; null for one whose value the trace must not hold. `decides` hears what
   * it decides over.
   */
  constructor(
    result: string,
    name: string,
    inputs: LinkedMapping,
    table: CompiledTable,
    columns: readonly (string | null)[],
    decides: ((scope: JsonObject, now: number) => void) | undefined,
  ) {
    this.#result = result;
    this.#name = name;
    this.#inputs = inputs;
    this.#table = table;
    this.#columns = columns;
    this.#decides = decides;
  }
  start(draft: Draft, _at: Standing, _item: number, variables: JsonObject): TurnOutcome {
    const given =
      this.#inputs.length === 0
        ? variables
        : { ...variables, ...evaluateMapping(this.#inputs, variables, draft.at) };
    this.#decides?.(given, draft.at);
    const { result, inputs } = this.#table.decide(given, draft.at);
    const { value, rows, error } = result;
    if (error === undefined) {
      const detail = { value: fact(value), rows, inputs: namedFacts(this.#columns, inputs) };
      return { is: 'done', value, detail };
    }
    const failure = {
      code: error,
      message: `Table ${this.#name}: rows ${rows.join(', ')}. Make them exclude each other.`,
    };
    return { is: 'failed', kind: 'expression failed', failure };
  }
  assign(_draft: Draft, at: Standing, value: Json): void {
    setVariable(at.scope, this.#result, value);
  }
}

function linkTable(
  decision: { readonly table: string; readonly input?: Mapping },
  result: string,
  linker: Linker,
): TaskWork {
  const table = linker.revision.tables[decision.table];
  if (table === undefined) return missing(linker, 'table', decision.table);
  const inputs = linkMapping(linker, decision.input ?? {});
  const types: { [variable: string]: ValueType } = { ...linker.types };
  for (const { target, from } of inputs) types[target] = from.type;
  const compiled = linkPlannedTable(table, linker.planning.table(table, types));
  const problem = compiled.problems.find(({ severity }) => severity === 'error');
  if (problem !== undefined) noteFailure(linker, problem.code, `Table ${table.name}: ${problem.message}`);
  const columns = table.inputs.map(({ name, type }) => (type.type === 'text' ? null : name));
  const { decides } = linker.planning;
  const heard = decides && ((scope: JsonObject, now: number): void => decides({ table, types, scope, now }));
  return new TableWork(result, table.name, inputs, compiled, columns, heard);
}
