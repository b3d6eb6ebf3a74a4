import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { portsOf } from '../../../definitions/flow/ports.ts';
import type { Revision } from '../../../definitions/flow/revision.ts';
import type { CaseDetail } from '../../../definitions/model/views/case-detail.ts';
import { causeOf } from '../../stuck/cause.ts';
import { plainValue, type Names } from '../../shell/plain-value.ts';
import { words } from '../../shell/words.ts';
import { actedBy, decisionIn } from '../decision.ts';
import { notKnown } from '../retries.ts';
import type { Occasion } from './occasion.ts';

/** What is said of a step that the case's trail does not name; `isHere`: the case is known to stand there. */
export function headOfUnnamed(
  of: Pick<CaseDetail, 'owesReport' | 'status'>,
  { kind }: Pick<FlowNode, 'kind'>,
  isHere: boolean,
): string {
  if (isHere) return words.step.underWay[kind] ?? words.flows.kinds[kind];
  return of.owesReport ? notKnown(of) : words.way.notReached;
}

/** What came of a step, in a few words; `wayTaken` is the name of the way out of a branch. */
export function headline(
  node: FlowNode,
  occasion: Occasion,
  revision: Revision,
  wayTaken: string,
  now: number,
  names: Names,
): string {
  const said = whatCameOfIt(node, occasion, revision, wayTaken, now, names);
  return said.toLowerCase() === node.name.toLowerCase() ? words.flows.kinds[node.kind] : said;
}

function whatCameOfIt(
  node: FlowNode,
  occasion: Occasion,
  revision: Revision,
  wayTaken: string,
  now: number,
  names: Names,
): string {
  const { entries, ended } = occasion;
  const last = entries.at(-1);
  if (ended === null && last?.what === 'stuck') return stuckAs(node, last.detail ?? {});
  if (ended === null) return words.step.underWay[node.kind] ?? words.flows.kinds[node.kind];
  if (ended.what === 'cancelled') return words.step.givenUp;
  const port = portsOf(node).find((one) => one.port === ended.port);
  if (port?.what === 'error' || port?.what === 'timer' || port?.what === 'arm') return port.name;
  if (ended.detail?.['skipped'] === true) return words.step.skipped;
  switch (node.kind) {
    case 'businessRuleTask':
      return decided(node, occasion, revision, now, names);
    case 'exclusiveGateway':
      return wayTaken === '' ? words.flows.kinds[node.kind] : wayTaken;
    case 'userTask': {
      if (ended.detail?.['answered elsewhere'] === true) return words.step.answeredElsewhere;
      const by = actedBy(ended, names);
      return by === null ? words.step.answered : words.tasks.answeredBy(by);
    }
    case 'callActivity':
      return flowIn(revision, node.flow)?.name ?? words.flows.kinds[node.kind];
    case 'serviceTask':
      return revision.activities[node.activity]?.title ?? words.flows.kinds[node.kind];
    case 'endEvent':
      return node.outcome === undefined ? words.flows.kinds[node.kind] : words.case.ended(node.outcome);
    default:
      return words.flows.kinds[node.kind];
  }
}

function decided(
  node: FlowNode & { readonly kind: 'businessRuleTask' },
  { ended }: Occasion,
  revision: Revision,
  now: number,
  names: Names,
): string {
  const decision = decisionIn(ended ?? undefined);
  const table = 'table' in node.decision ? revision.tables[node.decision.table] : undefined;
  const value = plainValue(decision?.value ?? null, now, names);
  if (table === undefined) return value ?? words.way.expression;
  const matched = (decision?.rows ?? [])
    .map((id) => table.rows.findIndex((row) => row.id === id) + 1)
    .filter((row) => row > 0);
  const [first] = matched;
  if (first === undefined) return words.way.noRow(value);
  return matched.length === 1 ? words.way.rowMatched(first) : words.way.rowsMatched(matched);
}

function stuckAs(node: FlowNode, detail: NonNullable<Occasion['came']['detail']>): string {
  const { kind = '', code = '' } = detail;
  return causeOf({ kind: String(kind), code: String(code), nodeName: node.name }).title;
}
