import type { CheckContext } from './context.ts';
import type { Issue } from './issue.ts';
import { components, reachable } from './walk.ts';
import { enumerated, wordFor } from './wording.ts';

/** Exactly one start; every step reached from it; from every step a way to an end. */
export function checkStartAndEnd(context: CheckContext): readonly Issue[] {
  const { flow, graph } = context;
  const starts = flow.nodes.filter(({ kind }) => kind === 'startEvent');
  const first = starts[0];
  if (first === undefined) {
    const message = 'The flow has no Start. Put one where a case begins.';
    return [{ code: 'no start', severity: 'error', place: { flow: flow.id }, message }];
  }
  const reached = reachable(graph, [first.id], 'onward');
  return [
    ...starts.slice(1).map((start): Issue => ({
      code: 'several starts',
      severity: 'error',
      place: { flow: flow.id, node: start.id },
      message: `${wordFor(start)} is one Start too many: a flow has exactly one.`,
      fix: { title: 'Remove this Start', changes: [{ do: 'remove node', node: start.id }] },
    })),
    ...checkReached(context, reached),
    ...checkEnds(context, reached),
  ];
}

function checkReached({ flow, graph }: CheckContext, reached: ReadonlySet<string>): Issue[] {
  return [...graph.nodes.values()]
    .filter((node) => node.kind !== 'textAnnotation' && node.kind !== 'startEvent' && !reached.has(node.id))
    .map((node) => ({
      code: 'unreachable',
      severity: 'error',
      place: { flow: flow.id, node: node.id },
      message: `No way leads from the Start to ${wordFor(node)}. Draw an arrow to it, or remove it.`,
      fix: { title: 'Remove it', changes: [{ do: 'remove node', node: node.id }] },
    }));
}

/**
 * A step without a way on is a dangling port, found elsewhere; so what is left are rings that nothing leaves.
 * One issue for each, not for every step that leads into it.
 */
function checkEnds({ flow, graph }: CheckContext, reached: ReadonlySet<string>): Issue[] {
  const ends = flow.nodes.filter(({ kind }) => kind === 'endEvent');
  if (!ends.some(({ id }) => reached.has(id))) {
    const message = 'No way through the flow comes to an End. Draw one.';
    return [{ code: 'no way to an end', severity: 'error', place: { flow: flow.id }, message }];
  }
  const ending = reachable(
    graph,
    ends.map(({ id }) => id),
    'backward',
  );
  const endless = [...reached].filter((id) => !ending.has(id));
  return components(graph, endless, () => true)
    .filter((ring) => isClosedRing(ring, graph.outgoing))
    .map((ring) => {
      const members = new Set(ring);
      const nodes = flow.nodes.filter(({ id }) => members.has(id));
      return {
        code: 'no way to an end',
        severity: 'error',
        place: { flow: flow.id, node: nodes[0]?.id ?? '' },
        message: `Once at ${enumerated(nodes.map(wordFor))}, a case goes round for ever: no way leads out to an End.`,
      };
    });
}

function isClosedRing(
  ring: readonly string[],
  outgoing: (id: string) => readonly { readonly to: string }[],
): boolean {
  const members = new Set(ring);
  const targets = ring.flatMap((id) => outgoing(id).map(({ to }) => to));
  return targets.length > 0 && targets.every((to) => members.has(to));
}
