import type { Read } from '../../definitions/feel/compile.ts';
import type { ExclusiveGateway } from '../../definitions/flow/exclusive-gateway.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Behaviour } from './behaviour.ts';
import { raiseIncident } from './incident.ts';
import { linkReading, type Linked, type Linker } from './linker.ts';
import { leave } from './move.ts';
import { seen } from './small-facts.ts';
import { noteInputs } from './trace-inputs.ts';

interface Branch {
  readonly port: string;
  readonly condition: Linked;
  /** What this condition and those asked before it look at. */
  readonly reads: readonly Read[];
}

/**
 * Leaves by the first branch whose condition is true; null is not true. The trace keeps what the conditions saw that
 * were asked.
 */
export function linkExclusiveGateway(node: ExclusiveGateway, linker: Linker): Behaviour {
  const branches = linkBranches(node, linker);
  const everything = branches.at(-1)?.reads ?? [];
  const { defaultPort } = node;
  const ports = branches.map(({ port }) => port);
  if (defaultPort !== undefined && !ports.includes(defaultPort)) ports.push(defaultPort);
  return {
    ports,
    begin(draft, at) {
      const { variables } = at.scope;
      for (const { port, condition, reads } of branches) {
        if (condition.evaluate(variables, draft.at) === true) {
          leave(draft, at, port, whatWasSeen(reads, variables));
          return;
        }
      }
      if (defaultPort !== undefined) {
        leave(draft, at, defaultPort, whatWasSeen(everything, variables));
        return;
      }
      const message = 'None of the branches is true and there is no default. Draw one.';
      raiseIncident(draft, at, 0, 'node', {
        kind: 'no branch true',
        failure: { code: 'no branch true', message },
      });
      if (everything.length > 0) noteInputs(draft, seen(everything, variables));
    },
    skip: (draft, at, _value, port) => leave(draft, at, port, { skipped: true }),
  };
}

function linkBranches(node: ExclusiveGateway, linker: Linker): readonly Branch[] {
  const before = new Map<string, Read>();
  return node.branches.map(({ port, condition }) => {
    const { linked, reads } = linkReading(linker, condition);
    for (const read of reads) before.set(read.name, read);
    return { port, condition: linked, reads: [...before.values()] };
  });
}

function whatWasSeen(reads: readonly Read[], variables: JsonObject): JsonObject | undefined {
  return reads.length === 0 ? undefined : { inputs: seen(reads, variables) };
}
