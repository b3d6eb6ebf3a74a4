import type { JsonObject } from '../../definitions/flow/json.ts';
import type { CaseStatus, Position } from '../../definitions/model/case.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { Place } from '../interpreter/command.ts';
import type { RunState, Waiting } from '../interpreter/state.ts';
import { isoOf } from './iso-instant.ts';

/** Where a run stands, for the pages: one position a token, the most telling of what it waits for. */
export function positionsOf(state: RunState): readonly Position[] {
  const byToken = new Map<string, { place: Place; for: Position['for']; until: number | null }>();
  for (const wait of Object.values(state.waits)) {
    const known = byToken.get(wait.token);
    const until = wait.until ?? null;
    if (known === undefined) {
      byToken.set(wait.token, { place: wait.place, for: standingFor(wait), until });
      continue;
    }
    if (rank(standingFor(wait)) < rank(known.for)) known.for = standingFor(wait);
    if (until !== null && (known.until === null || until < known.until)) known.until = until;
  }
  const stuck = new Map(Object.values(state.incidents).map((incident) => [incident.token, incident.place]));
  return Object.entries(state.tokens).map(([id, token]) => {
    const flow = state.scopes[token.scope]?.flow ?? '';
    const at = { scope: token.scope, flow, node: token.node, since: isoOf(token.since) };
    if (stuck.has(id)) return { ...at, for: 'stuck', until: null };
    const waiting = byToken.get(id);
    if (waiting === undefined)
      return { ...at, for: token.at === 'joining' ? 'joining' : 'activity', until: null };
    return { ...at, for: waiting.for, until: waiting.until === null ? null : isoOf(waiting.until) };
  });
}

function standingFor(wait: Waiting): Position['for'] {
  return wait.for === 'boundary timer' ? 'timer' : wait.for;
}

const ORDER: readonly Position['for'][] = [
  'stuck',
  'task',
  'called flow',
  'activity',
  'message',
  'timer',
  'joining',
];
function rank(what: Position['for']): number {
  return ORDER.indexOf(what);
}

export function statusOf(state: RunState, positions: readonly Position[]): CaseStatus {
  if (state.status === 'ended' || state.status === 'cancelled') return 'closed';
  if (positions.some((position) => position.for === 'stuck')) return 'stuck';
  if (positions.some((position) => position.for === 'task')) return 'person';
  if (positions.some((position) => position.for === 'activity')) return 'open';
  return positions.some((position) => position.for === 'message' || position.for === 'timer')
    ? 'waiting'
    : 'open';
}

/** The root scope's variables but for ids of texts. */
export function factsOf(state: RunState, flow: Flow): JsonObject {
  const root = state.scopes['0'];
  if (root === undefined) return {};
  const texts = new Set(
    flow.variables.filter((variable) => variable.type.type === 'text').map((variable) => variable.name),
  );
  return Object.fromEntries(Object.entries(root.variables).filter(([name]) => !texts.has(name)));
}
