import { checkCell } from '../../feel/check/check.ts';
import type { InputUnderTest } from '../../feel/check/checker.ts';
import type { CellPlan, TablePlan, TestPlan, Typed, TypePlan } from '../../feel/check/plan.ts';
import { isBroken } from '../../feel/compiler.ts';
import type { Parser } from '../../feel/parse/parse.ts';
import type { FeelType } from '../../feel/type/feel-type.ts';
import { ANY, anyOf, listOf, NUMBER } from '../../feel/type/feel-type.ts';
import type { Feel } from '../../flow/base.ts';
import type { BoxedTable } from '../model.ts';
import { givesList } from '../../feel/link/hit-policy.ts';
import { eachOnce } from '../each-once.ts';
import { policyOf } from '../policy.ts';
import type { Setting } from './literal.ts';
import { conformed, conformedTo, literal, parserOf } from './literal.ts';
import { allowedBy, typeNamed } from './named-type.ts';

/** A cell that nothing passes. */
const NONE: CellPlan = { negated: false, tests: [] };
const ANYTHING: CellPlan = { negated: true, tests: [] };

/** The plan of a decision table; `typeRef` is that of the whole, which a table of one output shares. */
export function tableOf(table: BoxedTable, typeRef: string | undefined, at: Setting): Typed {
  const parser = parserOf(at.scope);
  const inputs = table.inputs.map((input) => {
    const value = conformed(literal(input.expression, at, parser), input.typeRef, at);
    const allowed = input.allowed === undefined ? {} : allowedBy(input.allowed, value.type, at.build);
    const { plan } = conformedTo(value, { type: value.type, ...allowed });
    return { plan, type: value.type, slot: at.build.counter.slots++ };
  });
  const outputs = table.outputs.map((output, i) =>
    outputOf(table, i, output.typeRef ?? onlyType(table, typeRef), parser, at),
  );
  const tests = inputs.map(({ slot, type }) =>
    eachOnce((source) => cellOf(source, { slot, type }, parser, at)),
  );
  const rows = table.rows.map(({ id, when, then }) => ({
    id,
    when: tests.map((cells, i) => cells.placeOf(when[i] ?? '-')),
    then: outputs.map(({ to }, i) => conformedOutput(then[i] ?? 'null', to, parser, at)),
  }));
  const plan: TablePlan = {
    op: 'table',
    policy: policyOf(table),
    inputs: inputs.map(({ plan: value, slot }, i) => ({ value, slot, cells: tests[i]?.made ?? [] })),
    rows: rows.map(({ id, when, then }) => ({ id, when, then: then.map((cell) => cell.plan) })),
    outputs: outputs.map(({ plan: output }) => output),
  };
  at.build.madeFrom(plan, table);
  const types = outputs.map(
    (output, i) => output.to?.type ?? anyOf(rows.map(({ then }) => then[i]?.type ?? ANY)),
  );
  return { plan, type: resultType(table, types) };
}

function onlyType({ outputs, hitPolicy }: BoxedTable, typeRef: string | undefined): string | undefined {
  return outputs.length === 1 && !givesList(hitPolicy) ? typeRef : undefined;
}

function conformedOutput(cell: Feel, to: TypePlan | undefined, parser: Parser, at: Setting): Typed {
  const value = literal(cell, at, parser);
  return to === undefined ? value : conformedTo(value, to);
}

function outputOf(
  { outputs }: BoxedTable,
  index: number,
  typeRef: string | undefined,
  parser: Parser,
  at: Setting,
) {
  const output = outputs[index];
  const to = typeNamed(typeRef, at.model, at.build);
  const order = orderOf(output?.allowed, to, at);
  const otherwise =
    output?.default === undefined ? undefined : conformedOutput(output.default, to, parser, at);
  return {
    to,
    plan: {
      name: output?.name ?? '',
      ...(order !== undefined && { order }),
      ...(otherwise !== undefined && { default: otherwise.plan }),
    },
  };
}

/** The values in the order of their importance: the output's own, else those that its type allows. */
function orderOf(
  allowed: Feel | undefined,
  to: TypePlan | undefined,
  at: Setting,
): { readonly tests: readonly TestPlan[]; readonly slot: number } | undefined {
  const values = allowed === undefined ? to?.allowed : allowedBy(allowed, to?.type ?? ANY, at.build).allowed;
  return values === undefined ? undefined : { tests: values.cell.tests, slot: values.slot };
}

function cellOf(source: Feel, input: InputUnderTest, parser: Parser, { scope, build }: Setting): CellPlan {
  if (source.trim() === '' || source.trim() === '-') return ANYTHING;
  const parsed = parser.unaryTests(source);
  if ('problem' in parsed) {
    build.note(parsed.problem.message);
    return NONE;
  }
  const { cell, findings } = checkCell(parsed.syntax, input, scope, build.counter);
  for (const { severity, message } of findings.problems) if (severity === 'error') build.note(message);
  return isBroken(findings.problems) ? NONE : cell;
}

function resultType(table: BoxedTable, types: readonly FeelType[]): FeelType {
  const [only = ANY] = types;
  const one: FeelType =
    types.length === 1
      ? only
      : {
          type: 'context',
          fields: Object.fromEntries(table.outputs.map(({ name }, i) => [name ?? '', types[i] ?? ANY])),
        };
  const policy = policyOf(table);
  if (policy === 'count') return NUMBER;
  return givesList(policy) ? listOf(one) : one;
}
