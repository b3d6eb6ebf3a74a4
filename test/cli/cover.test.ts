import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../definitions/decision/analysis/coverage.ts';
import { formatTable } from '../../definitions/decision/json/format-table.ts';
import { csvText } from '../../definitions/decision/sheet/csv-text.ts';
import { gridOf } from '../../definitions/decision/sheet/write-sheet.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { OWNER, POINTS, TYPES } from '../decision/tables.ts';
import { earshotIn } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-cover-'));

const earshot = earshotIn(folder);
const cover = (...words: readonly string[]) => earshot('cover', ...words);
function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}
const json = (name: string, content: unknown): string => file(name, JSON.stringify(content));
const csv = (name: string, table: DecisionTable): string => file(name, csvText(gridOf(table)));

const owner = csv('owner.csv', OWNER);
const GIVEN = [
  { region: 'north', severity: 2 },
  { region: 'north', severity: 7 },
  { region: 'south', severity: 9 },
];
const three = json('three.json', GIVEN);

describe('earshot cover', () => {
  it('says which rows were never hit, and which conditions never passed, never failed or were never reached', async () => {
    expect(await cover(owner, '--inputs', three)).toEqual({
      stdout: [
        'Owner: 3 inputs: 2 of 3 rows were hit (never: row 2); of 5 conditions 4 were seen both to pass and to fail, 1 only to fail.',
        '  row 2 (A10): never hit; never seen to pass: “severity” < 5',
        '',
      ].join('\n'),
      stderr: '',
      status: 0,
    });
    // One input that stands alone is a list of one.
    const one = json('one.json', { region: 'north', severity: 7 });
    expect((await cover(owner, '--inputs', one)).stdout.split('\n').slice(1)).toEqual([
      '  row 1 (A9): never hit; never seen to pass: “severity” < 5; never seen to fail: “region” "north"',
      '  row 2 (A10): never hit; never seen to pass: “region” "south"; never reached: “severity” < 5',
      '  row 3 (A11): never seen to fail: “severity” >= 5',
      '',
    ]);
  });

  it('says of a row that the rows before it kept from being asked just that', async () => {
    const first = file('first.table.json', formatTable({ ...POINTS, hitPolicy: 'first' }));
    const { stdout } = await cover(first, '--inputs', json('five.json', [{ severity: 5 }]));
    expect(stdout).toMatch(/^ {2}row 2 \(line \d+\): never asked$/m);
    expect(stdout).toMatch(/^ {2}row 1 \(line \d+\): never seen to fail: “severity” > 1$/m);
  });

  it('gives programs all that is counted', async () => {
    const { stdout, status } = await cover(owner, '--inputs', three, '--json');
    const coverage = coverageOf(
      OWNER,
      TYPES,
      GIVEN.map((scope) => ({ scope, now: 0 })),
    );
    expect(JSON.parse(stdout)).toEqual({
      issues: [],
      tables: [{ table: 'Owner', coverage, problems: [], warnings: [] }],
    });
    expect(status).toBe(0);
  });

  it('tells of a table of thousands of rows in a few lines', async () => {
    const rows = Array.from({ length: 3_000 }, (_, i) => ({ id: `r${i}`, when: [`> ${i}`], then: ['1'] }));
    const many = csv('many.csv', { ...POINTS, rows });
    const lines = (await cover(many, '--inputs', json('ten.json', [{ severity: 10 }]))).stdout.split('\n');
    expect(lines).toHaveLength(23);
    expect(lines[0]).toMatch(/^Points: 1 input: 10 of 3000 rows were hit \(never: rows 11–3000\)/);
    expect(lines[1]).toBe('  row 11 (A19): never hit; never seen to pass: “severity” > 10');
    expect(lines[21]).toBe('  and 2980 more rows that are not covered');
  });

  it('reads the clock that it is given', async () => {
    const [severity] = POINTS.inputs;
    if (!severity) throw new Error('the table lost its input');
    const inputs = [{ ...severity, name: 'day', type: { type: 'date' as const } }];
    const clocked = { ...POINTS, inputs, rows: [{ id: 'r1', when: ['< today()'], then: ['1'] }] };
    const table = csv('clocked.csv', clocked);
    const day = json('day.json', { day: '2026-03-01' });
    const hit = async (at: string) =>
      /^Points: 1 input: (\d)/.exec((await cover(table, '--inputs', day, '--at', at)).stdout);
    expect((await hit('2026-03-01T12:00:00Z'))?.[1]).toBe('0');
    expect((await hit('2026-03-02T12:00:00Z'))?.[1]).toBe('1');
  });

  it('tells of each table of a DMN file, and what of the file is no part of one', async () => {
    const table = (name: string, reads: string, cell: string, needs: string): string =>
      `<decision id="${name}" name="${name}"><variable name="${name}" typeRef="string"/>${needs}
         <decisionTable id="${name}-t" hitPolicy="FIRST">
           <input id="${name}-i"><inputExpression typeRef="${reads === 'risk' ? 'string' : 'number'}"><text>${reads}</text></inputExpression></input>
           <output id="${name}-o" typeRef="string"/>
           <rule id="${name}-r"><inputEntry id="${name}-e"><text>${cell}</text></inputEntry><outputEntry id="${name}-f"><text>"high"</text></outputEntry></rule>
         </decisionTable></decision>`;
    const model = file(
      'model.dmn',
      `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="m" namespace="urn:m">
        <inputData id="i" name="severity"><variable name="severity" typeRef="number"/></inputData>
        ${table('risk', 'severity', '&gt; 5', '<informationRequirement><requiredInput href="#i"/></informationRequirement>')}
        ${table('team', 'risk', '"high"', '<informationRequirement><requiredDecision href="#risk"/></informationRequirement>')}
      </definitions>`,
    );
    const given = json('risks.json', [{ severity: 6, risk: 'low' }, { severity: 2 }]);
    const { stdout, status } = await cover(model, '--inputs', given);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^warning: It needs the decision “risk”, .+ \(model\.dmn, “team”\)$/),
      'risk: 2 inputs: 1 of 1 rows were hit; of 1 conditions 1 were seen both to pass and to fail; 1 of the inputs hit no row.',
      'team: 2 inputs: 0 of 1 rows were hit (never: row 1); of 1 conditions 0 were seen both to pass and to fail, 1 only to fail; 2 of the inputs hit no row.',
      expect.stringMatching(/^ {2}row 1 \(line \d+\): never hit; never seen to pass: “risk” "high"$/),
      '',
    ]);
    expect(status).toBe(0);
  });

  it('tells of cells that have an error, and of values that do not fit', async () => {
    const [first, ...others] = OWNER.rows;
    const rows = [{ id: 'r1', when: ['north', '< 5'], then: first?.then ?? [] }, ...others];
    const given = json('unfit.json', [GIVEN[0], ...Array.from({ length: 12 }, () => ({ severity: 'high' }))]);
    const { stdout, status } = await cover(csv('slips.csv', { ...OWNER, rows }), '--inputs', given);
    expect(status).toBe(1);
    expect(stdout).toContain('\n  row 1 (A9): never hit; never seen to pass: “region” north;');
    expect(stdout).toContain('\nerror (B9): There is no variable “north”.\n');
    expect(stdout).toContain('\nnote: A value declared as number held a string (input 2).\n');
    expect(stdout).toMatch(/\nand 2 more notes\n$/);
  });

  it.each([
    [[owner], /^error: required option '--inputs <file>' not specified\n$/],
    [[owner, '--inputs', 'nowhere.json'], /^nowhere\.json cannot be read \(.+\): name a JSON file\.\n$/],
    [
      [owner, '--inputs', file('no.json', 'north, 2')],
      /^no\.json cannot be read \(.+\): name a JSON file\.\n$/,
    ],
    [
      [owner, '--inputs', json('number.json', 2)],
      /^number\.json holds no inputs by name: write it as \[\{"name": value\}, \{"name": value\}\]\.\n$/,
    ],
    [
      [owner, '--inputs', json('mixed.json', [GIVEN[0], ['north', 2]])],
      /^mixed\.json holds no inputs by name in place 2: write it as /,
    ],
    [
      [owner, '--inputs', json('strange.json', [...GIVEN, { regio: 'north' }])],
      /^The decision takes no “regio” \(input 4\): did you mean “region”\.\n$/,
    ],
    [
      [owner, '--inputs', json('stranger.json', { tenure: 3 })],
      /^The decision takes no “tenure” \(input 1\): it takes “region”, “severity”\.\n$/,
    ],
    [
      [three, '--inputs', three],
      /^three\.json holds no table that can be used \(.+\): see what is wrong with `earshot check three\.json`\.\n$/,
    ],
    [
      ['nowhere.csv', '--inputs', three],
      /^nowhere\.csv cannot be read \(.+\): name a file that holds a table/,
    ],
    [[owner, '--inputs', three, '--at', 'noon'], /^“noon” is no instant: /],
  ])('refuses %j in one sentence', async (args, why) => {
    const { stdout, stderr, status } = await cover(...args);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toMatch(why);
  });
});
