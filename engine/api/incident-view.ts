import { portsOf } from '../../definitions/flow/ports.ts';
import type { Case } from '../../definitions/model/case.ts';
import type { Resolution } from '../../definitions/model/stuck.ts';
import type { IncidentRow, LogPlace } from '../../definitions/model/views/incident.ts';
import type { StuckRun } from '../store/incidents.ts';
import type { CaseName } from './case-view.ts';
import type { Drawing } from './drawings.ts';

/** A stuck run with what a person needs to lead it on: the step, its ways out, and values that may be corrected. */
export function incidentRow(
  stuck: StuckRun,
  name: CaseName,
  facts: Case['facts'],
  drawing: Drawing | null,
  log: LogPlace | null,
): IncidentRow {
  const node = drawing?.node(stuck.flow, stuck.node) ?? null;
  const variables = drawing?.flow(stuck.flow)?.variables ?? [];
  // The case keeps the facts of its root scope; those of a called flow stand in the run alone.
  const isRoot = drawing !== null && drawing.revision.flow.id === stuck.flow;
  return {
    id: stuck.id,
    case: name,
    kind: stuck.kind,
    code: stuck.code,
    message: stuck.message,
    scope: stuck.scope,
    flow: stuck.flow,
    node: stuck.node,
    nodeName: node?.name ?? '',
    at: stuck.at,
    ports: node === null ? [] : portsOf(node).map(({ port, name: title }) => ({ port, name: title })),
    variables: variables
      .filter(({ type }) => type.type !== 'text')
      .map((variable) => ({
        name: variable.name,
        type: variable.type.type,
        value: isRoot ? (facts[variable.name] ?? null) : null,
      })),
    ways: waysOutOf(stuck),
    underWay: stuck.act !== null,
    refusal: stuck.refusal,
    log,
  };
}

const WAYS: readonly Resolution['way'][] = ['retry', 'correct', 'skip', 'cancel'];

/** A run of which only the watcher speaks cannot be told anything. */
export function waysOutOf({ fromOutside }: Pick<StuckRun, 'fromOutside'>): readonly Resolution['way'][] {
  return fromOutside ? [] : WAYS;
}
