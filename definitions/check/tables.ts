import { cellsOf } from '../decision/check-table.ts';
import type { TableProblem } from '../decision/compile.ts';
import type { DecisionTable } from '../decision/table.ts';
import { nearestName } from '../feel/nearest.ts';
import type { BusinessRuleTask } from '../flow/business-rule-task.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { CheckContext } from './context.ts';
import { issueCodeOf } from './expressions.ts';
import type { Issue, Place } from './issue.ts';
import { saidOfProblem } from './problem-words.ts';
import { didYouMean, wordFor } from './wording.ts';

/** Tables that cannot be evaluated as a step uses them, and inputs that a step maps to nothing. */
export function checkTables(context: CheckContext): readonly Issue[] {
  return [...context.graph.nodes.values()].flatMap((node) => {
    if (node.kind !== 'businessRuleTask') return [];
    const use = context.tableUse(node);
    if (use === undefined) return [];
    const { table, compiled } = use;
    const place: Place = { flow: context.flow.id, node: node.id, table: table.id };
    const written = compiled.problems.length === 0 ? () => undefined : cellsOf(table);
    return [
      ...compiled.problems.map((problem) => issueOf(place, table, problem, written(problem))),
      ...checkInputNames(context, node, table),
    ];
  });
}

function issueOf(place: Place, table: DecisionTable, problem: TableProblem, cell: string | undefined): Issue {
  const { row, column, from, to } = problem;
  const said = saidOfProblem(problem, cell?.slice(from, to) ?? '');
  return {
    code: issueCodeOf(problem.code) ?? 'bad table',
    severity: problem.severity,
    place: { ...place, ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }) },
    message: `The table “${table.name}”${where(table, row)}: ${said}`,
  };
}

function where(table: DecisionTable, row: string | undefined): string {
  const index = table.rows.findIndex(({ id }) => id === row);
  return index < 0 ? '' : `, row ${index + 1}`;
}

/** What the inputs' own expressions and the cells read is given by name as well. */
function mayName({ inputs, outputs, rows }: DecisionTable, name: string): boolean {
  return (
    inputs.some(({ expression }) => expression?.includes(name)) ||
    outputs.some((output) => output.default?.includes(name)) ||
    rows.some(({ when, then }) => [...when, ...then].some((cell) => cell.includes(name)))
  );
}

function checkInputNames(
  context: CheckContext,
  node: BusinessRuleTask,
  table: DecisionTable,
): readonly Issue[] {
  if (!('table' in node.decision)) return [];
  const names = table.inputs.map(({ name }) => name);
  return Object.keys(node.decision.input ?? {}).flatMap((name): Issue[] => {
    if (names.includes(name) || mayName(table, name)) return [];
    const field = `/decision/input${pointer(name)}`;
    const message = `${wordFor(node)}: the table “${table.name}” has no input “${name}”.${didYouMean(nearestName(name, names))}`;
    return [
      {
        code: 'unknown input',
        severity: 'warning',
        place: { flow: context.flow.id, node: node.id, field },
        message,
        fix: { title: 'Leave it out', changes: [{ do: 'unset', node: node.id, field }] },
      },
    ];
  });
}
