/**
 * `npm run -s bench:identity -- --json`: records of one person in two lists and in one, found by Earshot and by Splink on
 * the same fields in turn. Medians of the rounds. Splink is installed into a Python of its own, or the bench says that
 * it cannot be. Then single profiles against a register of customers in a store of its own (`--customers`, a million).
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readRecordFile } from '../../engine/cli/match/record-file.ts';
import { matchRecords } from '../../engine/identity/matching/match.ts';
import { qualityOf } from '../../engine/identity/matching/quality.ts';
import { febrlPerson, testSets, type Found, type TestSet } from './identity/sets.ts';
import { registerFigures } from './identity/register.ts';
import { bySplink, pythonWithSplink } from './identity/splink.ts';
import { quantile } from './quantile.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    customers: { type: 'string', default: '1000000' },
    only: { type: 'string' },
  },
});
const ROUNDS = Number(values.rounds);
const THRESHOLDS = [0.99, 0.9, 0.01];
const folder = process.env['EARSHOT_TEST_DATA'] ?? '../shared/data';

const doesFiles = values.only !== 'register';
const register = values.only === 'files' ? null : await registerFigures(Number(values.customers), folder);
const splink = !doesFiles
  ? { why: 'Not asked for.' }
  : await pythonWithSplink(join(tmpdir(), 'earshot-splink'));
if ('why' in splink) process.stderr.write(`${splink.why}\n`);
const sets = [];
for (const set of doesFiles ? testSets(folder) : []) {
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
const result = {
  rounds: ROUNDS,
  thresholds: THRESHOLDS,
  sets,
  register,
  note: 'why' in splink ? splink.why : null,
};
process.stdout.write(`${JSON.stringify(result, null, values.json ? 0 : 2)}\n`);

function byEarshot({ left, right, id, fields }: TestSet): Found {
  const startedAt = performance.now();
  const [one, other] = [readRecordFile(left, null), right === null ? null : readRecordFile(right, null)];
  const columns = Object.keys(fields);
  const listOf = ({ size, cells }: typeof one) => ({ size, columns: columns.map(cells) });
  const { pairs } = matchRecords({
    fields: Object.entries(fields).map(([name, kind]) => ({ name, kind })),
    left: listOf(one),
    right: other === null ? null : listOf(other),
    least: 0.001,
    isManyToMany: false,
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  const idOf = ({ cells }: typeof one, at: number): string => cells(id)[at]?.trim() ?? '';
  return {
    seconds,
    pairs: pairs.map((pair) => ({
      left: idOf(one, pair.left),
      right: idOf(other ?? one, pair.right),
      probability: pair.probability,
    })),
  };
}

function figuresOf({ left, right, id, persons }: TestSet, rounds: readonly Found[]) {
  const personOf = new Map<string, string>();
  const [ofLeft, ofRight] = [left, right].map((file) => {
    if (file === null) return null;
    const { cells } = readRecordFile(file, null);
    const names = cells(id).map((name) => name.trim());
    const people = persons === null ? null : cells(persons);
    names.forEach((name, at) => personOf.set(name, people?.[at] ?? febrlPerson(name)));
    return names;
  });
  const ids = { left: ofLeft ?? [], right: ofRight ?? null };
  const [first] = rounds;
  const { at, best } = qualityOf(first?.pairs ?? [], { persons: personOf }, ids, THRESHOLDS);
  return {
    seconds: quantile(
      rounds.map(({ seconds }) => seconds),
      0.5,
    ),
    at,
    best,
  };
}
