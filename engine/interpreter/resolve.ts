import { cancelRun, cancelWait } from './cancel.ts';
import type { Draft } from './draft.ts';
import { openDraft } from './draft.ts';
import type { WayOut } from './event.ts';
import { clearIncident } from './incident.ts';
import { setDeclared } from './open-scope.ts';
import type { Program } from './program.ts';
import { standingOf, type Standing } from './standing.ts';
import type { Incident, RunState } from './state.ts';

/**
 * Why a person may not lead the run on in this way: 'unknown' (no such incident, or it is over) or 'ill-formed' (the
 * step has no such port, or has several and none is named). Null: `step` will do it. For a host's validator.
 */
export function refusalOf(
  program: Program,
  state: RunState,
  incidentId: string,
  resolution: WayOut,
): 'unknown' | 'ill-formed' | null {
  return refusalIn(openDraft(program, state, state.at), incidentId, resolution);
}

/** Leads the run on at an incident. False: refused, nothing changed. */
export function resolveIncident(draft: Draft, incidentId: string, resolution: WayOut, by: string): boolean {
  if (draft.status !== 'running' || refusalIn(draft, incidentId, resolution) !== null) return false;
  const incident = draft.incidents.get(incidentId);
  const at = incident === undefined ? undefined : standingOf(draft, incident.token);
  if (incident === undefined || at === undefined) return false;
  draft.trace.push({
    at: draft.at,
    place: incident.place,
    what: 'resumed',
    detail: { way: resolution.way, by },
  });
  clearIncident(draft, incidentId);
  if (resolution.way === 'cancel') cancelRun(draft);
  else if (resolution.way === 'skip')
    skip(draft, at, incident, resolution.value, resolution.port ?? onlyPort(at, incident));
  else {
    if (resolution.way === 'correct') setDeclared(at.scope, resolution.variables);
    doAgain(draft, at, incident);
  }
  return true;
}

function refusalIn(draft: Draft, incidentId: string, resolution: WayOut): 'unknown' | 'ill-formed' | null {
  const incident = draft.incidents.get(incidentId);
  const at = incident === undefined ? undefined : standingOf(draft, incident.token);
  if (incident === undefined || at === undefined) return 'unknown';
  if (resolution.way !== 'skip') return null;
  const port = resolution.port ?? onlyPort(at, incident);
  return at.plan.behaviour.ports.includes(port) ? null : 'ill-formed';
}

/** The port that is meant when none is named: a task's own way on, or the only one there is. */
function onlyPort(at: Standing, incident: Incident): string {
  const { ports, task } = at.plan.behaviour;
  if (task !== undefined || incident.again !== 'node') return 'out';
  return ports.length === 1 ? (ports[0] ?? '') : '';
}

function skip(
  draft: Draft,
  at: Standing,
  incident: Incident,
  value: Extract<WayOut, { way: 'skip' }>['value'],
  port: string,
): void {
  const { behaviour } = at.plan;
  if (incident.again === 'boundary timer') return; // The timer is not set again; the task goes on.
  if (incident.again === 'node' || port !== 'out' || behaviour.task === undefined) {
    behaviour.skip(draft, at, value, port);
    return;
  }
  giveUpStuckActivity(draft, incident);
  behaviour.task.finishTurn(draft, at, incident.place.item, value, { skipped: true });
}

function doAgain(draft: Draft, at: Standing, incident: Incident): void {
  const { behaviour } = at.plan;
  if (incident.again === 'node') behaviour.begin(draft, at);
  else if (incident.again === 'boundary timer') behaviour.task?.setAgain(draft, at, incident.subject ?? '');
  else {
    giveUpStuckActivity(draft, incident);
    behaviour.task?.startTurn(draft, at, incident.place.item);
  }
}

function giveUpStuckActivity(draft: Draft, { again, subject }: Incident): void {
  const wait = again === 'activity' && subject !== undefined ? draft.waits.get(subject) : undefined;
  if (wait !== undefined && subject !== undefined) cancelWait(draft, subject, wait);
}
