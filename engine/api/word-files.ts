import { DRAWERS } from '../../definitions/model/people.ts';
import { addressOf } from '../../definitions/decision/sheet/grid.ts';
import type { CellsRead } from '../../definitions/model/views/word-file.ts';
import { readCsv } from '../tables/read-csv.ts';
import { readXlsx } from '../tables/read-xlsx.ts';
import { writeCells } from '../tables/write-xlsx.ts';
import { defineRoute, type Route } from './route.ts';
import { ReadTableBodySchema } from './table-file.schema.ts';
import { TABLE_FILE_LIMIT } from './table-files.ts';
import { CellsReadSchema, CellsWrittenSchema, WriteCellsBodySchema } from './word-file.schema.ts';

/** Files of words, read and written for who edits a word list; nothing is kept. */
export function wordFileRoutes(): readonly Route[] {
  return [
    defineRoute({
      id: 'readWordFile',
      summary: 'Reads the cells of words from an Excel workbook or a CSV file',
      method: 'post',
      path: '/api/words/read',
      access: DRAWERS,
      bodyLimit: TABLE_FILE_LIMIT,
      body: ReadTableBodySchema,
      answer: CellsReadSchema,
      handle: ({ body: { kind, content } }) => cellsIn(kind, Buffer.from(content, 'base64')),
    }),
    defineRoute({
      id: 'writeWordFile',
      summary: 'Writes cells of words as an Excel workbook',
      method: 'post',
      path: '/api/words/write',
      access: DRAWERS,
      bodyLimit: TABLE_FILE_LIMIT,
      body: WriteCellsBodySchema,
      answer: CellsWrittenSchema,
      async handle({ body: { name, rows } }) {
        return { content: (await writeCells({ rows }, name)).toString('base64') };
      },
    }),
  ];
}

async function cellsIn(kind: 'xlsx' | 'csv', bytes: Buffer): Promise<CellsRead> {
  const read = kind === 'csv' ? readCsv(bytes) : await readXlsx(bytes);
  if ('issue' in read) return { rows: [], issues: [read.issue] };
  const { rows, lines, faults = [] } = read.grid;
  return {
    rows,
    ...(lines === undefined ? {} : { lines }),
    issues: faults.map(({ message, row, column }) => ({
      severity: 'warning' as const,
      message,
      place: { cell: addressOf({ row, column }) },
    })),
  };
}
