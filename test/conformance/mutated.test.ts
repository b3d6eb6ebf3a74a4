import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedTable } from '../../definitions/decision/check-table.ts';
import { readDmn } from '../../definitions/decision/dmn/read-dmn.ts';
import { readDmnTable } from '../../definitions/decision/dmn/read-table.ts';
import { changedDmn } from '../../definitions/decision/dmn/write-table.ts';
import { linkDecision } from '../../definitions/decision/graph/evaluate.ts';
import { planDecision } from '../../definitions/decision/graph/plan-decision.ts';
import { tableFromGrid } from '../../definitions/decision/sheet/read-sheet.ts';
import { gridOf } from '../../definitions/decision/sheet/write-sheet.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';

const KIT = join(process.env['EARSHOT_TEST_DATA'] ?? '../shared/data', 'dmn-tck');
const RUNS = fuzzRuns(400);
/** What a slip of the hand, or of a program, puts into a file. */
const SLIPS = [
  '<',
  '>',
  '"',
  '&',
  '</',
  '/>',
  ']',
  '(',
  '-',
  '0',
  '[1..',
  'null',
  '?',
  ',',
  '{',
  '\u0000',
  'é',
];

function models(): readonly string[] {
  return ['compliance-level-2', 'compliance-level-3'].flatMap((level) =>
    readdirSync(join(KIT, level)).flatMap((group) =>
      readdirSync(join(KIT, level, group))
        .filter((name) => name.endsWith('.dmn'))
        .map((name) => readFileSync(join(KIT, level, group, name), 'utf8')),
    ),
  );
}

describe.skipIf(!existsSync(KIT))('models of the kit with slips in them', () => {
  it(`are read or refused, and what is left of them is decided, ${RUNS} times`, FUZZ_TIME, async () => {
    const all = models().filter((xml) => xml.length < 60_000);
    const slip = fc.record({
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      drop: fc.nat(12),
      put: fc.oneof(fc.constant(''), fc.constantFrom(...SLIPS)),
    });
    let readable = 0;
    let tables = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(all.length - 1),
        fc.array(slip, { minLength: 1, maxLength: 6 }),
        async (which, slips) => {
          let xml = all[which] ?? '';
          for (const { at, drop, put } of slips) {
            const from = Math.floor(at * xml.length);
            xml = xml.slice(0, from) + put + xml.slice(from + drop);
          }
          const read = await readDmn(xml);
          if ('refusal' in read) {
            expect(read.refusal).toMatch(/\S\.$/);
            expect(await readDmnTable(xml)).toMatchObject({ table: null, issues: [{ severity: 'error' }] });
            return;
          }
          readable += 1;
          const { table } = await readDmnTable(xml);
          if (table !== null) {
            tables += 1;
            expect(await changedDmn(xml, table)).not.toBeNull();
            expect(tableFromGrid(gridOf(table)).table).not.toBeNull();
            expect(checkedTable(table).findings).toBeInstanceOf(Array);
          }
          for (const { name } of [...read.model.decisions, ...read.model.services].slice(0, 5)) {
            const plan = planDecision(read.model, name);
            if (plan !== null) linkDecision(plan).take(() => null, 0);
          }
        },
      ),
      { numRuns: RUNS },
    );
    expect(readable).toBeGreaterThan(RUNS / 20);
    expect(tables).toBeGreaterThan(0);
  });
});
