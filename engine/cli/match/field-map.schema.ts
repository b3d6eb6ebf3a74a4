import { z } from 'zod';
import { FIELD_KINDS } from '../../identity/matching/field-kind.ts';

const Column = z.string().min(1).max(500);
const Columns = z.union([Column, z.strictObject({ left: Column, right: Column })]);

/** The file given as --fields: what is compared, and the column that holds it: of both files, or of each. */
export const MatchFieldMapSchema = z.partialRecord(z.enum(['id', ...FIELD_KINDS]), Columns);
export type MatchFieldMap = z.infer<typeof MatchFieldMapSchema>;
