import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

describe('cases that need functions of other languages', () => {
  it('have failed, or are left out where only tables count, and are named with the reason', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'earshot-tck-'));
    const group = join(dir, 'compliance-level-3', '0001-foreign');
    mkdirSync(group, { recursive: true });
    const says = (text: string): string => `<literalExpression><text>${text}</text></literalExpression>`;
    const foreign =
      '<functionDefinition kind="Java"><formalParameter name="x"/><context>' +
      '<contextEntry><variable name="class"/><literalExpression><text>"java.lang.Math"</text></literalExpression></contextEntry>' +
      '</context></functionDefinition>';
    writeFileSync(
      join(group, 'model.dmn'),
      `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="m" namespace="urn:m">
        <decision id="far" name="far">${foreign}</decision>
        <decision id="near" name="near">${says('1 + 1')}</decision>
      </definitions>`,
    );
    const wants = (id: string, name: string): string =>
      `<testCase id="${id}"><resultNode name="${name}" type="decision"><expected>
        <value xsi:type="xsd:decimal">2</value></expected></resultNode></testCase>`;
    writeFileSync(
      join(group, 'model-test.xml'),
      `<testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsd="http://www.w3.org/2001/XMLSchema"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><modelName>model.dmn</modelName>
        ${wants('001', 'far')}${wants('002', 'near')}</testCases>`,
    );
    const leftOut = [
      {
        group: '0001-foreign',
        file: 'model-test.xml',
        case: '001',
        reason: '“far” needs a function in Java or PMML.',
      },
    ];
    expect(await runTck(dir)).toMatchObject({ cases: 2, passed: 1, failed: 1, leftOut });
    expect(await runTck(dir, 'tables')).toMatchObject({
      cases: 1,
      passed: 1,
      failed: 0,
      failures: [],
      leftOut,
    });
  });
});
