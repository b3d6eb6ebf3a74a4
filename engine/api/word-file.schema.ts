import { z } from 'zod';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { TableIssueSchema } from './table-file.schema.ts';

const CellsSchema = z.array(z.array(z.string().max(BOUNDS.feelCharacters)));

export const CellsReadSchema = z.object({
  rows: z.array(z.array(z.string())),
  lines: z.array(z.number()).exactOptional(),
  issues: z.array(TableIssueSchema.pick({ severity: true, message: true, place: true })),
});

export const WriteCellsBodySchema = z.strictObject({
  name: z.string().max(BOUNDS.nameCharacters),
  rows: CellsSchema.max(BOUNDS.wordListEntries + 1),
});
export const CellsWrittenSchema = z.object({ content: z.base64() });
