import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dmnOf } from '../../definitions/decision/dmn/write-graph.ts';
import { formatTable } from '../../definitions/decision/json/format-table.ts';
import { csvText } from '../../definitions/decision/sheet/csv-text.ts';
import { gridOf } from '../../definitions/decision/sheet/write-sheet.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { deciderOf, DIAMOND, GIVEN } from '../decision/dmn-graph.ts';
import { OWNER } from '../decision/tables.ts';
import { typeTable, workbookOf } from '../tables/workbook.ts';
import { earshotIn } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-tables-'));

const earshot = earshotIn(folder);
function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const csv = (name: string, table: DecisionTable): string => file(name, csvText(gridOf(table)));

const SHEET = csvText(gridOf(OWNER));

describe('earshot convert', () => {
  it('takes a table through every kind of file and back, the same', async () => {
    const start = file('owner.table.json', formatTable(OWNER));
    const ways = [start, 'owner.csv', 'owner.xlsx', 'owner.dmn', 'back.json'];
    for (const [i, to] of ways.slice(1).entries()) {
      const done = await earshot('convert', ways[i] ?? '', to);
      expect(done).toEqual({ stdout: `Owner: 3 rows written into ${to}.\n`, stderr: '', status: 0 });
    }
    expect(read('back.json')).toBe(read(start));
    const checked = await earshot('check', ...ways);
    expect({ ...checked, stdout: '' }).toEqual({ stdout: '', stderr: '', status: 0 });
    const lines = checked.stdout.split('\n').filter((line) => !line.startsWith('information: '));
    const found = ways.flatMap((name) => [
      `${name}: nothing is wrong.`,
      `${name}, “Owner”: Everything was searched.`,
    ]);
    expect(lines).toEqual([...found, '']);
  });

  it('is told of rows that never decide, with an exit code only for errors', async () => {
    const hidden = {
      ...OWNER,
      rows: [...OWNER.rows, ...OWNER.rows.slice(0, 1).map((row) => ({ ...row, id: 'r9' }))],
    };
    const name = file('hidden.table.json', formatTable({ ...hidden, hitPolicy: 'first' }));
    const { stdout, status } = await earshot('check', name);
    expect(stdout).toMatch(/^warning: Row 4 never decides: row 1 decides before it/m);
    expect(status).toBe(0);
    const twice = file('twice.table.json', formatTable({ ...hidden, hitPolicy: 'unique' }));
    const { stdout: said, status: wrong } = await earshot('check', twice, '--json');
    expect(JSON.parse(said)).toMatchObject({ issues: [], analyses: [{ table: 'Owner', complete: true }] });
    expect(JSON.parse(said)).toHaveProperty(['analyses', 0, 'findings', 0, 'kind'], 'overlap');
    expect(JSON.parse(said)).toHaveProperty(['analyses', 0, 'findings', 0, 'severity'], 'error');
    expect(wrong).toBe(1);
  });

  it('is told of what is not read in a DMN file', async () => {
    const decision = (name: string): string =>
      `<decision id="same" name="${name}"><literalExpression><text>1</text></literalExpression></decision>`;
    const name = file(
      'twice.dmn',
      `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="x" namespace="u">
        ${decision('one')}
        ${decision('other')}
      </definitions>`,
    );
    const { stdout, status } = await earshot('check', name);
    expect(stdout).toMatch(
      /^error: <decision> is passed over with all that is in it: duplicate ID <same>\. \(twice\.dmn:3/m,
    );
    expect(status).toBe(1);
    const nothing = file('nothing.json', '{}');
    expect((await earshot('decide', name, '--decision', 'one', '--input', nothing)).stdout).toMatch(
      /^one: 1\nnote: <decision> is passed over .* \(line 3\)$/m,
    );
  });

  it('says why a row does not hit, and what would have made it', async () => {
    const name = file('why.table.json', formatTable(OWNER));
    const given = file('why.json', JSON.stringify({ region: 'south', severity: 2 }));
    const { stdout } = await earshot('decide', name, '--input', given, '--explain');
    expect(stdout).toMatch(/row 1.* does not hit: region is "south", wanted is "north"/);
    const { stdout: json } = await earshot('decide', name, '--input', given, '--explain', '--json');
    expect(JSON.parse(json)).toMatchObject({
      explained: [
        { row: 'r1', hit: false, clauses: [{ matched: false, wouldMatch: { example: 'north' } }, {}] },
        {},
        {},
      ],
    });
  });

  it('writes over no file unless it is told to, and then keeps what a DMN file says besides', async () => {
    const written = await dmnOf(OWNER);
    const xml =
      'xml' in written ? written.xml.replace('<dmn:decision ', '<dmn:decision earshot:by="Ana" ') : '';
    file('kept.dmn', xml);
    const [first, ...others] = OWNER.rows;
    const from = csv('changed.csv', { ...OWNER, rows: others });
    expect(await earshot('convert', from, 'kept.dmn')).toEqual({
      stdout: '',
      stderr: 'kept.dmn is there already: name another file, or add --force.\n',
      status: 1,
    });
    expect(read('kept.dmn')).toBe(xml);
    expect((await earshot('convert', from, 'kept.dmn', '--force')).status).toBe(0);
    expect(read('kept.dmn')).toContain('earshot:by="Ana"');
    expect(read('kept.dmn')).not.toContain(`id="${first?.id}"`);
  });

  it('writes nothing of a table that is wrong, and says what is lost of one that is right', async () => {
    const wrong = file('wrong.csv', SHEET.replace('unique', 'uniqe'));
    const { stdout, stderr, status } = await earshot('convert', wrong, 'never.json');
    expect({ stdout, status, isThere: existsSync(join(folder, 'never.json')) }).toEqual({
      stdout: '',
      status: 1,
      isThere: false,
    });
    expect(stderr).toMatch(
      /^error: There is no hit policy “uniqe”\. \(wrong\.csv:3, B3\) Write unique\.\nNothing was written\.\n$/,
    );
    const list = csv('list.csv', { ...OWNER, hitPolicy: 'collect' });
    expect(await earshot('convert', list, 'list.dmn')).toMatchObject({
      status: 0,
      stderr: 'warning: If no row hits, DMN knows no value, where this table has an empty list. (list.dmn)\n',
    });
  });
});

describe('earshot check, given tables', () => {
  it('tells file, cell, row and column, and what puts it right', async () => {
    const slips = { ...OWNER, rows: [{ id: 'r1', when: ['north', '> "a"'], then: ['"feld"', '@"PT8H"'] }] };
    const workbook = await workbookOf({
      Days: (sheet) => {
        typeTable(sheet);
        sheet.getCell('D6').value = { formula: '1+1', result: 2, date1904: false };
      },
    });
    const names = [
      csv('slips.csv', slips),
      file('slips.table.json', formatTable(slips)),
      file('formula.xlsx', workbook),
    ];
    const { stdout, status } = await earshot('check', ...names);
    expect(status).toBe(1);
    expect(stdout.split('\n').filter((line) => line !== '')).toEqual([
      'error: There is no variable “north”. (slips.csv:9, B9, row r1, “region”) A text stands in double quotes: write "north".',
      expect.stringMatching(/^error: .+ \(slips\.csv:9, C9, row r1, “severity”\)$/),
      'warning: “team” may not be “feld”. Did you mean “field”? (slips.csv:9, D9, row r1, “team”) Write "field".',
      expect.stringMatching(
        /^error: There is no variable “north”\. \(slips\.table\.json:14:28, row r1, “region”\) /,
      ),
      expect.stringMatching(/^error: .+ \(slips\.table\.json:14:37, row r1, “severity”\)$/),
      expect.stringMatching(/^warning: .+ \(slips\.table\.json:14:58, row r1, “team”\) Write "field"\.$/),
      'error: A formula stands here; none is worked out. (formula.xlsx:6, sheet “Days”, D6) Write what it comes to; if the cell is meant as FEEL, such as =5, format it as text first.',
    ]);
    const json = JSON.parse((await earshot('check', ...names, '--json')).stdout);
    expect(json).toMatchObject([
      { file: 'slips.csv' },
      { file: 'slips.table.json' },
      { file: 'formula.xlsx' },
    ]);
    expect(json[0].issues[0]).toEqual({
      code: 'bad cell',
      severity: 'error',
      message: 'There is no variable “north”.',
      fix: { title: 'A text stands in double quotes: write "north"', write: '"north"' },
      place: { line: 9, cell: 'B9', row: 'r1', column: 'in-region', name: 'region' },
    });
  });

  it('looks at the decisions of a DMN file with the whole model', async () => {
    const written = await dmnOf({
      ...OWNER,
      rows: [{ id: 'r1', when: ['-', '-'], then: ['tem', '@"PT8H"'] }],
    });
    const { stdout, status } = await earshot(
      'check',
      file('model.dmn', 'xml' in written ? written.xml : ''),
      '--json',
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout).issues).toMatchObject([
      { message: 'There is no variable “tem”.', place: { decision: 'Owner', line: expect.any(Number) } },
    ]);
    const broken = await earshot('check', file('broken.dmn', read('model.dmn').slice(0, 700)));
    expect(broken.stdout).toMatch(
      /^error: The file cannot be read as XML from line \d+: .+ \(broken\.dmn:\d+:\d+\) /,
    );
    expect(broken.status).toBe(1);
  });

  it('refuses in a sentence what it cannot read', async () => {
    expect(await earshot('check', 'nowhere.csv')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /^nowhere\.csv cannot be read \(.+\): name a file that holds a table\.\n$/,
      ),
    });
    const huge = file('huge.csv', SHEET + 'r,-,-,"""desk""",1\r\n'.repeat(200_000));
    expect(await earshot('check', huge)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^error: The sheet has more than 10000 rows, .+ \(huge\.csv\) .+\.\n$/),
    });
  });
});

describe('earshot decide, given a table', () => {
  const north = file('north.json', '{"region": "north", "severity": 2}');

  it('says the value, and the rows that made it', async () => {
    const table = csv('decide.csv', OWNER);
    expect(await earshot('decide', table, '--input', north)).toEqual({
      stdout: 'Owner: {"team":"field","due in":"PT8H"}\nby row 1 (A9)\n',
      stderr: '',
      status: 0,
    });
    const { stdout } = await earshot('decide', table, '--input', north, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      table: 'Owner',
      value: { team: 'field' },
      rows: [{ row: 'r1' }],
      error: null,
    });
  });

  it('takes the top of tables that go by each other out of one DMN file', async () => {
    const { top } = DIAMOND;
    if (top === undefined) throw new Error('There is no top.');
    const written = await dmnOf(top, { tables: DIAMOND, given: GIVEN });
    const graph = file('graph.dmn', 'xml' in written ? written.xml : '');
    const decide = deciderOf(top, DIAMOND);
    for (const n of [1, 4]) {
      const scope = { n, m: 2 };
      const given = file(`n${n}.json`, JSON.stringify(scope));
      const { stdout } = await earshot('decide', graph, '--decision', 'Which top?', '--input', given);
      expect(stdout).toBe(`Which top?: ${JSON.stringify(decide(scope))}\n`);
    }
    expect((await earshot('convert', graph, 'left.json', '--decision', 'Which left?')).status).toBe(0);
    expect(JSON.parse(read('left.json'))).toMatchObject({ id: 'left', name: 'Which left?' });
  });

  it('says that a hit policy was broken, and by which rows', async () => {
    const [first] = OWNER.rows;
    const rows = [...OWNER.rows, { id: 'r9', when: first?.when ?? [], then: ['"desk"', '@"PT1H"'] }];
    const { stdout, status } = await earshot(
      'decide',
      csv('twice.csv', { ...OWNER, rows }),
      '--input',
      north,
    );
    expect({ stdout, status }).toEqual({
      stdout:
        'Owner: null\nby row 1 (A9), row 4 (A12)\nerror: several rows hit, which the hit policy “unique” forbids\n',
      status: 1,
    });
  });
});
