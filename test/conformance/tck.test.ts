import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runTck, type TckReport } from '../tck/run-folder.ts';

const KIT = join(process.env['EARSHOT_TEST_DATA'] ?? '../shared/data', 'dmn-tck');

/** Groups with cases that tell time in named zones, whose rules are not part of the language here. */
const OF_NAMED_ZONES = new Set([
  '0068-feel-equality',
  '0074-feel-properties',
  '0093-feel-at-literals',
  '0100-arithmetic',
  '1115-feel-date-function',
  '1116-feel-time-function',
  '1121-feel-years-and-months-duration-function',
]);
/** `{foo+bar: …}` names its entry `foo + bar` here, and `(=10)` is the same range as `[10..10]`. */
const OTHERWISE_HERE = new Set(['0057-feel-context/005', '0068-feel-equality/range_010']);

describe.skipIf(!existsSync(KIT))('the DMN Technology Compatibility Kit', () => {
  let report: TckReport;
  beforeAll(async () => {
    report = await runTck(KIT);
  });

  it('passes level 2 whole', () => {
    const ofLevel2 = report.failures.filter(({ group }) =>
      existsSync(join(KIT, 'compliance-level-2', group)),
    );
    expect(ofLevel2).toEqual([]);
    expect(report.groups).toBeGreaterThan(100);
  });

  it('passes nearly all of level 3', () => {
    expect(report.passed / report.cases).toBeGreaterThan(0.97);
    const others = report.failures.filter(
      ({ group, case: id }) => !OF_NAMED_ZONES.has(group) && !OTHERWISE_HERE.has(`${group}/${id}`),
    );
    expect(others).toEqual([]);
  });
});
