import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { newFlow } from '../../../definitions/flow/new-flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';

const QUESTIONS = 500;
const WAITS = 498;
const PER_ROW = 25;
const APART = { x: 240, y: 110 };

/** A flow of 1,000 steps and 1,500 arrows: questions that lead on or to a wait, and waits that lead on. */
export function largeContent(id: string): DraftContent {
  const content = newFlow(id, 'A large flow');
  const [start, end] = content.flow.nodes;
  if (start === undefined || end === undefined) throw new Error('A new flow has two ends.');
  const placed = (node: FlowNode, index: number): FlowNode => ({
    ...node,
    position: {
      x: 80 + (index % PER_ROW) * APART.x,
      y: 80 + Math.floor(index / PER_ROW) * APART.y,
    },
  });
  const question = (n: number): FlowNode => ({
    id: `question-${n}`,
    kind: 'exclusiveGateway',
    name: `Question ${n}?`,
    lane: 'steps',
    position: { x: 0, y: 0 },
    branches: [
      { port: 'yes', name: 'yes', condition: `brand = "brand ${n}"` },
      ...(n === 0 ? [{ port: 'also', name: 'also', condition: 'channel = "forum"' }] : []),
    ],
    defaultPort: 'no',
  });
  const wait = (n: number): FlowNode => ({
    id: `wait-${n}`,
    kind: 'intermediateCatchEvent',
    name: `Wait ${n}`,
    lane: 'steps',
    position: { x: 0, y: 0 },
    wait: { kind: 'duration', for: '@"PT1H"' },
  });
  const steps = Array.from({ length: QUESTIONS }, (_, n) => n).flatMap((n) =>
    n < WAITS ? [question(n), wait(n)] : [question(n)],
  );
  const nextOf = (n: number): string => (n + 1 < QUESTIONS ? `question-${n + 1}` : end.id);
  const asideOf = (n: number): string => (n < WAITS ? `wait-${n}` : end.id);
  const edges: Flow['edges'] = [
    { id: 'begins', from: { node: start.id, port: 'out' }, to: 'question-0' },
    ...Array.from({ length: QUESTIONS }, (_, n) => [
      { id: `no-${n}`, from: { node: `question-${n}`, port: 'no' }, to: nextOf(n) },
      { id: `yes-${n}`, from: { node: `question-${n}`, port: 'yes' }, to: asideOf(n) },
    ]).flat(),
    { id: 'also', from: { node: 'question-0', port: 'also' }, to: 'question-2' },
    ...Array.from({ length: WAITS }, (_, n) => ({
      id: `waited-${n}`,
      from: { node: `wait-${n}`, port: 'out' },
      to: nextOf(n),
    })),
  ];
  return { ...content, flow: { ...content.flow, nodes: [start, ...steps, end].map(placed), edges } };
}
