import type { RaisedIncident } from './command.ts';
import { freshId, type Draft } from './draft.ts';
import { placeOf, type Standing } from './standing.ts';
import type { Incident } from './state.ts';

/** The run cannot go on alone at this place: says so, and keeps what 'retry' will do. */
export function raiseIncident(
  draft: Draft,
  at: Standing,
  item: number,
  again: Incident['again'],
  incident: RaisedIncident,
  subject?: string,
): void {
  const id = freshId(draft, 'i');
  const place = placeOf(at, item);
  const { kind, failure } = incident;
  const raised: Incident = { kind, failure, token: at.token, place, since: draft.at, again };
  draft.incidents.set(id, subject === undefined ? raised : { ...raised, subject });
  draft.commands.push({ type: 'raiseIncident', id, place, incident: { kind, failure } });
  draft.trace.push({ at: draft.at, place, what: 'stuck', detail: { kind, code: failure.code } });
}

export function clearIncident(draft: Draft, id: string): void {
  draft.incidents.delete(id);
  draft.commands.push({ type: 'clearIncident', id });
}

/** Clears what is stuck about a wait that was answered after all. */
export function clearIncidentsAbout(draft: Draft, waitId: string): void {
  if (draft.incidents.isEmpty()) return;
  for (const id of draft.incidents.ids()) {
    const incident = draft.incidents.get(id);
    if (incident?.again === 'activity' && incident.subject === waitId) clearIncident(draft, id);
  }
}
