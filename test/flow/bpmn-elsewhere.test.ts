import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../definitions/check/check-draft.ts';
import { MOST_BPMN_CHARACTERS } from '../../definitions/flow/bpmn/open-bpmn.ts';
import { readBpmn } from '../../definitions/flow/bpmn/read-bpmn.ts';
import { FlowSchema } from '../../definitions/flow/flow.schema.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';

/** As Camunda's modeler writes it, with words of both its engines, and much that a flow has no word for. */
const CAMUNDA = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.0.0" modeler:executionPlatform="Camunda Cloud">
  <bpmn:collaboration id="Coll">
    <bpmn:participant id="P1" name="Refunds" processRef="Process_1" />
    <bpmn:participant id="P2" name="Customer" />
    <bpmn:messageFlow id="MF" name="complaint" sourceRef="P2" targetRef="Start_1" />
  </bpmn:collaboration>
  <bpmn:process id="Process_1" name="Refund" isExecutable="true" camunda:historyTimeToLive="P30D">
    <bpmn:laneSet id="LS"><bpmn:lane id="L1" name="Front"><bpmn:flowNodeRef>Start_1</bpmn:flowNodeRef><bpmn:flowNodeRef>Approve</bpmn:flowNodeRef></bpmn:lane><bpmn:lane id="L2" name="Back"><bpmn:flowNodeRef>Pay</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
    <bpmn:startEvent id="Start_1" name="Complaint"><bpmn:outgoing>F1</bpmn:outgoing><bpmn:messageEventDefinition id="MED" messageRef="M1"/></bpmn:startEvent>
    <bpmn:userTask id="Approve" name="Approve" camunda:assignee="demo"><bpmn:documentation>Look closely.</bpmn:documentation><bpmn:extensionElements><camunda:formData><camunda:formField id="x"/></camunda:formData></bpmn:extensionElements></bpmn:userTask>
    <bpmn:boundaryEvent id="Late" name="two days" cancelActivity="false" attachedToRef="Approve"><bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">R3/P2D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>
    <bpmn:boundaryEvent id="Sig" name="withdrawn" attachedToRef="Approve"><bpmn:signalEventDefinition signalRef="S1"/></bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="Ok" name="Ok?" default="F4" />
    <bpmn:serviceTask id="Pay" name="Pay"><bpmn:extensionElements><zeebe:taskDefinition type="pay-back" /></bpmn:extensionElements></bpmn:serviceTask>
    <bpmn:boundaryEvent id="Err" name="no account" attachedToRef="Pay"><bpmn:errorEventDefinition errorRef="E1"/></bpmn:boundaryEvent>
    <bpmn:sendTask id="Remind" name="Remind"/>
    <bpmn:eventBasedGateway id="EBG" name="Wait"/>
    <bpmn:intermediateCatchEvent id="C1" name="reply"><bpmn:messageEventDefinition messageRef="M1"/></bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="C2" name="3 days"><bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    <bpmn:subProcess id="Sub" name="Check it"><bpmn:startEvent id="SS"/><bpmn:task id="ST" name="Look"/><bpmn:endEvent id="SE"/><bpmn:sequenceFlow id="SF1" sourceRef="SS" targetRef="ST"/><bpmn:sequenceFlow id="SF2" sourceRef="ST" targetRef="SE"/><bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:subProcess>
    <bpmn:inclusiveGateway id="Inc" name="Which?"/>
    <bpmn:endEvent id="End" name="Done"><bpmn:terminateEventDefinition/></bpmn:endEvent>
    <bpmn:endEvent id="No" name="Refused"/>
    <bpmn:dataObjectReference id="DOR" name="Letter" dataObjectRef="DO"/><bpmn:dataObject id="DO"/>
    <bpmn:sequenceFlow id="F1" sourceRef="Start_1" targetRef="Approve"/>
    <bpmn:sequenceFlow id="F2" sourceRef="Approve" targetRef="Ok"/>
    <bpmn:sequenceFlow id="F3" name="yes" sourceRef="Ok" targetRef="Pay"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=amount &lt; 100</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="F3b" name="juel" sourceRef="Ok" targetRef="Sub"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${amount == 100}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="F4" name="no" sourceRef="Ok" targetRef="No"/>
    <bpmn:sequenceFlow id="F5" sourceRef="Pay" targetRef="EBG"/>
    <bpmn:sequenceFlow id="F6" sourceRef="EBG" targetRef="C1"/>
    <bpmn:sequenceFlow id="F7" sourceRef="EBG" targetRef="C2"/>
    <bpmn:sequenceFlow id="F8" sourceRef="C1" targetRef="End"/>
    <bpmn:sequenceFlow id="F9" sourceRef="C2" targetRef="End"/>
    <bpmn:sequenceFlow id="F10" sourceRef="Late" targetRef="Remind"/>
    <bpmn:sequenceFlow id="F11" sourceRef="Sig" targetRef="No"/>
    <bpmn:sequenceFlow id="F12" sourceRef="Err" targetRef="No"/>
    <bpmn:sequenceFlow id="F13" sourceRef="Sub" targetRef="Inc"/>
    <bpmn:sequenceFlow id="F14" sourceRef="Inc" targetRef="End"/>
    <bpmn:sequenceFlow id="F15" sourceRef="Inc" targetRef="nowhere"/>
    <bpmn:textAnnotation id="TA"><bpmn:text>Mind the weekend</bpmn:text></bpmn:textAnnotation>
    <bpmn:association id="AS" sourceRef="Pay" targetRef="TA"/>
  </bpmn:process>
  <bpmn:message id="M1" name="reply"/><bpmn:signal id="S1" name="withdrawn"/><bpmn:error id="E1" name="none" errorCode="NO_ACCOUNT"/>
  <bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="PL" bpmnElement="Coll">
    <bpmndi:BPMNShape id="s1" bpmnElement="Start_1" bioc:stroke="red"><dc:Bounds x="200" y="102" width="36" height="36"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s2" bpmnElement="Approve"><dc:Bounds x="290" y="80" width="100" height="80"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s3" bpmnElement="Ok"><dc:Bounds x="445" y="95" width="50" height="50"/></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

const HEAD =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="urn:x">';
const file = (inner: string): string => `${HEAD}${inner}</definitions>`;
const process = (inner: string, attributes = 'id="p" name="P"'): string =>
  file(`<process ${attributes}>${inner}</process>`);

async function read(xml: string) {
  const reading = await readBpmn(xml);
  if ('issues' in reading) throw new Error(reading.issues.map(({ message }) => message).join(' '));
  return reading;
}
async function refused(xml: string): Promise<string> {
  const reading = await readBpmn(xml);
  if (!('issues' in reading)) throw new Error('It was read.');
  return reading.issues.map(({ message }) => message).join(' ');
}
const node = (flow: Flow, id: string) => flow.nodes.find((one) => one.id === id);

describe('a BPMN file of somebody else', () => {
  it('comes in with all that a flow can say', async () => {
    const { content } = await read(CAMUNDA);
    const { flow, called } = content;
    expect(flow.name).toBe('Refund');
    expect(node(flow, 'Approve')).toMatchObject({
      kind: 'userTask',
      lane: 'L1',
      documentation: 'Look closely.',
      boundary: [
        {
          id: 'Late',
          kind: 'timer',
          wait: { kind: 'duration', for: 'duration("P2D")' },
          interrupting: false,
          again: { atMost: 3 },
        },
      ],
    });
    expect(node(flow, 'Ok')).toMatchObject({
      kind: 'exclusiveGateway',
      branches: [
        { port: 'F3', name: 'yes', condition: 'amount < 100' },
        { port: 'F3b', condition: '${amount == 100}' },
      ],
      defaultPort: 'F4',
    });
    expect(node(flow, 'Pay')).toMatchObject({
      kind: 'serviceTask',
      activity: 'pay-back',
      boundary: [{ kind: 'error', code: 'NO_ACCOUNT' }],
    });
    expect(node(flow, 'EBG')).toMatchObject({
      kind: 'eventBasedGateway',
      arms: [
        { port: 'C1', on: 'message', message: 'reply' },
        { port: 'C2', on: 'time', wait: { for: 'duration("P3D")' } },
      ],
    });
    expect(node(flow, 'End')).toMatchObject({ kind: 'endEvent', terminate: true });
    expect(node(flow, 'TA')).toMatchObject({ kind: 'textAnnotation', text: 'Mind the weekend' });
    expect(node(flow, 'Sub')).toMatchObject({
      kind: 'callActivity',
      flow: 'check-it',
      repeat: { atMost: 1 },
    });
    expect(called['check-it']?.nodes.map(({ kind }) => kind)).toEqual(['startEvent', 'userTask', 'endEvent']);
    expect(flow.edges.find(({ id }) => id === 'F8')).toMatchObject({
      from: { node: 'EBG', port: 'C1' },
      to: 'End',
    });
    expect(flow.edges.find(({ id }) => id === 'F10')).toMatchObject({
      from: { node: 'Approve', port: 'Late' },
    });
  });

  it('has all else named, one by one', async () => {
    const { leftOut } = await read(CAMUNDA);
    const named = leftOut.map(({ what }) => what).join('\n');
    for (const what of [
      '“Complaint” is begun by a message',
      'The event “withdrawn” (a signal) of “Approve”',
      'The arrow from “withdrawn” to “Refused”',
      'The expression “${amount == 100}” at the arrow “juel” from “Ok?” to “Check it”',
      '“Which?” lets several ways be taken',
      'What refers to “nowhere”',
      'The pool “Customer”',
      'The arrow between pools “complaint”',
      'The data object “Letter”',
      'The dotted line',
      '“modeler:executionPlatform” (“Camunda Cloud”)',
      '“camunda:assignee” (“demo”) of “Approve”',
      '“camunda:formData” of “Approve”',
      '“stroke” of 1 shape',
    ])
      expect(named).toContain(what);
    // What was read is not said to be left out.
    expect(named).not.toContain('zeebe:taskDefinition');
    for (const { why } of leftOut) expect(why).toMatch(/\.$/);
  });

  it('opens as a draft whose problems the check names', async () => {
    const { content } = await read(CAMUNDA);
    expect(FlowSchema.safeParse(content.flow).success).toBe(true);
    const errors = checkDraft(content, {}).filter(({ severity }) => severity === 'error');
    expect(errors.some(({ place }) => place.node === 'Ok')).toBe(true);
  });

  it('keeps its layout, widened until no card lies over another', async () => {
    const shape = (id: string, x: number, y: number): string =>
      `<di:BPMNShape xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" bpmnElement="${id}"><dc:Bounds xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" x="${x}" y="${y}" width="100" height="80"/></di:BPMNShape>`;
    const { content } = await read(
      file(
        `<process id="p"><task id="a"/><task id="b"/><task id="c"/></process><di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"><di:BPMNPlane bpmnElement="p">${shape('a', -300, 50)}${shape('b', -150, 50)}${shape('c', -300, 160)}</di:BPMNPlane></di:BPMNDiagram>`,
      ),
    );
    const [a, b, c] = content.flow.nodes.map(({ position }) => position);
    expect(a).toEqual({ x: 84, y: 72 });
    expect(b).toEqual({ x: 84 + 200, y: 72 });
    expect(c).toEqual({ x: 84, y: 72 + 112 });
  });

  it('is laid out where it has no layout: along its arrows, no card over another', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const arrows = ['ab', 'ac', 'bd', 'cd', 'da', 'de'];
    const { content } = await read(
      process(
        ids.map((id) => `<task id="${id}"/>`).join('') +
          arrows
            .map((arrow) => `<sequenceFlow id="${arrow}" sourceRef="${arrow[0]}" targetRef="${arrow[1]}"/>`)
            .join(''),
      ),
    );
    const places = content.flow.nodes.map(({ position }) => `${position.x} ${position.y}`);
    expect(new Set(places).size).toBe(ids.length);
    expect(content.flow.nodes.map(({ position }) => position.x)).toEqual([84, 284, 284, 484, 684]);
  });

  it.each([
    ['', 'The file is empty.'],
    ['<a>', 'This is no BPMN 2.0 file.'],
    [`${HEAD}<process id="p">`, 'cannot be read as XML'],
    [
      `<!-- a --><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${process('')}`,
      'declares a document type',
    ],
    [' '.repeat(MOST_BPMN_CHARACTERS + 1), 'larger than 30 MB'],
    [file(''), 'There is no process in this file.'],
  ])('that is none is refused with a sentence (%#)', async (xml, sentence) => {
    expect(await refused(xml)).toContain(sentence);
  });

  it('with several processes becomes the one that calls the others, and names the rest', async () => {
    const { content, leftOut } = await read(
      file(
        '<process id="inner" name="Inner"><task id="t"/><task id="t2"/><task id="t3"/></process>' +
          '<process id="outer" name="Outer"><callActivity id="c" calledElement="inner"/><callActivity id="d" calledElement="gone"/></process>' +
          '<process id="other" name="Other"><task id="o"/></process>',
      ),
    );
    expect(content.flow.name).toBe('Outer');
    expect(content.flow.nodes).toMatchObject([{ flow: 'inner' }, { flow: 'gone' }]);
    expect(Object.keys(content.called)).toEqual(['inner']);
    expect(leftOut.map(({ what }) => what)).toContain('The process “Other” with its 1 parts');
  });

  it('gets ids that are valid and stand once', async () => {
    const { content } = await read(
      process(
        '<startEvent id="1a"/><task id="1 b"/><task id="x"/><task id="x"/><task/>' +
          '<sequenceFlow id="2" sourceRef="1a" targetRef="1 b"/>',
      ),
    );
    const ids = content.flow.nodes.map(({ id }) => id);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(5);
    expect(content.flow.edges).toMatchObject([{ from: { node: ids[0] }, to: ids[1] }]);
  });

  it('may call itself, nest deeply, or hold a thousand steps', FUZZ_TIME, async () => {
    const { content } = await read(process('<callActivity id="c" calledElement="p"/>'));
    expect(content.called).toEqual({});
    let inner = '<task id="t"/>';
    for (let level = 0; level < 60; level += 1) inner = `<subProcess id="s${level}">${inner}</subProcess>`;
    const deep = await read(process(inner));
    expect(Object.keys(deep.content.called).length).toBeGreaterThan(10);
    expect(deep.leftOut.map(({ why }) => why)).toContain('Sub-processes nest deeper than 20 here.');
    const many = await read(
      process(Array.from({ length: 1_000 }, (_, at) => `<task id="t${at}"/>`).join('')),
    );
    expect(many.content.flow.nodes).toHaveLength(1_000);
    expect(await refused(process('<task/>'.repeat(5_001)))).toContain('more than 5000 steps');
  });

  it('never breaks what reads it, whatever is left of it', FUZZ_TIME, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(CAMUNDA.length),
        fc.nat(60),
        fc.oneof(
          fc.string({ maxLength: 6 }),
          fc.constantFrom('<', '>', '"', 'id="', '</bpmn:process>', '&a;'),
        ),
        async (at, gone, put) => {
          const reading = await readBpmn(CAMUNDA.slice(0, at) + put + CAMUNDA.slice(at + gone));
          if ('issues' in reading) expect(reading.issues.length).toBeGreaterThan(0);
          else expect(FlowSchema.safeParse(reading.content.flow).success).toBe(true);
        },
      ),
      { numRuns: fuzzRuns(60) },
    );
  });
});
