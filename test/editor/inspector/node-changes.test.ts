import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { FlowNodeSchema } from '../../../definitions/flow/node.schema.ts';
import { asJson } from '../../../editor/designer/inspector/as-json.ts';
import { changeLabel } from '../../../editor/designer/inspector/change-label.ts';
import { membersIn, requiredIn, schemaOfKind } from '../../../editor/designer/inspector/form-schema.ts';
import {
  isSameJson,
  placeOfChange,
  valueAt,
  withValueAt,
  type Steps,
} from '../../../editor/designer/inspector/json-change.ts';
import { readNode } from '../../../editor/designer/inspector/refusal.ts';
import { tidied } from '../../../editor/designer/inspector/tidied.ts';
import { drawingWords } from '../../../editor/shell/drawing-words.ts';
import { anyNode } from '../../flow/any-flow.ts';

const someNode: fc.Arbitrary<FlowNode> = fc.oneof(...Object.values(anyNode));

const outage: FlowNode = {
  id: 'o',
  kind: 'exclusiveGateway',
  name: 'An outage?',
  position: { x: 0, y: 0 },
  branches: [
    { port: 'a', name: 'outage of the last hour', condition: 'facts.outage' },
    { port: 'b', name: 'many', condition: 'unhappy > 2' },
  ],
  defaultPort: 'rest',
};
const reply: FlowNode = {
  id: 'r',
  kind: 'serviceTask',
  name: 'Send it',
  position: { x: 0, y: 0 },
  activity: 'sendReply',
  input: { kind: '"answer"' },
  result: '',
  retry: {},
};

/** A node after one change at a place, as it is kept. */
function after(node: FlowNode, steps: Steps, value: Json | undefined): Json | undefined {
  const json = asJson(node);
  return tidied(schemaOfKind(node.kind), json, withValueAt(json, steps, value));
}

function label(node: FlowNode, steps: Steps, value: Json | undefined): string {
  const next = after(node, steps, value);
  return changeLabel(schemaOfKind(node.kind), asJson(node), next ?? {}, node);
}

describe('a change of a node', () => {
  it('that changes nothing keeps the very same value, whatever it holds', () => {
    fc.assert(
      fc.property(someNode, (node) => {
        const json = asJson(node);
        const again = asJson(node);
        expect(tidied(schemaOfKind(node.kind), json, again)).toBe(json);
      }),
    );
  });

  it('leaves what may be absent out when it is emptied, and all else as it was', () => {
    fc.assert(
      fc.property(someNode, (node) => {
        const schema = schemaOfKind(node.kind);
        const json = asJson(node);
        for (const name of Object.keys(membersIn(schema))) {
          if (requiredIn(schema).includes(name) || typeof json[name] !== 'string' || json[name] === '')
            continue;
          const { [name]: _, ...others } = json;
          expect(after(node, [name], '')).toEqual(others);
          expect(FlowNodeSchema.safeParse(after(node, [name], undefined)).success).toBe(true);
        }
      }),
    );
  });

  it('does not touch an empty part that it is not about', () => {
    expect(after(reply, ['name'], 'Send')).toEqual({ ...asJson(reply), name: 'Send' });
    expect(after(reply, ['input', 'kind'], '"thanks"')).toMatchObject({ result: '', retry: {} });
  });

  it('takes an emptied part of a part away, and the part with it when nothing is left', () => {
    const tried = { ...reply, retry: { maximumAttempts: 3 } };
    expect(after(tried, ['retry', 'maximumAttempts'], undefined)).not.toHaveProperty('retry');
  });

  it('keeps what must be there, though it is empty', () => {
    expect(after(outage, ['branches', 0, 'name'], '')).toMatchObject({ branches: [{ name: '' }, {}] });
  });

  it('stands at the deepest place that holds all of it', () => {
    fc.assert(
      fc.property(someNode, fc.json(), (node, text) => {
        const json = asJson(node);
        const value: Json = JSON.parse(text);
        fc.pre(!isSameJson(json.name, value));
        const changed = withValueAt(json, ['name'], value);
        const place = placeOfChange(json, changed) ?? [];
        expect(place).toEqual(['name']);
        expect(isSameJson(valueAt(changed, place), value)).toBe(true);
        expect(placeOfChange(json, json)).toBeNull();
      }),
    );
    const json = asJson(outage);
    expect(placeOfChange(json, withValueAt(json, ['branches', 1, 'condition'], 'true'))).toEqual([
      'branches',
      1,
      'condition',
    ]);
  });
});

describe('what was done', () => {
  it('is said as its author would say it', () => {
    const branches: readonly JsonObject[] = JSON.parse(
      JSON.stringify(outage.kind === 'exclusiveGateway' ? outage.branches : []),
    );
    expect([
      label(outage, ['branches', 0, 'condition'], 'true'),
      label(outage, ['name'], 'No signal?'),
      label(outage, ['branches'], branches.toReversed()),
      label(outage, ['branches'], branches.slice(1)),
      label(outage, ['branches'], [...branches, { port: 'c', name: '', condition: '' }]),
      label(outage, ['documentation'], 'Why'),
      label(outage, ['defaultPort'], undefined),
      label(reply, ['input', 'kind'], '"thanks"'),
      label({ ...reply, name: '' }, ['activity'], 'tellTeam'),
    ]).toEqual([
      'Changed the condition of “An outage?”',
      'Renamed “An outage?” to “No signal?”',
      'Put the ways of “An outage?” in another order',
      'Took a way away from “An outage?”',
      'Added a way to “An outage?”',
      'Set the note of “An outage?”',
      'Took the other way away from “An outage?”',
      'Changed “kind” of “Send it”',
      'Changed what is done of “Do”',
    ]);
  });
});

describe('a node that its schema refuses', () => {
  it.each<readonly [FlowNode, Steps, Json, string]>([
    [outage, ['name'], 'x'.repeat(501), drawingWords.inspector.refused.tooLong(500)],
    [reply, ['retry', 'maximumAttempts'], 0, drawingWords.inspector.refused.atLeast(1)],
    [reply, ['retry', 'maximumAttempts'], 1001, drawingWords.inspector.refused.atMost(1000)],
    [reply, ['retry', 'maximumAttempts'], 1.5, drawingWords.inspector.refused.whole],
    [reply, ['retry', 'backoffCoefficient'], 'twice', drawingWords.inspector.refused.number],
    [reply, ['activity'], 7, drawingWords.inspector.refused.other],
  ])('is refused in a sentence', (node, steps, value, sentence) => {
    expect(readNode(after(node, steps, value))).toEqual({ refusal: sentence });
  });

  it('is read as it is when the schema takes it', () => {
    fc.assert(
      fc.property(someNode, (node) => {
        expect(readNode(asJson(node))).toEqual({ node: asJson(node) });
      }),
    );
  });
});
