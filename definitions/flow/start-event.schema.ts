import { z } from 'zod';
import { nodeShape } from './base.schema.ts';

export const StartEventSchema = z.strictObject(nodeShape('startEvent'));
