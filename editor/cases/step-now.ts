import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import { portsOf } from '../../definitions/flow/ports.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { PositionView } from '../../definitions/model/views/case.ts';
import type { RetryView, TrailView } from '../../definitions/model/views/case-detail.ts';
import { stepLine } from '../drawing/step-line.ts';
import { when } from '../shell/moment.ts';
import { plainValue, type Names } from '../shell/plain-value.ts';
import { words } from '../shell/words.ts';
import { actedBy, decisionIn } from './decision.ts';

/** A step of a flow with the latest of its trail and, if the case stands there, since when; or that it tries again. */
export interface StandingStep {
  readonly node: FlowNode;
  readonly flow: Flow;
  readonly latest: TrailView | undefined;
  readonly position: PositionView | undefined;
  readonly retry?: RetryView | undefined;
}

/**
 * The second line of a step's card in a case: what it decided, who answered, since when it waits; else what it does.
 * `said` is how an instant (ISO 8601) is said there.
 */
export function stepNowLine(
  { node, flow, latest, position, retry }: StandingStep,
  revision: Revision,
  now: number,
  names: Names,
  said = (iso: string): string => when(iso, now),
): string {
  if (retry !== undefined) return words.way.triedSince(said(retry.since));
  if (position?.for === 'stuck') return words.way.stuckSince(said(position.since));
  if (position !== undefined)
    return position.until === null || position.for === 'task'
      ? words.way.waitsSince(said(position.since))
      : words.way.until(said(position.until));
  if (latest === undefined || latest.what !== 'left') return stepLine(node, revision);
  if (node.kind === 'startEvent') return said(latest.at);
  if (node.kind === 'userTask') return actedBy(latest, names) ?? stepLine(node, revision);
  if (node.kind === 'businessRuleTask')
    return decidedLine(node, latest, revision, now) ?? stepLine(node, revision);
  const edge = flow.edges.find(({ id }) => id === latest.edge)?.name;
  const port = portsOf(node).find((one) => one.port === latest.port)?.name;
  return edge || port || stepLine(node, revision);
}

/** 'row 2: missed window'. */
function decidedLine(
  node: FlowNode & { readonly kind: 'businessRuleTask' },
  latest: TrailView,
  revision: Revision,
  now: number,
): string | null {
  const decision = decisionIn(latest);
  if (decision === null) return null;
  const value = plainValue(decision.value, now);
  const table = 'table' in node.decision ? revision.tables[node.decision.table] : undefined;
  const row = table?.rows.findIndex(({ id }) => id === decision.rows[0]) ?? -1;
  if (row === -1) return value;
  return value === null ? words.way.row(row + 1) : `${words.way.row(row + 1)}: ${value}`;
}
