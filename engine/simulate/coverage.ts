import {
  coverageOf,
  coveredTogether,
  type TableCoverage,
} from '../../definitions/decision/analysis/coverage.ts';
import { givenTo } from '../../definitions/decision/check-table.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { portsOf } from '../../definitions/flow/ports.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Scenario } from '../../definitions/scenario/scenario.ts';
import type { TraceEntry } from '../interpreter/command.ts';
import { link, type Program } from '../interpreter/link.ts';
import { COMPILING, type TableDecided } from '../interpreter/planning.ts';
import type { SimulationResult } from './result.ts';
import { simulate } from './simulate.ts';

/** What a set of scenarios passes of a flow and of the flows and tables that it uses; what has `passed` 0, none of them does. */
export interface ScenarioCoverage {
  readonly scenarios: number;
  /** The flow itself first. */
  readonly flows: readonly FlowCoverage[];
  readonly tables: readonly {
    readonly id: string;
    readonly name: string;
    readonly coverage: TableCoverage;
  }[];
}

export interface FlowCoverage {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly StepCoverage[];
  readonly arrows: readonly ArrowCoverage[];
}

export interface StepCoverage {
  readonly id: string;
  readonly name: string;
  /** How often it was come to, in all scenarios together. */
  readonly passed: number;
}

/** An arrow, by the names of the steps at its ends; `name` is what stands beside it, '' for an only way on. */
export interface ArrowCoverage {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly passed: number;
}

/** Runs the scenarios, and says which arrows, steps and cells of tables they pass, by name. */
export function scenarioCoverage(
  { revision }: Pick<Program, 'revision'>,
  scenarios: readonly Scenario[],
): ScenarioCoverage {
  const covering = new Covering(revision);
  for (const scenario of scenarios) covering.add(simulate(covering.program, scenario));
  return covering.coverage();
}

/** Gathers what scenarios pass that are run one by one, by a program that tells of its decisions. */
export class Covering {
  /** What they are to be run by. */
  readonly program: Program;
  readonly #decisions = new Decisions();
  readonly #passed = new Map<string, number>();
  #scenarios = 0;

  constructor(revision: Revision) {
    this.program = link(revision, { ...COMPILING, decides: (decision) => this.#decisions.add(decision) });
  }

  add({ trace }: Pick<SimulationResult, 'trace'>): void {
    this.#scenarios += 1;
    for (const key of trace.flatMap(keysOf)) this.#passed.set(key, (this.#passed.get(key) ?? 0) + 1);
  }

  coverage(): ScenarioCoverage {
    const { flow, called, tables } = this.program.revision;
    return {
      scenarios: this.#scenarios,
      flows: [flow, ...Object.values(called)].map((one) => coverageOfFlow(one, this.#passed)),
      tables: Object.entries(tables).map(([id, table]) => ({
        id,
        name: table.name,
        coverage: this.#decisions.coverageOf(table),
      })),
    };
  }
}

/** What one entry of a trace passes: a step that was entered, an arrow by which it was left. */
function keysOf({ place, what, edge, detail }: TraceEntry): readonly string[] {
  return [
    ...(what === 'entered' && detail?.['turn'] === undefined ? [stepKey(place.flow, place.node)] : []),
    ...(edge === undefined ? [] : [arrowKey(place.flow, edge)]),
  ];
}

const stepKey = (flow: string, node: string): string => JSON.stringify(['step', flow, node]);
const arrowKey = (flow: string, edge: string): string => JSON.stringify(['arrow', flow, edge]);

function coverageOfFlow(flow: Flow, passed: ReadonlyMap<string, number>): FlowCoverage {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  return {
    id: flow.id,
    name: flow.name,
    // A note on the drawing is no step: nobody comes to it.
    steps: flow.nodes
      .filter(({ kind }) => kind !== 'textAnnotation')
      .map(({ id, name }) => ({ id, name, passed: passed.get(stepKey(flow.id, id)) ?? 0 })),
    arrows: flow.edges.map(({ id, from, to, name }) => {
      const source = nodes.get(from.node);
      const port = source && portsOf(source).find((one) => one.port === from.port);
      return {
        id,
        from: source?.name ?? from.node,
        to: nodes.get(to)?.name ?? to,
        name: name ?? port?.name ?? '',
        passed: passed.get(arrowKey(flow.id, id)) ?? 0,
      };
    }),
  };
}

/** The decisions of each table, by the types that it is given: each step may give it others. */
class Decisions {
  readonly #made = new Map<DecisionTable, Map<TypeEnvironment, TableDecided[]>>();

  add(decision: TableDecided): void {
    const byTypes = this.#made.get(decision.table) ?? new Map<TypeEnvironment, TableDecided[]>();
    this.#made.set(decision.table, byTypes);
    const made = byTypes.get(decision.types) ?? [];
    byTypes.set(decision.types, made);
    made.push(decision);
  }

  coverageOf(table: DecisionTable): TableCoverage {
    const made = [...(this.#made.get(table) ?? [])];
    if (made.length === 0) return coverageOf(table, givenTo(table), []);
    return coveredTogether(made.map(([types, inputs]) => coverageOf(table, types, inputs)));
  }
}
