import { BpmnModdle } from 'bpmn-moddle';
import { newElement, put, type XmlElement } from '../../decision/dmn/element.ts';
import { newXmlIds } from '../../decision/dmn/xml-ids.ts';
import type { DraftContent } from '../draft.ts';
import { formatFlowFile } from '../file/format-flow-file.ts';
import { fitJson, fitText } from './fit-text.ts';

import { OWN_CONTENT, OWN_NAMESPACE } from './own-names.ts';
import { kept, type Maker } from './write-step.ts';
import { writeProcess, type Ways } from './write-process.ts';

/**
 * A flow as a BPMN 2.0 file with its drawing, and each flow that it calls as a further process with its own. What BPMN
 * has no word for (forms, tables, variables, scenarios) stands in an element of Earshot's own, so that the file comes
 * back as exactly this flow.
 * Finding the ways of arrows takes longest, so who looks at steps alone does without.
 */
export async function bpmnOf(content: DraftContent, ways: Ways = 'drawn'): Promise<string> {
  const moddle = new BpmnModdle();
  const root = newElement(moddle, 'bpmn:Definitions', {
    id: 'definitions',
    targetNamespace: OWN_NAMESPACE,
    exporter: 'Earshot',
    'xmlns:earshot': OWN_NAMESPACE,
  });
  const idFor = newXmlIds(root);
  // In the order in which the flow file has them: of two with the same id the same one is written again.
  const called = Object.keys(content.called).sort();
  const flows = [content.flow, ...called.flatMap((key) => content.called[key] ?? [])];
  const processes = new Map<string, string>();
  for (const { id } of flows) if (!processes.has(id)) processes.set(id, idFor(`flow-${id}`, 'flow').id);
  const shared: XmlElement[] = [];
  const sharedOf = (type: string, kind: string, property: string) => {
    const made = new Map<string, XmlElement>();
    return (said: string): XmlElement => {
      const known = made.get(said);
      if (known !== undefined) return known;
      const name = fitText(said);
      const one = newElement(moddle, type, {
        id: idFor(`${kind}-${said}`, kind).id,
        name,
        ...(property !== 'name' && { [property]: name }),
      });
      made.set(said, one);
      shared.push(one);
      return one;
    };
  };
  const maker: Maker = {
    moddle,
    idFor,
    errorOf: sharedOf('bpmn:Error', 'error', 'errorCode'),
    messageOf: sharedOf('bpmn:Message', 'message', 'name'),
    processOf: (flowId) => processes.get(flowId) ?? fitText(flowId),
  };
  const met = new Set<string>();
  const written = flows.flatMap((flow) => {
    if (met.has(flow.id)) return [];
    met.add(flow.id);
    return [writeProcess(flow, maker, ways)];
  });
  const [main] = written;
  if (main !== undefined)
    put(
      main.process,
      'extensionElements',
      kept(OWN_CONTENT, `\n${fitJson(formatFlowFile(content))}`, moddle),
    );
  put(root, 'rootElements', [...shared, ...written.flatMap(({ roots }) => roots)]);
  put(
    root,
    'diagrams',
    written.map(({ diagram }) => diagram),
  );
  return (await moddle.toXML(root, { format: true })).xml;
}
