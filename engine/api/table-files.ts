import { gridOf } from '../../definitions/decision/sheet/write-sheet.ts';
import { DecisionTableSchema } from '../../definitions/decision/table.schema.ts';
import { DRAWERS } from '../../definitions/model/people.ts';
import { MOST_TABLE_FILE_BYTES } from '../../definitions/model/views/table-file.ts';
import { readTableBytes } from '../tables/table-file.ts';
import { writeXlsx } from '../tables/write-xlsx.ts';
import { defineRoute, type Route } from './route.ts';
import {
  ReadTableBodySchema,
  TableReadSchema,
  TableWrittenSchema,
  WriteTableBodySchema,
} from './table-file.schema.ts';

/** A file in base64, and what stands around it. */
export const TABLE_FILE_LIMIT = Math.ceil((MOST_TABLE_FILE_BYTES * 4) / 3) + 10_000;

/** Files of decision tables, read and written for who edits one; nothing is kept. */
export function tableFileRoutes(): readonly Route[] {
  return [
    defineRoute({
      id: 'readTableFile',
      summary:
        'Reads a decision table from an Excel workbook or a CSV file; what is wrong with it are issues',
      method: 'post',
      path: '/api/tables/read',
      access: DRAWERS,
      bodyLimit: TABLE_FILE_LIMIT,
      body: ReadTableBodySchema,
      answer: TableReadSchema,
      async handle({ body: { kind, content } }) {
        const { tables, issues } = await readTableBytes(kind, Buffer.from(content, 'base64'));
        // What is no table by its own bounds is told among the issues, and not handed out.
        const table = DecisionTableSchema.safeParse(tables[0]?.table);
        return { table: table.data ?? null, issues: [...issues] };
      },
    }),
    defineRoute({
      id: 'writeTableFile',
      summary: 'Writes a decision table as an Excel workbook',
      method: 'post',
      path: '/api/tables/write',
      access: DRAWERS,
      bodyLimit: TABLE_FILE_LIMIT,
      body: WriteTableBodySchema,
      answer: TableWrittenSchema,
      async handle({ body: { table } }) {
        const file = await writeXlsx(gridOf(table), table.name);
        return { content: file.toString('base64') };
      },
    }),
  ];
}
