import fc from 'fast-check';
import { compileTable } from '../../definitions/decision/compile.ts';
import { decideInOrder } from '../../definitions/decision/decide.ts';
import { linkDecision } from '../../definitions/decision/graph/evaluate.ts';
import { planDecision } from '../../definitions/decision/graph/plan-decision.ts';
import type { DecisionModel } from '../../definitions/decision/model.ts';
import { requirementsOf, withRequired } from '../../definitions/decision/requirements.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { Budget } from '../../definitions/feel/budget.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import { declarable } from '../../definitions/feel/type/feel-type.ts';
import { readJson, writeJson } from '../../definitions/feel/value/border.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';

const NUMBER = { type: 'number' } as const;

/** What a flow gives the tables. */
export const GIVEN: TypeEnvironment = { n: NUMBER, m: NUMBER, 'so far': NUMBER };
export const anyScope = fc.record({
  n: fc.integer({ min: -3, max: 9 }),
  m: fc.integer({ min: -3, max: 9 }),
  'so far': fc.option(fc.integer({ min: 0, max: 5 })),
});

/** Adds up what it requires and what it is given besides, where the first of these is more than 2; else it is 7. */
export function sum(
  id: string,
  requires: Readonly<Record<string, string>> = {},
  given: readonly string[] = ['n'],
): DecisionTable {
  const names = [...Object.keys(requires), ...given];
  const [first = 'n'] = names;
  return {
    id,
    name: `Which ${id}?`,
    hitPolicy: 'first',
    ...(Object.keys(requires).length > 0 && { requires }),
    inputs: [{ id: `${id}-in`, name: first, type: NUMBER }],
    outputs: [{ id: `${id}-out`, name: 'sum', type: NUMBER }],
    rows: [
      { id: `${id}-1`, when: ['> 2'], then: [names.join(' + ')], annotation: `of ${names.length}` },
      { id: `${id}-2`, when: ['-'], then: ['7'] },
    ],
  };
}

export const byId = (...tables: readonly DecisionTable[]): Record<string, DecisionTable> =>
  Object.fromEntries(tables.map((table) => [table.id, table]));

/** Two that go by the same one, and one that goes by both. */
export const DIAMOND = byId(
  sum('top', { one: 'left', other: 'right' }),
  sum('left', { low: 'bottom' }),
  sum('right', { 'how low': 'bottom' }, ['m']),
  sum('bottom'),
);

/** Names under which tables are known: also those of values that are given, and of tables. */
const NAMES = ['x', 'y', 'how urgent', 'level 2', 'n', 'so far', 'a-b', 'What?', 'Which t0?'];

/** A diamond with more tables that go by each other at random: the first goes by all of them. */
export const anyGraph: fc.Arbitrary<Record<string, DecisionTable>> = fc
  .array(
    fc.record({
      needs: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.nat(5)), { maxLength: 3 }),
      given: fc.subarray(Object.keys(GIVEN)),
      // Of a list that nothing hit, DMN knows no value, as is told.
      policy: fc.constantFrom<Pick<DecisionTable, 'hitPolicy' | 'aggregation'>>(
        { hitPolicy: 'first' },
        { hitPolicy: 'any' },
        { hitPolicy: 'collect', aggregation: 'sum' },
        { hitPolicy: 'collect', aggregation: 'max' },
      ),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((others) => {
    const last = others.length + 1;
    const between = others.map(({ needs, given, policy }, i) => {
      const later = needs.map(([name, to]) => [name, `t${Math.min(last, i + 2 + to)}`] as const);
      const requires = Object.fromEntries([['low', `t${last}`] as const, ...later]);
      const free = given.filter((name) => !Object.hasOwn(requires, name));
      return { ...sum(`t${i + 1}`, requires, free), ...policy };
    });
    const top = sum('t0', Object.fromEntries(between.map(({ id }, i) => [NAMES[i] ?? id, id])));
    return byId(top, ...between, sum(`t${last}`));
  });

/** What a table comes to with all that it requires; undefined: one of them is in error, with which DMN would go on. */
export function deciderOf(top: DecisionTable, tables: Readonly<Record<string, DecisionTable>>) {
  const ready = [...requirementsOf(top, tables).tables, top].map((table) => ({
    table,
    compiled: compileTable(table, withRequired(table, GIVEN, tables)),
  }));
  return (scope: JsonObject): Json | undefined => {
    const decided = decideInOrder(ready, scope, 0);
    return decided.some(({ result }) => result.error !== undefined)
      ? undefined
      : decided.at(-1)?.result.value;
  };
}

/** What a decision of a DMN file comes to, whoever wrote the file. */
export function takerOf(model: DecisionModel, name: string) {
  const plan = planDecision(model, name);
  if (plan === null) throw new Error(`There is no decision “${name}”.`);
  const linked = linkDecision(plan);
  const warn = (): void => undefined;
  const take = (scope: JsonObject): Json =>
    writeJson(
      linked.take((input) => readJson(scope[input.name] ?? null, declarable(input.to.type), warn), 0, warn),
      new Budget(),
      warn,
    );
  return { problems: plan.problems, take };
}
