import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvText } from '../../definitions/decision/sheet/csv-text.ts';
import { gridOf } from '../../definitions/decision/sheet/write-sheet.ts';
import { MOST_TABLE_FILE_BYTES } from '../../definitions/model/views/table-file.ts';
import { TableReadSchema, TableWrittenSchema } from '../../engine/api/table-file.schema.ts';
import { OWNER } from '../decision/tables.ts';
import { typeTable, workbookOf } from '../tables/workbook.ts';
import { serve, type Served } from './served.ts';

let api: Served;
beforeAll(async () => {
  api = await serve();
});
afterAll(() => api.close());

const read = (kind: string, bytes: Buffer | string, who = 'anna') =>
  api.as(who).send('POST', '/api/tables/read', { kind, content: Buffer.from(bytes).toString('base64') });
const readTable = async (kind: string, bytes: Buffer | string) =>
  TableReadSchema.parse((await read(kind, bytes)).body);

describe('files of words', () => {
  const readWords = async (kind: string, bytes: Buffer | string, who = 'anna') =>
    api.as(who).send('POST', '/api/words/read', { kind, content: Buffer.from(bytes).toString('base64') });

  it('come back from a workbook as the cells that were written, none of them run', async () => {
    const rows = [
      ['Word', 'Means', 'Weight'],
      ['=late', 'complaint', '-2'],
      ['sí, claro', 'yes', ''],
    ];
    const { body } = await api.as('anna').send('POST', '/api/words/write', { name: 'Words', rows });
    const { content } = TableWrittenSchema.parse(body);
    const read = await readWords('xlsx', Buffer.from(content, 'base64'));
    expect(read.body).toMatchObject({ rows: [...rows.slice(0, 2), ['sí, claro', 'yes']], issues: [] });
  });

  it('are read from CSV with the lines they stand on, and for those who draw', async () => {
    expect((await readWords('csv', 'late;complaint\n\n"two\nlines";x\nend;y')).body).toMatchObject({
      rows: [
        ['late', 'complaint'],
        ['two\nlines', 'x'],
        ['end', 'y'],
      ].toSpliced(1, 0, ['']),
      lines: [1, 2, 3, 5],
    });
    expect((await readWords('xlsx', 'no workbook')).body).toMatchObject({
      rows: [],
      issues: [{ severity: 'error' }],
    });
    expect((await readWords('csv', 'late', 'bob')).status).toBe(403);
  });
});

describe('files of decision tables', () => {
  it('come back from a workbook as the table that was written', async () => {
    const written = await api.as('anna').send('POST', '/api/tables/write', { table: OWNER });
    const { content } = TableWrittenSchema.parse(written.body);
    const bytes = Buffer.from(content, 'base64');
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(await readTable('xlsx', bytes)).toEqual({ table: OWNER, issues: [] });
  });

  it('are read from CSV in an encoding that a spreadsheet writes', async () => {
    const sheet = csvText(gridOf({ ...OWNER, name: 'Straße' }));
    expect((await readTable('csv', Buffer.from(sheet.slice(1), 'latin1'))).table?.name).toBe('Straße');
    expect((await readTable('csv', sheet.replaceAll(',', ';'))).table?.rows).toHaveLength(OWNER.rows.length);
  });

  it('are told what is wrong with them, each with a place and what to do', async () => {
    const bytes = await workbookOf({
      Days: (sheet) => {
        typeTable(sheet);
        sheet.getCell('D6').value = { formula: '1+1', result: 2 };
      },
    });
    expect((await readTable('xlsx', bytes)).issues).toContainEqual(
      expect.objectContaining({
        code: 'formula',
        severity: 'error',
        place: expect.objectContaining({ cell: 'D6', sheet: 'Days' }),
        fix: { title: expect.any(String) },
      }),
    );
    const { table, issues } = await readTable('xlsx', 'no workbook at all');
    expect([table, issues]).toMatchObject([null, [{ code: 'unreadable file', severity: 'error' }]]);
  });

  it('are for those who draw, of bounded size, and of a kind that is known', async () => {
    expect((await read('csv', 'x', 'bob')).status).toBe(403);
    expect((await api.as(null).send('POST', '/api/tables/read', {})).status).toBe(401);
    expect((await read('pdf', 'x')).body).toMatchObject({ code: 'invalid' });
    expect(
      (await api.as('anna').send('POST', '/api/tables/read', { kind: 'csv', content: '%' })).status,
    ).toBe(400);
    expect((await read('xlsx', Buffer.alloc(MOST_TABLE_FILE_BYTES + 10_000))).status).toBe(413);
    expect(
      (await api.as('anna').send('POST', '/api/tables/write', { table: { ...OWNER, rows: 3 } })).status,
    ).toBe(400);
  });
});
