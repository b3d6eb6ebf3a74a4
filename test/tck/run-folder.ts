import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDmn } from '../../definitions/decision/dmn/read-dmn.ts';
import type { DecisionPlan } from '../../definitions/decision/graph/plan-decision.ts';
import { planDecision } from '../../definitions/decision/graph/plan-decision.ts';
import { FOREIGN_FUNCTION } from '../../definitions/decision/graph/boxed.ts';
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

/** A case that was not run, or counts as failed, because it needs what is not run here. */
export interface LeftOut {
  readonly group: string;
  readonly file: string;
  readonly case: string;
  readonly reason: string;
}

/** What counts: all cases, or those that stay within decision tables and FEEL. */
export type Scope = 'all' | 'tables';

export interface TckReport {
  readonly groups: number;
  readonly cases: number;
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
  /** Cases that need functions of other languages: failed with scope 'all', not counted with 'tables'. */
  readonly leftOut: readonly LeftOut[];
}

const FIXED_NOW = Date.parse('2026-03-01T09:00:00Z');

/** Runs every case below a folder that is laid out as the kit is: levels, groups, and in them models and tests. */
export async function runTck(dir: string, scope: Scope = 'all'): Promise<TckReport> {
  const failures: Failure[] = [];
  const leftOut: LeftOut[] = [];
  let cases = 0;
  const groups = groupsBelow(dir);
  for (const group of groups) {
    const ran = await runGroup(group, scope);
    cases += ran.count;
    failures.push(...ran.failures);
    leftOut.push(...ran.leftOut);
  }
  const failed = new Set(failures.map(({ group, file, case: id }) => `${group}/${file}/${id}`)).size;
  return { groups: groups.length, cases, passed: cases - failed, failed, failures, leftOut };
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

async function runGroup(
  group: string,
  scope: Scope,
): Promise<Pick<TckReport, 'failures' | 'leftOut'> & { readonly count: number }> {
  const files = readdirSync(group);
  const models = new Map<string, DecisionModel | string>();
  for (const file of files.filter((name) => name.endsWith('.dmn'))) {
    const read = await readDmn(readFileSync(path.join(group, file), 'utf8'));
    models.set(file, 'model' in read ? read.model : read.refusal);
  }
  const all = [...models.values()].filter((model) => typeof model !== 'string');
  const failures: Failure[] = [];
  const leftOut: LeftOut[] = [];
  let count = 0;
  for (const file of files.filter((name) => name.endsWith('.xml'))) {
    const test = readTckFile(readFileSync(path.join(group, file), 'utf8'));
    const model = models.get(test.model);
    const decisions = new Map<string, Prepared>();
    for (const one of test.cases) {
      const reason = typeof model === 'object' ? foreignReason(one, model, { all, decisions }) : undefined;
      if (reason !== undefined) leftOut.push({ group: path.basename(group), file, case: one.id, reason });
      if (reason !== undefined && scope === 'tables') continue;
      count += 1;
      const fail = (result: string, why: string): void =>
        void failures.push({ group: path.basename(group), file, case: one.id, result, why });
      if (model === undefined || typeof model === 'string')
        fail('', model ?? `There is no model ${test.model}.`);
      else if (reason !== undefined) fail('', reason);
      else runCase(one, model, { all, decisions, fail });
    }
  }
  return { count, failures, leftOut };
}

interface Prepared {
  readonly plan: DecisionPlan;
  readonly linked: LinkedDecision;
}

interface Models {
  readonly all: readonly DecisionModel[];
  readonly decisions: Map<string, Prepared>;
}

interface Means extends Models {
  readonly fail: (result: string, why: string) => void;
}

/** Why a case is out of reach, if it needs a function of another language. */
function foreignReason(one: TckCase, model: DecisionModel, models: Models): string | undefined {
  const needed = one.results.find(({ name }) =>
    prepared(name, model, models)?.plan.problems.some(({ message }) => message === FOREIGN_FUNCTION),
  );
  return needed && `“${needed.name}” needs a function in Java or PMML.`;
}

function runCase(one: TckCase, model: DecisionModel, { fail, ...models }: Means): void {
  for (const { name, expected, isError } of one.results) {
    const decision = prepared(name, model, models);
    if (decision === null) {
      fail(name, 'There is no such decision.');
      continue;
    }
    const warnings: string[] = [];
    try {
      const value = decision.linked.take(
        (input) =>
          one.inputs.find(
            (given) => given.name === input.name && (given.namespace ?? input.namespace) === input.namespace,
          )?.value,
        FIXED_NOW,
        (warning) => void warnings.push(warning),
      );
      const wanted = isError ? null : expected;
      if (isAsExpected(value, wanted)) continue;
      const noted = [...decision.plan.problems.map(({ message }) => message), ...warnings]
        .slice(0, 3)
        .join(' ');
      fail(name, `expected ${said(wanted)}, got ${said(value)}. ${noted}`.trim());
    } catch (error) {
      fail(name, `threw ${error instanceof Error ? error.message : 'something'}`);
    }
  }
}

function prepared(name: string, model: DecisionModel, { all, decisions }: Models): Prepared | null {
  const known = decisions.get(name);
  if (known !== undefined) return known;
  const others = all.filter((other) => other !== model);
  const plan = planDecision(model, name, others);
  if (plan === null) return null;
  const made = { plan, linked: linkDecision(plan) };
  decisions.set(name, made);
  return made;
}
