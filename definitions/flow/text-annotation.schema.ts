import { z } from 'zod';
import { nodeShape, NoteSchema } from './base.schema.ts';

export const TextAnnotationSchema = z.strictObject({ ...nodeShape('textAnnotation'), text: NoteSchema });
