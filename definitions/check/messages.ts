import { nearestName } from '../feel/nearest.ts';
import { pointer } from '../flow/json-pointer.ts';
import type { FlowNode } from '../flow/node.ts';
import type { CheckContext } from './context.ts';
import type { Issue } from './issue.ts';
import { didYouMean, wordFor } from './wording.ts';

/** Names of messages that nobody sends, that are missing, or for which two arms of one wait would compete. */
export function checkMessages(context: CheckContext): readonly Issue[] {
  return [...context.graph.nodes.values()].flatMap((node) => {
    const named = messagesOf(node);
    return named.flatMap(({ field, message }, index) => [
      ...checkName(context, node, field, message),
      ...(named.findIndex((other) => other.message === message) < index && node.kind === 'eventBasedGateway'
        ? [awaitedTwice(context, node, field, message)]
        : []),
    ]);
  });
}

function messagesOf(node: FlowNode): readonly { readonly field: string; readonly message: string }[] {
  if (node.kind === 'eventBasedGateway') {
    return node.arms.flatMap((arm, index) =>
      arm.on === 'message' ? [{ field: pointer('arms', index, 'message'), message: arm.message }] : [],
    );
  }
  if (node.kind !== 'userTask') return [];
  const reads = (node.reads ?? []).map((message, index) => ({ field: pointer('reads', index), message }));
  return node.answeredBy === undefined
    ? reads
    : [...reads, { field: '/answeredBy', message: node.answeredBy }];
}

function checkName(context: CheckContext, node: FlowNode, field: string, message: string): readonly Issue[] {
  const place = { flow: context.flow.id, node: node.id, field };
  if (message.trim() === '') {
    return [
      {
        code: 'empty name',
        severity: 'error',
        place,
        message: `${wordFor(node)} does not say which message it means.`,
      },
    ];
  }
  const known = context.environment.messages;
  if (known === undefined || known.includes(message)) return [];
  const meant = nearestName(message, known);
  return [
    {
      code: 'unknown message',
      severity: 'warning',
      place,
      message: `${wordFor(node)}: nothing that arrives is called “${message}”.${didYouMean(meant)}`,
      ...(meant === undefined
        ? {}
        : {
            fix: { title: `Write “${meant}”`, changes: [{ do: 'set', node: node.id, field, value: meant }] },
          }),
    },
  ];
}

function awaitedTwice({ flow }: CheckContext, node: FlowNode, field: string, message: string): Issue {
  return {
    code: 'duplicate id',
    severity: 'error',
    place: { flow: flow.id, node: node.id, field },
    message: `${wordFor(node)} waits for “${message}” twice: the second way would never be taken.`,
  };
}
