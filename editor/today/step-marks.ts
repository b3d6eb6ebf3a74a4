import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { CaseStatus } from '../../definitions/model/case.ts';
import type { CaseFilter } from '../../definitions/model/views/case.ts';
import type { Today } from '../../definitions/model/views/today.ts';
import { filterAddress } from '../cases/case-filter.ts';
import { actorOf } from '../drawing/actor.ts';
import type { StepMark } from '../drawing/step-marks.tsx';
import { words } from '../shell/words.ts';

/** Of cases that stand somewhere and are not stuck. */
const GOES_ON: readonly CaseStatus[] = ['open', 'waiting', 'person'];

/** How many cases stand, are stuck, or ended at a step of the live drawing; each number leads to its cases. */
export function marksOf(node: FlowNode, flow: Flow, today: Today): readonly StepMark[] {
  if (node.kind === 'startEvent')
    return mark('waiting', today.begin, words.today.notBegun(today.begin), { begun: false });
  if (node.kind === 'endEvent') return endMarks(node, today);
  const here = today.steps.find((step) => step.node === node.id);
  if (here === undefined) return [];
  const at = { flow: flow.id, node: node.id };
  return [
    ...mark('stuck', here.stuck, words.today.stuckHere(here.stuck), { ...at, status: ['stuck'] }),
    ...mark('waiting', here.waiting, words.today.waiting(here.waiting), { ...at, status: GOES_ON }),
  ];
}

function endMarks(node: FlowNode & { readonly kind: 'endEvent' }, today: Today): readonly StepMark[] {
  const { outcome } = node;
  const count = today.ends.find((end) => end.outcome === outcome)?.cases ?? 0;
  if (outcome === undefined) return [];
  const filter = { outcome, ...(today.since !== null && { openedSince: today.since }) };
  const tone = actorOf(node) === 'good' ? 'good' : 'ended';
  return mark(tone, count, words.today.ended(count, outcome), filter);
}

function mark(tone: StepMark['tone'], count: number, said: string, filter: CaseFilter): readonly StepMark[] {
  return count === 0 ? [] : [{ tone, count, said, to: filterAddress(filter) }];
}

/** Steps at which cases stand that began by an earlier drawing, and that the live one does not have. */
export function goneSteps(
  flow: Flow,
  today: Today,
): readonly { readonly count: number; readonly to: string }[] {
  const drawn = new Set(flow.nodes.map(({ id }) => id));
  return today.steps
    .filter(({ node }) => !drawn.has(node))
    .map(({ node, waiting, stuck }) => ({
      count: waiting + stuck,
      to: filterAddress({ flow: flow.id, node }),
    }));
}
