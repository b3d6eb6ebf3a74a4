import { z } from 'zod';
import { DecisionTableSchema } from '../../definitions/decision/table.schema.ts';
import type { TableIssueCode } from '../../definitions/decision/table-issue.ts';
import { MOST_TABLE_FILE_BYTES } from '../../definitions/model/views/table-file.ts';

const CODES = [
  'unreadable file',
  'too large',
  'no table',
  'several tables',
  'unknown line',
  'unknown value',
  'missing value',
  'bad type',
  'formula',
  'merged cells',
  'duplicate id',
  'ill-formed',
  'bad cell',
  'bad table',
  'lost',
] as const satisfies readonly TableIssueCode[];

export const TableIssueSchema = z.object({
  code: z.enum(CODES),
  severity: z.enum(['error', 'warning']),
  place: z.object({
    line: z.number().exactOptional(),
    character: z.number().exactOptional(),
    cell: z.string().exactOptional(),
    sheet: z.string().exactOptional(),
    decision: z.string().exactOptional(),
    row: z.string().exactOptional(),
    column: z.string().exactOptional(),
    name: z.string().exactOptional(),
  }),
  message: z.string(),
  fix: z.object({ title: z.string(), write: z.string().exactOptional() }).exactOptional(),
});

/** Four letters stand for three bytes. */
const MOST_LETTERS = Math.ceil(MOST_TABLE_FILE_BYTES / 3) * 4;

export const ReadTableBodySchema = z.strictObject({
  kind: z.enum(['xlsx', 'csv']),
  content: z.base64().max(MOST_LETTERS),
});
export const TableReadSchema = z.object({
  table: DecisionTableSchema.nullable(),
  issues: z.array(TableIssueSchema),
});

export const WriteTableBodySchema = z.strictObject({ table: DecisionTableSchema });
export const TableWrittenSchema = z.object({ content: z.base64() });
