/**
 * How fast tables decide: `npm run -s bench:rules -- --json`. The same rules and the same inputs go to every engine;
 * they take turns, and each figure is the median of seven rounds. Before anything is timed all engines must agree.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compileTable } from '../../definitions/decision/compile.ts';
import { explainerFor } from '../../definitions/decision/explain.ts';
import { compileExpression } from '../../definitions/feel/compile.ts';
import { quantile } from './quantile.ts';
import { ENGINES, type EngineName, type Prepared } from './rules/engines.ts';
import { givenOf, rulesOf, tableOf, TYPES, type Given, type Policy } from './rules/table.ts';

const ROUNDS = 7;
const ROUND_MS = 120;
const SIZES = [10, 100, 1_000, 5_000];
const POLICIES: readonly Policy[] = ['first', 'collect'];
const GIVEN = givenOf(1_000);
const NAMES = Object.keys(ENGINES) as EngineName[];

function median(figures: readonly number[]): number {
  return quantile(figures, 0.5);
}

/** Decisions per second over one round, in batches that fit into it. */
async function round({ decideAll }: Prepared, batch: readonly Given[]): Promise<number> {
  const begun = performance.now();
  let decided = 0;
  let passedMs = 0;
  do {
    await decideAll(batch);
    decided += batch.length;
    passedMs = performance.now() - begun;
  } while (passedMs < ROUND_MS);
  return (decided / passedMs) * 1000;
}

/** As many inputs as take about a third of a round, warming the engine up meanwhile. */
async function batchFor(prepared: Prepared): Promise<readonly Given[]> {
  let count = 1;
  for (;;) {
    const batch = GIVEN.slice(0, count);
    const begun = performance.now();
    await prepared.decideAll(batch);
    if (count >= GIVEN.length || performance.now() - begun > ROUND_MS / 3) return batch;
    count *= 2;
  }
}

async function compare(rows: number, policy: Policy) {
  const rules = rulesOf(rows);
  const prepared = NAMES.map((engine) => ({ engine, table: ENGINES[engine](rules, policy) }));
  await mustAgree(prepared, rows, policy);
  const runs = await Promise.all(
    prepared.map(async ({ engine, table }) => ({
      engine,
      table,
      batch: await batchFor(table),
      found: [] as number[],
    })),
  );
  for (let i = 0; i < ROUNDS; i += 1)
    for (const { table, batch, found } of runs) found.push(await round(table, batch));
  return runs.map(({ engine, found }) => ({
    engine,
    rows,
    policy,
    decisionsPerSecond: Math.round(median(found)),
  }));
}

/** The engines must be asked the same question: what they answer to some inputs is the same. */
async function mustAgree(
  prepared: readonly { readonly engine: string; readonly table: Prepared }[],
  rows: number,
  policy: Policy,
): Promise<void> {
  const some = GIVEN.slice(0, Math.max(3, Math.min(50, 20_000 / rows)));
  const [reference, ...others] = await Promise.all(
    prepared.map(async ({ engine, table }) => ({
      engine,
      answers: (await table.decideAll(some)).map((answer) => JSON.stringify(answer)),
    })),
  );
  for (const { engine, answers } of others) {
    const at = answers.findIndex((answer, i) => answer !== reference?.answers[i]);
    if (at !== -1)
      throw new Error(
        `${engine} answers ${answers[at]} where ${reference?.engine} answers ${reference?.answers[at]}: ` +
          `${JSON.stringify(some[at])}, ${rows} rows, ${policy}.`,
      );
  }
}

function expressionsPerSecond(): number {
  const compiled = compileExpression('customer.tenureYears >= 10 and mention.sentiment < -0.3', {
    customer: { type: 'context', fields: { tenureYears: { type: 'number' } } },
    mention: { type: 'context', fields: { sentiment: { type: 'number' } } },
  });
  const scopes = Array.from({ length: 1_000 }, (_, i) => ({
    customer: { tenureYears: i % 20 },
    mention: { sentiment: ((i % 7) - 3) / 4 },
  }));
  const found = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    let count = 0;
    let passedMs = 0;
    do {
      for (const scope of scopes) compiled.evaluate(scope, 0);
      count += scopes.length;
      passedMs = performance.now() - begun;
    } while (passedMs < ROUND_MS);
    return (count / passedMs) * 1000;
  });
  return Math.round(median(found));
}

function millisecondsOf(work: () => void): number {
  const found = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return Math.round(median(found) * 10) / 10;
}

/** Bytes of heap that a compiled table of so many rows keeps for each, in a fresh process. */
function bytesPerRow(rows: number): number {
  const script = fileURLToPath(new URL('rules/row-bytes.ts', import.meta.url));
  const args = ['--expose-gc', '--import', 'tsx', script, String(rows)];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** From a stored plan to the first decision of 5,000 rows, in fresh processes. */
function firstUseMs(): number {
  const script = fileURLToPath(new URL('rules/first-use.ts', import.meta.url));
  const found = Array.from({ length: ROUNDS }, () =>
    Number(execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' })),
  );
  return median(found);
}

const results = [];
for (const rows of SIZES) for (const policy of POLICIES) results.push(...(await compare(rows, policy)));

const thousand = tableOf(rulesOf(1_000), 'first');
const explain = explainerFor(thousand, TYPES);
const report = {
  results,
  expressionsPerSecond: expressionsPerSecond(),
  compile1000Ms: millisecondsOf(() => compileTable(thousand, TYPES)),
  explain1000Ms: millisecondsOf(() => explain({ ...GIVEN[0] }, 0)),
  firstUse5000Ms: firstUseMs(),
  bytesPerRow: { 1000: bytesPerRow(1_000), 5000: bytesPerRow(5_000) },
};
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`);
else console.table(results);
