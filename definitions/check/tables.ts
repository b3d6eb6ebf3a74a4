import { cellsOf } from '../decision/check-table.ts';
import type { TableProblem } from '../decision/compile.ts';
import { mayLookAt } from '../decision/may-look-at.ts';
import type { Requirement } from '../decision/requirements.ts';
import type { DecisionTable } from '../decision/table.ts';
import { nearestName } from '../feel/nearest.ts';
import type { BusinessRuleTask } from '../flow/business-rule-task.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { CheckContext } from './context.ts';
import { issueCodeOf } from './expressions.ts';
import type { Issue, Place } from './issue.ts';
import { saidOfProblem } from './problem-words.ts';
import { allOf, type DecidingUse } from './table-use.ts';
import { didYouMean, wordFor } from './wording.ts';

/** Tables that cannot be evaluated as a step uses them, and inputs that a step maps to nothing. */
export function checkTables(context: CheckContext): readonly Issue[] {
  return [...context.graph.nodes.values()].flatMap((node) => {
    if (node.kind !== 'businessRuleTask') return [];
    const use = context.tableUse(node);
    if (use === undefined) return [];
    const at: Place = { flow: context.flow.id, node: node.id };
    return [
      ...checkRequirements(at, use),
      ...allOf(use).flatMap(({ table, compiled }) => {
        const written = compiled.problems.length === 0 ? () => undefined : cellsOf(table);
        const place = { ...at, table: table.id };
        return compiled.problems.map((problem) => issueOf(place, table, problem, written(problem)));
      }),
      ...checkInputNames(context, node, use),
    ];
  });
}

/** Tables that are to be decided before a table, and cannot be, or that it does not look at. */
function checkRequirements(at: Place, use: DecidingUse): readonly Issue[] {
  const { unknown, circular } = use.requirements;
  const issue = (
    { by, name }: Pick<Requirement, 'by' | 'name'>,
    said: Pick<Issue, 'code' | 'severity' | 'message'>,
  ): Issue => ({ ...said, place: { ...at, table: by.id, field: `/requires${pointer(name)}` } });
  const inVain = allOf(use).flatMap(({ table: by }) =>
    Object.entries(by.requires ?? {}).flatMap(([name, id]) =>
      mayLookAt(by, name) ? [] : [{ by, name, table: id }],
    ),
  );
  return [
    ...unknown.map((one) =>
      issue(one, {
        code: 'unknown table',
        severity: 'error',
        message: `The table “${one.by.name}” goes by a table for “${one.name}” that does not exist any more.`,
      }),
    ),
    ...circular.map((one) =>
      issue(one, {
        code: 'circular decisions',
        severity: 'error',
        message: `The table “${one.by.name}” goes by “${one.name}”, which can only be decided after it.`,
      }),
    ),
    ...inVain.map((one) =>
      issue(one, {
        code: 'required in vain',
        severity: 'warning',
        message: `The table “${one.by.name}” is given “${one.name}”, which another table decides, and nothing in it goes by that.`,
      }),
    ),
  ];
}

function issueOf(place: Place, table: DecisionTable, problem: TableProblem, cell: string | undefined): Issue {
  const { row, column, from, to } = problem;
  // An input without an expression reads the value of its own name.
  const own = table.inputs.find((input) => problem.part === 'input' && input.id === column)?.name ?? '';
  const said = saidOfProblem(problem, cell?.slice(from, to) ?? own);
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

function checkInputNames(context: CheckContext, node: BusinessRuleTask, use: DecidingUse): readonly Issue[] {
  if (!('table' in node.decision)) return [];
  const { table } = use;
  const all = allOf(use).map((each) => each.table);
  const names = all.flatMap(({ inputs }) => inputs.map(({ name }) => name));
  return Object.keys(node.decision.input ?? {}).flatMap((name): Issue[] => {
    if (all.some((one) => mayLookAt(one, name))) return [];
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
