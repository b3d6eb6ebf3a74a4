import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bpmnOf } from '../../definitions/flow/bpmn/write-bpmn.ts';
import { readBpmn } from '../../definitions/flow/bpmn/read-bpmn.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import { losesMember } from '../../definitions/flow/json-members.ts';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import { mentionCareScenarios } from '../../definitions/library/mention-care-scenarios.ts';
import { ScenariosSchema } from '../../definitions/scenario/scenario.schema.ts';
import { tidyContent, wildContent } from '../edit/any-content.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';
import { careRevision } from '../store/care-revision.ts';

const care = contentOf(careRevision(), mentionCareScenarios());
const ContentSchema = RevisionSchema.pick({
  flow: true,
  called: true,
  tables: true,
  wordLists: true,
  calendars: true,
}).extend({ scenarios: ScenariosSchema });

async function back(xml: string) {
  const reading = await readBpmn(xml);
  if ('issues' in reading) throw new Error(reading.issues.map(({ message }) => message).join(' '));
  return reading;
}

/** The file after another tool changed it. */
async function changedBack(change: (xml: string) => string) {
  const xml = await bpmnOf(care);
  const after = change(xml);
  expect(after).not.toBe(xml);
  return back(after);
}

function without({ flow, ...parts }: DraftContent, node: string): DraftContent {
  return { ...parts, flow: { ...flow, nodes: flow.nodes.filter(({ id }) => id !== node) } };
}

describe('a flow as BPMN', () => {
  it('comes back as it was, whatever it holds', FUZZ_TIME, async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(wildContent, tidyContent), async (content) => {
        fc.pre(ContentSchema.safeParse(content).success && !losesMember(content));
        tried += 1;
        const { content: read, leftOut } = await back(await bpmnOf(content));
        expect(canonicalJson(read)).toBe(canonicalJson(content));
        expect(leftOut).toEqual([]);
      }),
      { numRuns: fuzzRuns(40) },
    );
    expect(tried).toBeGreaterThan(10);
  });

  it('comes back with all that belongs to it: the flow that ships', async () => {
    const { content, leftOut } = await back(await bpmnOf(care));
    expect(canonicalJson(content)).toBe(canonicalJson(care));
    expect(leftOut).toEqual([]);
  });

  it('says in BPMN’s own words what BPMN can say', async () => {
    const xml = await bpmnOf(care);
    expect(xml).toContain('<bpmn:callActivity id="read-facts" name="Read the facts"');
    expect(xml).toContain('calledElement="flow-mention-care-hear"');
    expect(xml).toMatch(/<bpmn:boundaryEvent [^>]*cancelActivity="false" attachedToRef="answer"/);
    expect(xml).toMatch(/<bpmn:exclusiveGateway id="worth-an-answer"[^>]* default="/);
    expect(xml).toMatch(/<bpmn:lane id="hear" name="Hear">/);
    expect(xml).toMatch(/<bpmn:eventBasedGateway/);
    expect(xml).toMatch(/<bpmn:error [^>]*errorCode="erased"/);
    for (const { id } of care.flow.nodes) expect(xml).toContain(`bpmnElement="${id}"`);
    expect(xml.match(/<bpmndi:BPMNDiagram /g)).toHaveLength(1 + Object.keys(care.called).length);
  });

  it('draws every shape once, and every arrow to the shapes that it joins', async () => {
    const xml = await bpmnOf(care);
    const ids = [...xml.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const arrows = [...xml.matchAll(/<bpmn:sequenceFlow id="([^"]*)"/g)].map(([, id]) => id);
    const drawn = [...xml.matchAll(/<bpmndi:BPMNEdge [^>]*bpmnElement="([^"]*)">/g)].map(([, id]) => id);
    expect(drawn.toSorted()).toEqual(arrows.toSorted());
  });
});

describe('a flow of ours that another tool changed', () => {
  it('keeps what BPMN cannot say, and takes what was changed', async () => {
    const { content, leftOut } = await changedBack((xml) =>
      xml.replace('id="our-error" name="Our own error?"', 'id="our-error" name="Was it us?"'),
    );
    const nodes = care.flow.nodes.map((node) =>
      node.id === 'our-error' ? { ...node, name: 'Was it us?' } : node,
    );
    expect(canonicalJson(content)).toBe(canonicalJson({ ...care, flow: { ...care.flow, nodes } }));
    expect(leftOut).toEqual([]);
  });

  it('takes steps where they were moved to', async () => {
    const was = care.flow.nodes.find(({ id }) => id === 'our-error')?.position ?? { x: 0, y: 0 };
    const { content } = await changedBack((xml) =>
      xml.replace(
        /(bpmnElement="our-error">\s*<dc:Bounds )x="[^"]*" y="[^"]*"/,
        `$1x="${was.x + 40}" y="${was.y - 8}"`,
      ),
    );
    expect(content.flow.nodes.find(({ id }) => id === 'our-error')?.position).toEqual({
      x: was.x + 40,
      y: was.y - 8,
    });
  });

  it('loses what was taken away, and gets what was put in', async () => {
    const { content } = await changedBack((xml) =>
      xml
        .replace(/<bpmn:endEvent id="thanked"[^]*?<\/bpmn:endEvent>/, '')
        .replace(/<bpmn:sequenceFlow [^>]*targetRef="thanked" \/>/, '')
        .replace('<bpmn:endEvent ', '<bpmn:manualTask id="new" name="Knock" /><bpmn:endEvent '),
    );
    expect(without(content, 'new').flow.nodes).toEqual(without(care, 'thanked').flow.nodes);
    expect(content.flow.nodes.at(-1)).toMatchObject({ id: 'new', kind: 'userTask', name: 'Knock' });
    expect(content.flow.edges).toHaveLength(care.flow.edges.length - 1);
  });

  it('is read as BPMN says it where what Earshot kept was broken', async () => {
    const { content, leftOut } = await changedBack((xml) => xml.replace('"earshot": "flow"', '"earshot": 7'));
    expect(leftOut).toContainEqual(expect.objectContaining({ what: 'What Earshot kept in this file' }));
    expect(content.flow.nodes.map(({ name }) => name)).toEqual(care.flow.nodes.map(({ name }) => name));
    expect(content.flow.edges).toHaveLength(care.flow.edges.length);
    expect(Object.keys(content.called)).toHaveLength(Object.keys(care.called).length);
  });
});
