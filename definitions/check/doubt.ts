import type { ActivityContract } from '../activity/contract.ts';
import { OUT } from '../flow/base.ts';
import type { Edge } from '../flow/flow.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { FlowNode } from '../flow/node.ts';
import type { ServiceTask } from '../flow/service-task.ts';
import type { BoundaryEvent } from '../flow/task.ts';
import type { CheckContext } from './context.ts';
import { lookUp } from './environment.ts';
import type { Change, Fix } from './fix.ts';
import type { Issue } from './issue.ts';
import { reachable } from './walk.ts';
import { wordFor } from './wording.ts';

/** Failures after which it may have happened all the same. */
const DOUBTFUL: readonly string[] = ['unknown effect', 'timeout'];

/** A step whose effect nobody can look up, with its contract. */
function doubtful(
  { environment }: CheckContext,
  node: FlowNode,
): { readonly step: ServiceTask; readonly contract: ActivityContract } | undefined {
  if (node.kind !== 'serviceTask') return undefined;
  const contract = lookUp(environment.activities, node.activity);
  return contract?.effect === 'once' ? { step: node, contract } : undefined;
}

/** An effect that nobody can look up must not be tried again by itself. */
export function checkDoubt(context: CheckContext, node: FlowNode): readonly Issue[] {
  const found = doubtful(context, node);
  if (found === undefined) return [];
  const { step, contract } = found;
  const attempts = step.retry?.maximumAttempts ?? contract.retry.maximumAttempts;
  if (attempts === 1) return [];
  const value = { ...step.retry, maximumAttempts: 1 };
  return [
    {
      code: 'effect may be doubted',
      severity: 'warning',
      place: { flow: context.flow.id, node: step.id, field: '/retry' },
      message: `${wordFor(step)} may be tried ${attempts} times, and nobody can look up whether it happened already: the customer could get it twice. Let it be tried once; in doubt a person is asked.`,
      fix: { title: 'Try it once', changes: [{ do: 'set', node: step.id, field: '/retry', value }] },
    },
  ];
}

/** Nor may the drawing do it again: by a way that is taken when it is in doubt, and leads back before a person has looked. */
export function checkDoneAgain(context: CheckContext, node: FlowNode): readonly Issue[] {
  const found = doubtful(context, node);
  if (found === undefined) return [];
  const { step, contract } = found;
  return (step.boundary ?? []).flatMap((event, index): readonly Issue[] => {
    if (!isTakenInDoubt(event)) return [];
    const [way] = context.graph.leaving(step.id, event.id);
    if (way === undefined || !leadsBack(context, way, step)) return [];
    const named = event.name.trim() === '' ? '' : ` “${event.name}”`;
    const fix = withoutWay(context, step, { index, event, way, contract });
    return [
      {
        code: 'done again in doubt',
        severity: 'warning',
        place: { flow: context.flow.id, node: step.id, field: pointer('boundary', index) },
        message: `The way${named} out of ${wordFor(step)} comes back to it, though it may have happened and nobody can look that up: the customer could get it twice. Let a person look first.`,
        ...(fix === undefined ? {} : { fix }),
      },
    ];
  });
}

function isTakenInDoubt(event: BoundaryEvent): boolean {
  return event.kind === 'timer' || event.code === undefined || DOUBTFUL.includes(event.code);
}

function leadsBack({ graph }: CheckContext, way: Edge, { id }: ServiceTask): boolean {
  const isAnswer = ({ from }: Edge): boolean =>
    graph.nodes.get(from.node)?.kind === 'userTask' && from.port === OUT;
  return reachable(graph, [way.to], 'onward', (edge) => !isAnswer(edge)).has(id);
}

/**
 * Without the way a case in doubt stands still, and a person is asked. A way for any failure stays for the one that the
 * activity knows itself; for several of them that is the author's to draw.
 */
function withoutWay(
  context: CheckContext,
  step: ServiceTask,
  {
    index,
    event,
    way,
    contract,
  }: {
    readonly index: number;
    readonly event: BoundaryEvent;
    readonly way: Edge;
    readonly contract: ActivityContract;
  },
): Fix | undefined {
  const title = 'Ask a person when in doubt';
  const known = contract.errors.filter((code) => !DOUBTFUL.includes(code));
  const isForAny = event.kind === 'error' && event.code === undefined;
  if (isForAny && known.length > 1) return undefined;
  const [only] = isForAny ? known : [];
  if (only !== undefined) {
    const field = pointer('boundary', index, 'code');
    return { title, changes: [{ do: 'set', node: step.id, field, value: only }] };
  }
  const left = (step.boundary ?? []).filter((_, at) => at !== index);
  const boundary: Change =
    left.length === 0
      ? { do: 'unset', node: step.id, field: '/boundary' }
      : { do: 'set', node: step.id, field: '/boundary', value: left.map((one) => ({ ...one })) };
  const lost = lostWithout(context, way).map((node): Change => ({ do: 'remove node', node }));
  return { title, changes: [{ do: 'remove edge', edge: way.id }, boundary, ...lost] };
}

/** Steps that no case comes to any more without an arrow. */
function lostWithout({ flow, graph }: CheckContext, way: Edge): readonly string[] {
  const starts = flow.nodes.filter(({ kind }) => kind === 'startEvent').map(({ id }) => id);
  const left = reachable(graph, starts, 'onward', (edge) => edge.id !== way.id);
  return [...reachable(graph, [way.to], 'onward')].filter((id) => !left.has(id));
}
