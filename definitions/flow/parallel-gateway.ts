import type { NodeBase } from './base.ts';

/**
 * Several edges leave `out`: split, one token each. Several edges arrive: join, which waits until every living
 * token that came of the same split stands here or can no longer come here. May be both.
 */
export type ParallelGateway = NodeBase<'parallelGateway'>;
