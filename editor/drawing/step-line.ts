import { flowIn } from '../../definitions/flow/drawn.ts';
import type { EventArm } from '../../definitions/flow/event-based-gateway.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Wait } from '../../definitions/flow/wait.ts';
import { durationWords } from '../shell/moment.ts';
import { words } from '../shell/words.ts';

/** What a drawing's lines tell of. */
export type Drawn = Pick<Revision, 'flow' | 'called' | 'tables' | 'activities'>;

/** What a step does, in one short line, as the second line of its card: '9 rules', 'reply · 3 days'. */
export function stepLine(node: FlowNode, revision: Drawn): string {
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
    // The words of its ways stand on their arrows.
    case 'exclusiveGateway':
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
      return asManyAsFit(node.arms.map((arm) => arm.name));
    case 'callActivity':
      return calledLine(flowIn(revision, node.flow), revision);
    case 'textAnnotation':
      return node.text;
  }
}

/** What decides and who is asked in a called flow, and how long it waits; when it does neither, how long it is. */
function calledLine(called: Flow | undefined, revision: Drawn): string {
  if (called === undefined) return '';
  const { flows } = words;
  const steps = called.nodes.filter(({ kind }) => !EDGES.has(kind));
  const rules = steps.reduce((sum, node) => sum + rulesOf(node, revision), 0);
  const waits = steps
    .flatMap((node) => (node.kind === 'eventBasedGateway' ? node.arms : []))
    .flatMap(armWait);
  const said = [
    ...(rules === 0 ? [] : [flows.rules(rules)]),
    ...(steps.some(({ kind }) => kind === 'userTask') ? [flows.actors.person] : []),
    ...waits,
  ];
  return said.length === 0 ? flows.steps(steps.length) : asManyAsFit(said);
}

/** Kinds that are no step of what a flow does. */
const EDGES: ReadonlySet<FlowNode['kind']> = new Set(['startEvent', 'endEvent', 'textAnnotation']);

function rulesOf(node: FlowNode, revision: Drawn): number {
  if (node.kind !== 'businessRuleTask') return 0;
  return 'table' in node.decision ? (revision.tables[node.decision.table]?.rows.length ?? 0) : 1;
}

function armWait(arm: EventArm): readonly string[] {
  return arm.on === 'time' ? [waitLine(arm.wait)] : [];
}

/** Characters that the second line of a card holds. */
const FITS = 21;

/** Those of the parts that stand in a card's line without being cut off; the first one always. */
function asManyAsFit(parts: readonly string[]): string {
  return parts.reduce((line, part) => {
    const longer = line === '' ? part : `${line} · ${part}`;
    return line === '' || longer.length <= FITS ? longer : line;
  }, '');
}

/** A wait in words: '3 days', '2 h'; when its length is worked out at run time, that it waits for a moment. */
export function waitLine(wait: Wait): string {
  const source = wait.kind === 'until' ? wait.at : wait.for;
  const literal = /"(P[^"]+)"/.exec(source)?.[1];
  return (literal === undefined ? null : durationWords(literal)) ?? words.flows.waitsFor;
}
