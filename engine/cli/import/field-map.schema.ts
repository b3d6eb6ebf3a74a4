import { z } from 'zod';
import { MENTION_FIELDS } from './read-file.ts';

const Source = z.union([z.string().min(1), z.strictObject({ value: z.string() })]);

/** The file given as --map. */
export const FieldMapSchema = z.partialRecord(z.enum(MENTION_FIELDS), Source);
