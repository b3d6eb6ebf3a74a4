import { z } from 'zod';
import { BOUNDS } from './bounds.ts';

/*
 * `format` says what a text is beyond its characters. It checks nothing: it goes into the JSON Schema, so that who makes
 * a form of it (editor/designer/inspector) knows what to ask by, whatever the kind of node.
 */

export const IdSchema = z.string().min(1).max(BOUNDS.idCharacters);
/** The id of a place where a way begins. Nobody reads it. */
export const PortSchema = IdSchema.meta({ format: 'port' });
/** What people read, and names of variables. May be empty while somebody draws; `check` says where it must not be. */
export const NameSchema = z.string().max(BOUNDS.nameCharacters);
/** Text of several lines. */
export const NoteSchema = z.string().max(BOUNDS.noteCharacters).meta({ format: 'note' });
export const FeelSchema = z.string().max(BOUNDS.feelCharacters).meta({ format: 'feel' });
/** The name of a variable of the flow that a value goes into. */
export const VariableNameSchema = NameSchema.meta({ format: 'variable' });
export const MessageNameSchema = NameSchema.meta({ format: 'message' });
export const MappingSchema = recordOf(NameSchema, FeelSchema, BOUNDS.members);
/** As a mapping, into variables of the flow. */
export const OutputMappingSchema = recordOf(VariableNameSchema, FeelSchema, BOUNDS.members);

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
