import { linkPlannedTable } from '../../definitions/decision/compile.ts';
import { decideInOrder, type DecidedTable, type ReadyTable } from '../../definitions/decision/decide.ts';
import { requirementsOf, withRequired } from '../../definitions/decision/requirements.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
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

/** A table over the scope's variables, with those inputs laid over them that the drawing feeds otherwise; after those that it requires. */
class TableWork implements TaskWork {
  readonly #result: string;
  readonly #inputs: LinkedMapping;
  readonly #tables: readonly TracedTable[];
  readonly #decides: ((table: DecisionTable, scope: JsonObject, now: number) => void) | undefined;

  /** `tables`: the one that the step decides by comes last. `decides` hears what each decides over. */
  constructor(
    result: string,
    inputs: LinkedMapping,
    tables: readonly TracedTable[],
    decides: ((table: DecisionTable, scope: JsonObject, now: number) => void) | undefined,
  ) {
    this.#result = result;
    this.#inputs = inputs;
    this.#tables = tables;
    this.#decides = decides;
  }
  start(draft: Draft, _at: Standing, _item: number, variables: JsonObject): TurnOutcome {
    const given =
      this.#inputs.length === 0
        ? variables
        : { ...variables, ...evaluateMapping(this.#inputs, variables, draft.at) };
    const decides = this.#decides;
    const decided = decideInOrder(this.#tables, given, draft.at, (table, scope) =>
      decides?.(table, scope, draft.at),
    );
    const last = decided.at(-1);
    if (last === undefined) return { is: 'done', value: null, detail: {} };
    const { rows, value, error } = last.result;
    if (error === undefined) {
      const told = decided.map((each, at) => factsOf(each, this.#tables[at]?.columns ?? []));
      const required = told
        .slice(0, -1)
        .map((facts, at): JsonObject => ({ table: decided[at]?.table.id ?? '', ...facts }));
      const own = told.at(-1) ?? {};
      return { is: 'done', value, detail: required.length === 0 ? own : { ...own, required } };
    }
    const failure = {
      code: error,
      message: `Table ${last.table.name}: rows ${rows.join(', ')}. Make them exclude each other.`,
    };
    return { is: 'failed', kind: 'expression failed', failure };
  }
  assign(_draft: Draft, at: Standing, value: Json): void {
    setVariable(at.scope, this.#result, value);
  }
}

/** A table with the names of its inputs; null for one whose value the trace must not hold. */
interface TracedTable extends ReadyTable {
  readonly columns: readonly (string | null)[];
}

/** What the trace keeps of a decision; of the texts that it looked at, nothing. */
function factsOf(
  { result: { value, rows }, inputs }: DecidedTable,
  columns: TracedTable['columns'],
): JsonObject {
  return { value: fact(value), rows, inputs: namedFacts(columns, inputs) };
}

function linkTable(
  decision: { readonly table: string; readonly input?: Mapping },
  result: string,
  linker: Linker,
): TaskWork {
  const { tables } = linker.revision;
  const table = tables[decision.table];
  if (table === undefined) return missing(linker, 'table', decision.table);
  const inputs = linkMapping(linker, decision.input ?? {});
  const given: { [variable: string]: ValueType } = { ...linker.types };
  for (const { target, from } of inputs) given[target] = from.type;
  const { tables: required, unknown, circular } = requirementsOf(table, tables);
  const [nowhere] = unknown;
  if (nowhere !== undefined) return missing(linker, 'table', nowhere.table);
  for (const { by } of circular)
    noteFailure(linker, 'circular decisions', `Table ${by.name} is to be decided before itself.`);
  const typesOf = new Map(
    [...required, table].map((one) => [one, withRequired(one, given, tables)] as const),
  );
  const ready = [...typesOf].map(([one, types]) => readyTable(linker, one, types));
  const { decides } = linker.planning;
  return new TableWork(
    result,
    inputs,
    ready,
    decides && ((one, scope, now) => decides({ table: one, types: typesOf.get(one) ?? given, scope, now })),
  );
}

function readyTable(linker: Linker, table: DecisionTable, types: TypeEnvironment): TracedTable {
  const compiled = linkPlannedTable(table, linker.planning.table(table, types));
  const problem = compiled.problems.find(({ severity }) => severity === 'error');
  if (problem !== undefined) noteFailure(linker, problem.code, `Table ${table.name}: ${problem.message}`);
  const columns = table.inputs.map(({ name, type }) => (type.type === 'text' ? null : name));
  return { table, compiled, columns };
}
