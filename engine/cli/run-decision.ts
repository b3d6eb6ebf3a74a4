import { readDmn, type ReadModel } from '../../definitions/decision/dmn/read-dmn.ts';
import { linkDecision } from '../../definitions/decision/graph/evaluate.ts';
import {
  explainDecision,
  type ExplainedDecision,
} from '../../definitions/decision/graph/explain-decision.ts';
import {
  planDecision,
  type DecisionPlan,
  type PlannedInput,
} from '../../definitions/decision/graph/plan-decision.ts';
import type { DecisionModel } from '../../definitions/decision/model.ts';
import { Budget } from '../../definitions/feel/budget.ts';
import { nearestName } from '../../definitions/feel/nearest.ts';
import { declarable } from '../../definitions/feel/type/feel-type.ts';
import { readJson as readValue, writeJson } from '../../definitions/feel/value/border.ts';
import { formatOf } from '../tables/table-file.ts';
import { modelsBeside } from '../tables/models-beside.ts';
import { CallerProblem } from './caller-problem.ts';
import { textOf } from './read-file.ts';
import { inputsIn, momentOf } from './decision-inputs.ts';
import { explanationLines } from './explanation-lines.ts';
import { runTable } from './run-table.ts';

export interface DecideOptions {
  readonly decision?: string;
  readonly input: string;
  readonly at?: string;
  readonly explain?: true;
  readonly json?: true;
}

/**
 * Prints what a decision comes to, what is wrong with the file where it bears on it, and why a value is null; of a
 * table also which rows made it so. With `explain` every clause of every row of every table that was asked.
 */
export async function runDecision(
  file: string,
  { decision, input, at, explain, json }: DecideOptions,
): Promise<void> {
  const now = momentOf(at);
  const format = formatOf(file);
  if (format !== undefined && format !== 'dmn')
    return runTable(file, { input, now, explain: explain === true, json: json === true });
  const { model, passedOver } = await modelIn(file);
  if (decision === undefined)
    throw new CallerProblem(
      'no decision',
      `${file} may hold several decisions`,
      `name one with --decision: ${namesIn(model)}`,
    );
  const plan = planDecision(model, decision, await modelsBeside(file, model));
  if (plan === null) throw noSuchDecision(model, decision, file);
  const given = inputsIn(
    input,
    plan.inputs.map(({ name }) => name),
  );
  const warnings = new Set<string>(passedOver.map(({ message, place }) => `${message} (line ${place.line})`));
  const warn = (warning: string): void => void warnings.add(warning);
  const valueOf = ({ name, to }: PlannedInput) => readValue(given[name] ?? null, declarable(to.type), warn);
  const explained = explain === true ? explainDecision(plan, valueOf, now, warn) : undefined;
  const taken = explained ? explained.value : linkDecision(plan).take(valueOf, now, warn);
  const result = {
    decision,
    value: writeJson(taken, new Budget(), warn),
    problems: plan.problems,
    warnings: [...warnings],
    ...(explained && {
      tables: explained.tables.map(({ where, explanation }) => ({ decision: where, ...explanation })),
    }),
  };
  const lines = explained ? explainedLines(explained) : [];
  process.stdout.write(json === true ? `${JSON.stringify(result)}\n` : sentences(result, lines));
  if (plan.problems.length > 0) process.exitCode = 1;
}

async function modelIn(file: string): Promise<Extract<ReadModel, { readonly model: DecisionModel }>> {
  const read = await readDmn(textOf(file, 'name a DMN file'));
  if ('refusal' in read)
    throw new CallerProblem(
      'ill-formed',
      `${file} is no decision model (${read.refusal.replace(/\.$/, '')})`,
      'correct it',
    );
  return read;
}

function noSuchDecision(model: DecisionModel, wanted: string, file: string): CallerProblem {
  const names = [...model.decisions, ...model.services].map(({ name }) => name);
  const nearest = nearestName(wanted, names);
  const advice = nearest === undefined ? `it has ${namesIn(model)}` : `did you mean “${nearest}”`;
  return new CallerProblem('not found', `${file} has no decision “${wanted}”`, advice);
}

/** The decisions and services of a model, as a list of names. */
function namesIn({ decisions, services }: DecisionModel): string {
  const names = [...decisions, ...services].map(({ name }) => `“${name}”`);
  if (names.length === 0) return 'none at all';
  return `${names.slice(0, 10).join(', ')}${names.length > 10 ? ' and others' : ''}`;
}

function explainedLines({ tables, isCut }: ExplainedDecision): string[] {
  const lines = tables.flatMap(({ where, explanation }) => [
    `“${where}” comes to ${JSON.stringify(explanation.result.value)}:`,
    ...explanationLines(
      explanation.rows,
      (_, place) => `row ${place + 1}`,
      (input) => input,
    ),
  ]);
  return isCut ? [...lines, `More tables were asked; the first ${tables.length} are shown.`] : lines;
}

function sentences(
  {
    decision,
    value,
    problems,
    warnings,
  }: {
    decision: string;
    value: unknown;
    problems: DecisionPlan['problems'];
    warnings: readonly string[];
  },
  explained: readonly string[],
): string {
  return [
    `${decision}: ${JSON.stringify(value)}`,
    ...explained,
    ...problems.map(({ where, message }) => `error in “${where}”: ${message}`),
    ...warnings.map((warning) => `note: ${warning}`),
    '',
  ].join('\n');
}
