import type { ExclusiveGateway } from '../../definitions/flow/exclusive-gateway.ts';
import type { Behaviour } from './behaviour.ts';
import { raiseIncident } from './incident.ts';
import { linkExpression, type Linker } from './linker.ts';
import { leave } from './move.ts';

/** Leaves by the first branch whose condition is true; null is not true. */
export function linkExclusiveGateway(node: ExclusiveGateway, linker: Linker): Behaviour {
  const branches = node.branches.map(({ port, condition }) => ({
    port,
    condition: linkExpression(linker, condition),
  }));
  const { defaultPort } = node;
  const ports = branches.map(({ port }) => port);
  if (defaultPort !== undefined && !ports.includes(defaultPort)) ports.push(defaultPort);
  return {
    ports,
    begin(draft, at) {
      const { variables } = at.scope;
      for (const { port, condition } of branches) {
        if (condition.evaluate(variables, draft.at) === true) {
          leave(draft, at, port);
          return;
        }
      }
      if (defaultPort !== undefined) {
        leave(draft, at, defaultPort);
        return;
      }
      const message = 'None of the branches is true and there is no default. Draw one.';
      raiseIncident(draft, at, 0, 'node', {
        kind: 'no branch true',
        failure: { code: 'no branch true', message },
      });
    },
    skip: (draft, at, _value, port) => leave(draft, at, port, { skipped: true }),
  };
}
