import { compileTable, type CompiledTable } from '../../definitions/decision/compile.ts';
import type { Mapping } from '../../definitions/flow/base.ts';
import type { BusinessRuleTask } from '../../definitions/flow/business-rule-task.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import type { Behaviour } from './behaviour.ts';
import type { Draft } from './draft.ts';
import {
  evaluateMapping,
  linkExpression,
  linkMapping,
  noteFailure,
  type Linked,
  type LinkedMapping,
  type Linker,
} from './linker.ts';
import { missing } from './missing.ts';
import { setVariable } from './open-scope.ts';
import { fact } from './small-facts.ts';
import type { Standing } from './standing.ts';
import { Task, type TaskWork, type TurnOutcome } from './task.ts';

/** Decides at once. Several rows of a 'unique' table that hit are a failure: by an error event, else stuck. */
export function linkBusinessRuleTask(node: BusinessRuleTask, linker: Linker): Behaviour {
  const { decision, result } = node;
  return new Task(node, linker, (turnLinker) =>
    'expression' in decision
      ? new ExpressionWork(result, linkExpression(turnLinker, decision.expression))
      : linkTable(decision, result, turnLinker),
  );
}

class ExpressionWork implements TaskWork {
  readonly #result: string;
  readonly #expression: Linked;

  constructor(result: string, expression: Linked) {
    this.#result = result;
    this.#expression = expression;
  }
  start(draft: Draft, _at: Standing, _item: number, variables: JsonObject): TurnOutcome {
    const value = this.#expression.evaluate(variables, draft.at);
    return { is: 'done', value, detail: { value: fact(value) } };
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

  constructor(result: string, name: string, inputs: LinkedMapping, table: CompiledTable) {
    this.#result = result;
    this.#name = name;
    this.#inputs = inputs;
    this.#table = table;
  }
  start(draft: Draft, _at: Standing, _item: number, variables: JsonObject): TurnOutcome {
    const given =
      this.#inputs.length === 0
        ? variables
        : { ...variables, ...evaluateMapping(this.#inputs, variables, draft.at) };
    const { value, rows, error } = this.#table.evaluate(given, draft.at);
    if (error === undefined) return { is: 'done', value, detail: { value: fact(value), rows } };
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
  const compiled = compileTable(table, types);
  const problem = compiled.problems.find(({ severity }) => severity === 'error');
  if (problem !== undefined) noteFailure(linker, problem.code, `Table ${table.name}: ${problem.message}`);
  return new TableWork(result, table.name, inputs, compiled);
}
