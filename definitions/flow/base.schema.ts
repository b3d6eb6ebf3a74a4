import { z } from 'zod';
import { BOUNDS } from './bounds.ts';

export const IdSchema = z.string().min(1).max(BOUNDS.idCharacters);
/** What people read, and names of variables. May be empty while somebody draws; `check` says where it must not be. */
export const NameSchema = z.string().max(BOUNDS.nameCharacters);
export const NoteSchema = z.string().max(BOUNDS.noteCharacters);
export const FeelSchema = z.string().max(BOUNDS.feelCharacters);
export const MappingSchema = recordOf(NameSchema, FeelSchema, BOUNDS.members);

/** An object whose member names are not known beforehand, with at most so many of them. */
export function recordOf<K extends z.core.$ZodRecordKey, V extends z.core.SomeType>(
  key: K,
  value: V,
  atMost: number,
) {
  return z
    .record(key, value)
    .refine((record) => Object.keys(record).length <= atMost, { error: `At most ${atMost} entries.` });
}

/** What every node has, ready to be spread into the schema of one kind. */
export function nodeShape<K extends string>(kind: K) {
  return {
    id: IdSchema,
    kind: z.literal(kind),
    name: NameSchema,
    lane: IdSchema.exactOptional(),
    position: z.strictObject({ x: z.number(), y: z.number() }),
    documentation: NoteSchema.exactOptional(),
  };
}
