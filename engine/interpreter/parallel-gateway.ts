import type { ParallelGateway } from '../../definitions/flow/parallel-gateway.ts';
import type { Behaviour } from './behaviour.ts';
import { leave } from './move.ts';

/** Where several edges arrive, the token waits to be joined (join.ts says when). `leave` splits where several leave. */
export function linkParallelGateway(_node: ParallelGateway): Behaviour {
  return {
    ports: ['out'],
    begin(draft, at) {
      const token = at.plan.isJoin ? draft.tokens.get(at.token) : undefined;
      if (token === undefined) leave(draft, at, 'out');
      else draft.tokens.set(at.token, { ...token, at: 'joining' });
    },
    skip: (draft, at, _value, port) => leave(draft, at, port, { skipped: true }),
  };
}
