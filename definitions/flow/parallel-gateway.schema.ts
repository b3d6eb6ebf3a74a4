import { z } from 'zod';
import { nodeShape } from './base.schema.ts';

export const ParallelGatewaySchema = z.strictObject(nodeShape('parallelGateway'));
