import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDmn } from '../../definitions/decision/dmn/read-dmn.ts';
import { linkDecision } from '../../definitions/decision/graph/evaluate.ts';
import { planDecision, type DecisionPlan } from '../../definitions/decision/graph/plan-decision.ts';
import type { DecisionModel } from '../../definitions/decision/model.ts';
import { Budget } from '../../definitions/feel/budget.ts';
import { nearestName } from '../../definitions/feel/nearest.ts';
import { declarable } from '../../definitions/feel/type/feel-type.ts';
import { readJson as readValue, writeJson } from '../../definitions/feel/value/border.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { CallerProblem } from './caller-problem.ts';
import { readJson } from './read-drawing.ts';

/** Prints the value of a decision, what is wrong with the file where it bears on it, and why a value is null. */
export async function runDecision(
  file: string,
  { decision, input, at, json }: { decision: string; input: string; at?: string; json?: true },
): Promise<void> {
  const now = at === undefined ? Date.now() : Date.parse(at);
  if (Number.isNaN(now))
    throw new CallerProblem('ill-formed', `“${at ?? ''}” is no instant`, 'write it as 2026-03-01T09:00:00Z');
  const model = await modelIn(file);
  const plan = planDecision(model, decision, await modelsBeside(file, model));
  if (plan === null) throw noSuchDecision(model, decision, file);
  const given = inputsIn(input, plan);
  const warnings = new Set<string>();
  const warn = (warning: string): void => void warnings.add(warning);
  const taken = linkDecision(plan).take(
    ({ name, to }) => readValue(given[name] ?? null, declarable(to.type), warn),
    now,
    warn,
  );
  const result = {
    decision,
    value: writeJson(taken, new Budget(), warn),
    problems: plan.problems,
    warnings: [...warnings],
  };
  process.stdout.write(json === true ? `${JSON.stringify(result)}\n` : sentences(result));
  if (plan.problems.length > 0) process.exitCode = 1;
}

async function modelIn(file: string): Promise<DecisionModel> {
  const read = await readDmn(textOf(file));
  if ('refusal' in read)
    throw new CallerProblem(
      'ill-formed',
      `${file} is no decision model (${read.refusal.replace(/\.$/, '')})`,
      'correct it',
    );
  return read.model;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CallerProblem(
      'no file',
      `${file} cannot be read (${error instanceof Error ? error.message : String(error)})`,
      'name a DMN file',
    );
  }
}

/** Models that stand beside it, if it imports any; what is none is passed over. */
async function modelsBeside(file: string, { imports }: DecisionModel): Promise<readonly DecisionModel[]> {
  if (imports.length === 0) return [];
  const folder = path.dirname(path.resolve(file));
  const others = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.dmn') && entry.name !== path.basename(file),
  );
  const read = await Promise.all(
    others.map(({ name }) => readDmn(readFileSync(path.join(folder, name), 'utf8'))),
  );
  return read.flatMap((one) => ('model' in one ? [one.model] : []));
}

function noSuchDecision(model: DecisionModel, wanted: string, file: string): CallerProblem {
  const names = [...model.decisions, ...model.services].map(({ name }) => name);
  const nearest = nearestName(wanted, names);
  const advice =
    nearest !== undefined
      ? `did you mean “${nearest}”`
      : names.length === 0
        ? 'it has none at all'
        : `it has ${names
            .slice(0, 10)
            .map((name) => `“${name}”`)
            .join(', ')}${names.length > 10 ? ' and others' : ''}`;
  return new CallerProblem('not found', `${file} has no decision “${wanted}”`, advice);
}

function inputsIn(file: string, { inputs }: DecisionPlan): JsonObject {
  const json = readJson(file);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new CallerProblem('ill-formed', `${file} holds no inputs by name`, 'write it as {"name": value}');
  const given: JsonObject = Object.fromEntries(Object.entries(json));
  const known = inputs.map(({ name }) => name);
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange === undefined) return given;
  const nearest = nearestName(strange, known);
  throw new CallerProblem(
    'ill-formed',
    `The decision takes no “${strange}”`,
    nearest === undefined
      ? `it takes ${known.map((name) => `“${name}”`).join(', ') || 'nothing'}`
      : `did you mean “${nearest}”`,
  );
}

function sentences({
  decision,
  value,
  problems,
  warnings,
}: {
  decision: string;
  value: unknown;
  problems: DecisionPlan['problems'];
  warnings: readonly string[];
}): string {
  return [
    `${decision}: ${JSON.stringify(value)}`,
    ...problems.map(({ where, message }) => `error in “${where}”: ${message}`),
    ...warnings.map((warning) => `note: ${warning}`),
    '',
  ].join('\n');
}
