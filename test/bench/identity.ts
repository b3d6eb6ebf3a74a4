/**
 * `npm run -s bench:identity -- --json`: records of one person in two lists and in one, found by Earshot and by Splink on
 * the same fields in turn. Medians of the rounds. Splink is installed into a Python of its own, or the bench says that
 * it cannot be.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readRecordFile } from '../../engine/cli/match/record-file.ts';
import { matchRecords } from '../../engine/identity/matching/match.ts';
import { qualityOf } from '../../engine/identity/matching/quality.ts';
import { testSets, type Found, type TestSet } from './identity/sets.ts';
import { bySplink, pythonWithSplink } from './identity/splink.ts';
import { quantile } from './quantile.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '3' } },
});
const ROUNDS = Number(values.rounds);
const THRESHOLDS = [0.99, 0.9, 0.01];
const folder = process.env['EARSHOT_TEST_DATA'] ?? '../shared/data';

const splink = await pythonWithSplink(join(tmpdir(), 'earshot-splink'));
if ('why' in splink) process.stderr.write(`${splink.why}\n`);
const sets = [];
for (const set of testSets(folder)) {
  const [own, others]: [Found[], Found[]] = [[], []];
  for (let n = 0; n < ROUNDS; n += 1) {
    own.push(byEarshot(set));
    if ('python' in splink) {
      const { left, right, id, fields } = set;
      others.push(await bySplink(splink.python, { left, right, id, fields }));
    }
  }
  sets.push({
    set: set.name,
    earshot: figuresOf(set, own),
    splink: others.length === 0 ? null : figuresOf(set, others),
  });
}
const result = { rounds: ROUNDS, thresholds: THRESHOLDS, sets, note: 'why' in splink ? splink.why : null };
process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);

function byEarshot({ left, right, id, fields }: TestSet): Found {
  const startedAt = performance.now();
  const [one, other] = [readRecordFile(left, null), right === null ? null : readRecordFile(right, null)];
  const columns = Object.keys(fields);
  const listOf = ({ rows }: typeof one) => ({
    size: rows.length,
    columns: columns.map((column) => rows.map((row) => row.get(column) ?? '')),
  });
  const { pairs } = matchRecords({
    fields: Object.entries(fields).map(([name, kind]) => ({ name, kind })),
    left: listOf(one),
    right: other === null ? null : listOf(other),
    least: 0.001,
    isManyToMany: false,
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  const idOf = ({ rows }: typeof one, at: number): string => rows[at]?.get(id)?.trim() ?? '';
  return {
    seconds,
    pairs: pairs.map((pair) => ({
      left: idOf(one, pair.left),
      right: idOf(other ?? one, pair.right),
      probability: pair.probability,
    })),
  };
}

function figuresOf({ left, right, id, person }: TestSet, rounds: readonly Found[]) {
  const persons = new Map<string, string>();
  const [ofLeft, ofRight] = [left, right].map((file) =>
    file === null
      ? null
      : readRecordFile(file, null).rows.map((row) => {
          const name = row.get(id)?.trim() ?? '';
          persons.set(name, person(name, row));
          return name;
        }),
  );
  const ids = { left: ofLeft ?? [], right: ofRight ?? null };
  const [first] = rounds;
  const { at, best } = qualityOf(first?.pairs ?? [], { persons }, ids, THRESHOLDS);
  return {
    seconds: quantile(
      rounds.map(({ seconds }) => seconds),
      0.5,
    ),
    at,
    best,
  };
}
