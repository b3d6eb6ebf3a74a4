import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runTck, type TckReport } from '../tck/run-folder.ts';

const KIT = join(process.env['EARSHOT_TEST_DATA'] ?? '../shared/data', 'dmn-tck');

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

  it('passes level 3 but for what is otherwise here', () => {
    expect(report.cases).toBeGreaterThan(2_600);
    expect(report.failures.filter(({ group, case: id }) => !OTHERWISE_HERE.has(`${group}/${id}`))).toEqual(
      [],
    );
  });
});
