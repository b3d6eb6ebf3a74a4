/**
 * How long the analysis of a decision table takes: `npm run -s bench:analysis -- --json`. Processor time, so that what
 * else the machine does counts little. `tidy` is a table as analysts keep them: 1,000 rows over a string of 20 values,
 * an amount, a flag and a region out of several, without gap or overlap; `lists` has lists of products in place of
 * regions, and asks what they hold; `faulty` is `tidy` with rows missing, doubled and widened; `tangled` has 1,000 rows
 * over four numbers whose ranges all overlap, which nobody can search to its end: there the budget has to stop it.
 */
import { analyseTable } from '../../definitions/decision/analysis/analyse.ts';
import type { DecisionTable, HitPolicy, TableInput, TableRow } from '../../definitions/decision/table.ts';

const ROUNDS = 5;
const ROWS = 1000;

const TOPICS = Array.from({ length: 20 }, (_, i) => `topic ${i + 1}`);
const REGIONS = ['north', 'east', 'south', 'west', 'islands', 'abroad', 'no place'];
const PLACES = ['["north", "east"]', '["south", "west"]', '"islands"', '"abroad"', '"no place"'];

function input(name: string, type: TableInput['type']): TableInput {
  return { id: name, name, type };
}

interface LastColumn {
  readonly input: TableInput;
  /** Cells of which each value passes one. */
  readonly cells: readonly string[];
}

const REGION: LastColumn = {
  input: input('region', { type: 'string', allowed: REGIONS }),
  cells: PLACES,
};

/** Somebody may have several products; what is asked for first counts. */
const PRODUCTS: LastColumn = {
  input: input('products', { type: 'list', of: { type: 'string' } }),
  cells: ['internet', 'tv', 'phone', 'mobile', ''].map((product, i, all) => {
    const others = all.slice(0, i).map((other) => `not(list contains(?, "${other}"))`);
    return [...others, ...(product === '' ? [] : [`list contains(?, "${product}")`])].join(' and ');
  }),
};

function inputs(last: LastColumn): readonly TableInput[] {
  return [
    input('topic', { type: 'string', allowed: TOPICS }),
    input('amount', { type: 'number' }),
    input('reopened', { type: 'boolean' }),
    last.input,
  ];
}

/** For each topic, flag and group of regions or products, amounts cut into as many ranges as it takes. */
function tidy(hitPolicy: HitPolicy, last = REGION): DecisionTable {
  const ranges = ROWS / (TOPICS.length * 2 * last.cells.length);
  const rows: TableRow[] = [];
  for (const topic of TOPICS)
    for (const reopened of ['true', 'false'])
      for (const region of last.cells)
        for (let r = 0; r < ranges; r += 1) {
          const amount = rangeCell(r, ranges, rows.length % 7);
          const when = [`"${topic}"`, amount, reopened, region];
          rows.push({ id: `r${rows.length}`, when, then: [`"team ${rows.length % 13}"`] });
        }
  return tableOf(hitPolicy, inputs(last), rows);
}

function rangeCell(r: number, ranges: number, shift: number): string {
  const at = (i: number): number => i * 100 + (i > 0 && i < ranges ? 0 : shift);
  if (r === 0) return `< ${at(1)}`;
  return r === ranges - 1 ? `>= ${at(r)}` : `[${at(r)}..${at(r + 1)})`;
}

/** Every 97th row left out, every 89th said twice, every 83rd asking nothing of the amount. */
function faulty(hitPolicy: HitPolicy): DecisionTable {
  const { inputs: columns, rows } = tidy(hitPolicy);
  const changed = rows.flatMap((row, i): TableRow[] => {
    if (i % 97 === 96) return [];
    if (i % 89 === 88) return [row, { ...row, id: `${row.id} again` }];
    const [topic = '-', , ...others] = row.when;
    return i % 83 === 82 ? [{ ...row, when: [topic, '-', ...others] }] : [row];
  });
  return tableOf(hitPolicy, columns, changed);
}

/** Numbers that look random and are the same every time. */
function* mixed(): Generator<number> {
  let state = 12345;
  for (;;) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    yield (state >>> 8) % 1000;
  }
}

function tangled(hitPolicy: HitPolicy): DecisionTable {
  const numbers = mixed();
  const next = (): number => Number(numbers.next().value);
  const rows = Array.from({ length: ROWS }, (_, i): TableRow => {
    const when = ['a', 'b', 'c', 'd'].map(() => {
      const from = next();
      return `[${from}..${from + 100 + next()}]`;
    });
    return { id: `r${i}`, when, then: [`"team ${i % 13}"`] };
  });
  return tableOf(
    hitPolicy,
    ['a', 'b', 'c', 'd'].map((name) => input(name, { type: 'number' })),
    rows,
  );
}

function tableOf(
  hitPolicy: HitPolicy,
  columns: readonly TableInput[],
  rows: readonly TableRow[],
): DecisionTable {
  const teams = Array.from({ length: 13 }, (_, i) => `team ${i}`);
  const outputs = [{ id: 'team', name: 'team', type: { type: 'string', allowed: teams } as const }];
  return { id: 'bench', name: 'Bench', hitPolicy, inputs: columns, outputs, rows };
}

/** Milliseconds of processor time, of the fastest round and of the slowest, and what the analysis answered. */
function measured(table: DecisionTable) {
  const types = Object.fromEntries(table.inputs.map(({ name, type }) => [name, type]));
  const rounds = Array.from({ length: ROUNDS }, () => {
    const begun = process.cpuUsage();
    const analysis = analyseTable(table, types);
    const { user, system } = process.cpuUsage(begun);
    return { analysis, ms: Math.round((user + system) / 1000) };
  });
  const times = rounds.map(({ ms }) => ms);
  const { complete, steps, howFar, findings } = rounds[0]?.analysis ?? analyseTable(table, types);
  const counts: { [kind: string]: number } = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  const [fastestMs, slowestMs] = [Math.min(...times), Math.max(...times)];
  return { fastestMs, slowestMs, rows: table.rows.length, complete, steps, findings: counts, howFar };
}

const report = Object.fromEntries(
  (['unique', 'first', 'priority'] as const).flatMap((policy) => [
    [`tidy, ${policy}`, measured(tidy(policy))],
    [`lists, ${policy}`, measured(tidy(policy, PRODUCTS))],
    [`faulty, ${policy}`, measured(faulty(policy))],
    [`tangled, ${policy}`, measured(tangled(policy))],
  ]),
);
console.log(process.argv.includes('--json') ? JSON.stringify(report) : report);
