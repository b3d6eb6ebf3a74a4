import { pointer } from '../flow/json-pointer.ts';
import type { FlowNode } from '../flow/node.ts';
import type { CheckContext } from './context.ts';
import { checkDoneAgain, checkDoubt } from './doubt.ts';
import { lookUp } from './environment.ts';
import type { Issue } from './issue.ts';
import { checkNoticedInTime } from './noticed-in-time.ts';
import { checkTyped } from './typed.ts';
import { checkWaysBack } from './ways-back.ts';
import { didYouMean, wordFor } from './wording.ts';
import { nearestName } from '../feel/nearest.ts';

/** Codes that any activity may fail with for good, whatever its contract says. */
const ALWAYS_POSSIBLE: readonly string[] = ['erased', 'invalid input', 'timeout', 'unknown effect'];
/** More turns of a repeat at once than a worker is likely to be glad of. */
const MANY_AT_ONCE = 50;

/** What runs, but would hurt when something outside fails, doubles or never answers. */
export function checkDurability(context: CheckContext): readonly Issue[] {
  const ofSteps = [...context.graph.nodes.values()].flatMap((node) => [
    ...checkDoubt(context, node),
    ...checkDoneAgain(context, node),
    ...checkErrorCodes(context, node),
    ...checkAtOnce(context, node),
    ...checkAnswered(context, node),
    ...checkNoticedInTime(context, node),
  ]);
  return [...ofSteps, ...checkTyped(context), ...checkWaysBack(context)];
}

function checkErrorCodes({ flow, environment }: CheckContext, node: FlowNode): readonly Issue[] {
  if (node.kind !== 'serviceTask') return [];
  const contract = lookUp(environment.activities, node.activity);
  if (contract === undefined) return [];
  const possible = [...contract.errors, ...ALWAYS_POSSIBLE];
  return (node.boundary ?? []).flatMap((event, index): Issue[] => {
    if (event.kind !== 'error' || event.code === undefined || possible.includes(event.code)) return [];
    const field = pointer('boundary', index, 'code');
    const meant = nearestName(event.code, possible);
    return [
      {
        code: 'unknown error code',
        severity: 'warning',
        place: { flow: flow.id, node: node.id, field },
        message: `${wordFor(node)} never fails with “${event.code}”, so that way is never taken.${didYouMean(meant)}`,
        ...(meant === undefined
          ? {}
          : {
              fix: {
                title: `Write “${meant}”`,
                changes: [{ do: 'set', node: node.id, field, value: meant }],
              },
            }),
      },
    ];
  });
}

function checkAtOnce({ flow }: CheckContext, node: FlowNode): readonly Issue[] {
  const repeat = 'repeat' in node ? node.repeat : undefined;
  if (repeat === undefined || repeat.atMost <= MANY_AT_ONCE) return [];
  const field = '/repeat/atMost';
  return [
    {
      code: 'many at once',
      severity: 'warning',
      place: { flow: flow.id, node: node.id, field },
      message: `${wordFor(node)} may do ${repeat.atMost} turns at once. Other cases wait meanwhile; ${MANY_AT_ONCE} are plenty.`,
      fix: {
        title: `At most ${MANY_AT_ONCE} at once`,
        changes: [{ do: 'set', node: node.id, field, value: MANY_AT_ONCE }],
      },
    },
  ];
}

/** A person or a customer may never answer: without a time limit the case then stands there for ever. */
function checkAnswered({ flow }: CheckContext, node: FlowNode): readonly Issue[] {
  const forEver =
    (node.kind === 'userTask' && !(node.boundary ?? []).some(({ kind }) => kind === 'timer')) ||
    (node.kind === 'eventBasedGateway' && node.arms.length > 0 && !node.arms.some(({ on }) => on === 'time'));
  if (!forEver) return [];
  const message = `${wordFor(node)} waits for ever if nobody answers. Say what happens after some time.`;
  return [
    { code: 'unanswered for ever', severity: 'warning', place: { flow: flow.id, node: node.id }, message },
  ];
}
