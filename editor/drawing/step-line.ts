import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import { portsOf } from '../../definitions/flow/ports.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Wait } from '../../definitions/flow/wait.ts';
import { durationWords } from '../shell/moment.ts';
import { words } from '../shell/words.ts';

/** What a step does, in one short line, as the second line of its card: '9 rules', 'reply · 3 days'. */
export function stepLine(node: FlowNode, revision: Revision): string {
  const { flows } = words;
  switch (node.kind) {
    case 'startEvent':
      return '';
    case 'endEvent':
      return node.outcome === undefined || node.outcome === node.name.toLowerCase() ? '' : node.outcome;
    case 'businessRuleTask': {
      if ('expression' in node.decision) return flows.oneRule;
      const table = revision.tables[node.decision.table];
      return table === undefined ? '' : flows.rules(table.rows.length);
    }
    case 'exclusiveGateway':
      return flows.ways(portsOf(node).length);
    case 'parallelGateway':
      return '';
    case 'serviceTask': {
      const title = revision.activities[node.activity]?.title ?? '';
      return title.toLowerCase() === node.name.toLowerCase() ? '' : title;
    }
    case 'userTask':
      return flows.questions(node.form.length);
    case 'intermediateCatchEvent':
      return waitLine(node.wait);
    case 'eventBasedGateway':
      return node.arms.map((arm) => arm.name).join(' · ');
    case 'callActivity':
      return calledLine(node.name, calledFlow(node.flow, revision));
    case 'textAnnotation':
      return node.text;
  }
}

/** The called flow's name; when the step is called like it, how long that flow is. */
function calledLine(name: string, called: Flow | undefined): string {
  if (called === undefined) return '';
  return called.name === name
    ? words.flows.steps(called.nodes.filter(({ kind }) => kind !== 'textAnnotation').length)
    : called.name;
}

/** A wait in words: '3 days', '2 h'; when its length is worked out at run time, that it waits for a moment. */
export function waitLine(wait: Wait): string {
  const source = wait.kind === 'until' ? wait.at : wait.for;
  const literal = /"(P[^"]+)"/.exec(source)?.[1];
  return (literal === undefined ? null : durationWords(literal)) ?? words.flows.waitsFor;
}

/** The root flow or a called one, by id. */
export function calledFlow(flowId: string, revision: Revision): Flow | undefined {
  return revision.flow.id === flowId ? revision.flow : revision.called[flowId];
}
