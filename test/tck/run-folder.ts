import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDmn } from '../../definitions/decision/dmn/read-dmn.ts';
import type { DecisionPlan } from '../../definitions/decision/graph/plan-decision.ts';
import { planDecision } from '../../definitions/decision/graph/plan-decision.ts';
import { linkDecision, type LinkedDecision } from '../../definitions/decision/graph/evaluate.ts';
import type { DecisionModel } from '../../definitions/decision/model.ts';
import { readTckFile, type TckCase } from './read-cases.ts';
import { isAsExpected, said } from './same.ts';

export interface Failure {
  readonly group: string;
  readonly file: string;
  readonly case: string;
  readonly result: string;
  readonly why: string;
}

export interface TckReport {
  readonly groups: number;
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

const FIXED_NOW = Date.parse('2026-03-01T09:00:00Z');

/** Runs every case below a folder that is laid out as the kit is: levels, groups, and in them models and tests. */
export async function runTck(dir: string): Promise<TckReport> {
  const failures: Failure[] = [];
  let cases = 0;
  const groups = groupsBelow(dir);
  for (const group of groups) {
    const { count, failures: failed } = await runGroup(group);
    cases += count;
    failures.push(...failed);
  }
  const failed = new Set(failures.map(({ group, file, case: id }) => `${group}/${file}/${id}`)).size;
  return { groups: groups.length, cases, passed: cases - failed, failed, failures };
}

function groupsBelow(dir: string): string[] {
  return foldersIn(dir)
    .filter((name) => name.startsWith('compliance-level-'))
    .flatMap((level) => foldersIn(path.join(dir, level)).map((group) => path.join(dir, level, group)))
    .sort();
}

function foldersIn(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

async function runGroup(group: string): Promise<{ readonly count: number; readonly failures: Failure[] }> {
  const files = readdirSync(group);
  const models = new Map<string, DecisionModel | string>();
  for (const file of files.filter((name) => name.endsWith('.dmn'))) {
    const read = await readDmn(readFileSync(path.join(group, file), 'utf8'));
    models.set(file, 'model' in read ? read.model : read.refusal);
  }
  const all = [...models.values()].filter((model) => typeof model !== 'string');
  const failures: Failure[] = [];
  let count = 0;
  for (const file of files.filter((name) => name.endsWith('.xml'))) {
    const test = readTckFile(readFileSync(path.join(group, file), 'utf8'));
    const model = models.get(test.model);
    const decisions = new Map<string, Prepared>();
    for (const one of test.cases) {
      count += 1;
      const fail = (result: string, why: string): void =>
        void failures.push({ group: path.basename(group), file, case: one.id, result, why });
      if (model === undefined || typeof model === 'string')
        fail('', model ?? `There is no model ${test.model}.`);
      else runCase(one, model, { all, decisions, fail });
    }
  }
  return { count, failures };
}

interface Prepared {
  readonly plan: DecisionPlan;
  readonly linked: LinkedDecision;
}

interface Means {
  readonly all: readonly DecisionModel[];
  readonly decisions: Map<string, Prepared>;
  readonly fail: (result: string, why: string) => void;
}

function runCase(one: TckCase, model: DecisionModel, { all, decisions, fail }: Means): void {
  for (const { name, expected, isError } of one.results) {
    const prepared = decisions.get(name) ?? prepare(name, model, all);
    if (prepared === null) {
      fail(name, 'There is no such decision.');
      continue;
    }
    decisions.set(name, prepared);
    const warnings: string[] = [];
    try {
      const value = prepared.linked.take(
        (input) =>
          one.inputs.find(
            (given) => given.name === input.name && (given.namespace ?? input.namespace) === input.namespace,
          )?.value,
        FIXED_NOW,
        (warning) => void warnings.push(warning),
      );
      const wanted = isError ? null : expected;
      if (isAsExpected(value, wanted)) continue;
      const noted = [...prepared.plan.problems.map(({ message }) => message), ...warnings]
        .slice(0, 3)
        .join(' ');
      fail(name, `expected ${said(wanted)}, got ${said(value)}. ${noted}`.trim());
    } catch (error) {
      fail(name, `threw ${error instanceof Error ? error.message : 'something'}`);
    }
  }
}

function prepare(name: string, model: DecisionModel, all: readonly DecisionModel[]): Prepared | null {
  const plan = planDecision(
    model,
    name,
    all.filter((other) => other !== model),
  );
  return plan && { plan, linked: linkDecision(plan) };
}
