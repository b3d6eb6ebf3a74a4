import fc from 'fast-check';
import type { NodeBase } from '../../definitions/flow/base.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { losesMember } from '../../definitions/flow/json-members.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { FlowNode, NodeKind } from '../../definitions/flow/node.ts';
import type { BoundaryEvent } from '../../definitions/flow/task.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import type { Wait } from '../../definitions/flow/wait.ts';

// Few ids, so that they meet: edges find nodes, calls find flows, names stand twice.
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '__proto__', 'constructor');
const name = fc.oneof(
  fc.constantFrom('', 'x', 'X', 'tenure', 'message', 'toString', 'broken step', 'out'),
  fc.string({ maxLength: 8 }),
);
const feel = fc.oneof(
  fc.constantFrom(
    '',
    'true',
    'x',
    'tenure > 3',
    'contains(message, "no")',
    'duration("PT2H")',
    '[1, 2]',
    'x +',
    '"7" > 3',
  ),
  fc.string({ maxLength: 12 }),
);
const mapping = fc.dictionary(name, feel, { maxKeys: 3 });
const few = { maxLength: 3 };

const { type: valueType } = fc.letrec<{ type: ValueType }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<ValueType>(
      { type: 'string' },
      { type: 'string', allowed: ['x', 'X'] },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'date' },
      { type: 'time' },
      { type: 'date and time' },
      { type: 'days and time duration' },
      { type: 'years and months duration' },
      { type: 'text' },
      { type: 'any' },
    ),
    fc.record({ type: fc.constant('list' as const), of: tie('type') }),
    fc.record({
      type: fc.constant('context' as const),
      fields: fc.dictionary(name, tie('type'), { maxKeys: 3 }),
    }),
  ),
}));

const wait: fc.Arbitrary<Wait> = fc.oneof(
  fc.record({ kind: fc.constant('duration' as const), for: feel }),
  fc.record({ kind: fc.constant('until' as const), at: feel }),
  fc.record({ kind: fc.constant('businessHours' as const), for: feel, calendar: id }),
);

const boundary: fc.Arbitrary<BoundaryEvent> = fc.oneof(
  fc.record(
    { id, name, kind: fc.constant('error' as const), code: name, result: name },
    { requiredKeys: ['id', 'name', 'kind'] },
  ),
  fc.record(
    {
      id,
      name,
      kind: fc.constant('timer' as const),
      wait,
      interrupting: fc.boolean(),
      again: fc.record({ atMost: fc.integer({ min: 1, max: 5 }) }),
    },
    { requiredKeys: ['id', 'name', 'kind', 'wait', 'interrupting'] },
  ),
);

const task = {
  repeat: fc.record(
    { over: feel, as: name, atMost: fc.integer({ min: 1, max: 100 }), collect: name, until: feel },
    { requiredKeys: ['over', 'as', 'atMost'] },
  ),
  boundary: fc.array(boundary, few),
};

/** By way of its text, so that it is the plain JSON that a file would hold (no -0). */
// A flow with a member that would be lost is refused, and so is not well-formed.
const anyJson: fc.Arbitrary<Json> = fc
  .json({ maxDepth: 2 })
  .map((text): Json => JSON.parse(text))
  .filter((value) => !losesMember(value));

/** What a kind adds to a node's base: always there, and there or not. */
type Own<K extends NodeKind> = Omit<Extract<FlowNode, { kind: K }>, keyof NodeBase<K>>;

function nodeOf<K extends NodeKind>(kind: K, own: fc.Arbitrary<Own<K>>): fc.Arbitrary<NodeBase<K> & Own<K>> {
  const position = fc.record({ x: fc.integer({ min: 0, max: 2000 }), y: fc.integer({ min: 0, max: 2000 }) });
  const base = fc.record(
    { id, kind: fc.constant(kind), name, lane: id, position, documentation: fc.string() },
    { requiredKeys: ['id', 'kind', 'name', 'position'] },
  );
  return fc.tuple(base, own).map(([shared, added]) => ({ ...shared, ...added }));
}

const arm = fc.oneof(
  fc.record(
    {
      port: id,
      name,
      on: fc.constant('message' as const),
      message: name,
      accept: fc.constantFrom('unread' as const, 'new' as const),
      result: name,
    },
    { requiredKeys: ['port', 'name', 'on', 'message'] },
  ),
  fc.record({ port: id, name, on: fc.constant('time' as const), wait }),
);

const field = fc.record(
  { name, label: name, type: valueType, required: fc.boolean(), help: name, suggested: feel },
  { requiredKeys: ['name', 'label', 'type'] },
);

/** A node of each kind; a kind without one does not compile. */
export const anyNode = {
  startEvent: nodeOf('startEvent', fc.constant({})),
  endEvent: nodeOf('endEvent', fc.record({ outcome: name, terminate: fc.boolean() }, { requiredKeys: [] })),
  businessRuleTask: nodeOf(
    'businessRuleTask',
    fc.record(
      {
        decision: fc.oneof(
          fc.record({ table: id, input: mapping }, { requiredKeys: ['table'] }),
          fc.record({ expression: feel }),
        ),
        result: name,
        ...task,
      },
      { requiredKeys: ['decision', 'result'] },
    ),
  ),
  exclusiveGateway: nodeOf(
    'exclusiveGateway',
    fc.record(
      { branches: fc.array(fc.record({ port: id, name, condition: feel }), few), defaultPort: id },
      { requiredKeys: ['branches'] },
    ),
  ),
  parallelGateway: nodeOf('parallelGateway', fc.constant({})),
  serviceTask: nodeOf(
    'serviceTask',
    fc.record(
      {
        activity: id,
        input: mapping,
        result: name,
        retry: fc.record({ maximumAttempts: fc.integer({ min: 1, max: 9 }) }, { requiredKeys: [] }),
        limits: fc.record({ startToCloseMs: fc.integer({ min: 1, max: 9000 }) }, { requiredKeys: [] }),
        ...task,
      },
      { requiredKeys: ['activity', 'input'] },
    ),
  ),
  userTask: nodeOf(
    'userTask',
    fc.record(
      {
        form: fc.array(field, few),
        instructions: name,
        guide: name,
        assignment: fc.record({ person: feel, team: feel, role: feel }, { requiredKeys: [] }),
        due: feel,
        priority: feel,
        show: mapping,
        reads: fc.array(name, few),
        answeredBy: name,
        result: name,
        ...task,
      },
      { requiredKeys: ['form', 'assignment'] },
    ),
  ),
  intermediateCatchEvent: nodeOf('intermediateCatchEvent', fc.record({ wait })),
  eventBasedGateway: nodeOf('eventBasedGateway', fc.record({ arms: fc.array(arm, few) })),
  callActivity: nodeOf(
    'callActivity',
    fc.record(
      { flow: id, input: mapping, output: mapping, ...task },
      { requiredKeys: ['flow', 'input', 'output'] },
    ),
  ),
  textAnnotation: nodeOf('textAnnotation', fc.record({ text: fc.string() })),
} satisfies Record<NodeKind, fc.Arbitrary<FlowNode>>;

/** A well-formed flow, right or wrong: any nodes, any arrows between them and between nothing. */
export const anyFlow: fc.Arbitrary<Flow> = fc.record(
  {
    schema: fc.constant(1 as const),
    id,
    name,
    description: name,
    variables: fc.array(
      fc.record(
        { name, type: valueType, initial: anyJson, input: fc.boolean(), output: fc.boolean() },
        { requiredKeys: ['name', 'type'] },
      ),
      { maxLength: 5 },
    ),
    lanes: fc.array(fc.record({ id, name }), few),
    nodes: fc.array(fc.oneof(...Object.values(anyNode)), { maxLength: 10 }),
    edges: fc.array(
      fc.record(
        {
          id: fc.string({ minLength: 1, maxLength: 3 }),
          from: fc.record({ node: id, port: fc.oneof(fc.constant('out'), id) }),
          to: id,
          name,
        },
        { requiredKeys: ['id', 'from', 'to'] },
      ),
      { maxLength: 16 },
    ),
  },
  { requiredKeys: ['schema', 'id', 'name', 'variables', 'lanes', 'nodes', 'edges'] },
);
