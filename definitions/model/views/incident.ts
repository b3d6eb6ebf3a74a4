/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/incidents/groups | | StuckGroup[] |
 * | GET  /api/incidents | ?kind= &code= &flow= &node= &caseId= + limit, cursor | Page<IncidentRow> |
 * | POST /api/incidents/resolve | ResolveIncidents | ResolveAnswer |
 * | POST /api/incidents/groups/resolve | ResolveGroup | 201 GroupAct: begun; worked off in the background |
 * | GET  /api/incidents/acts | | GroupAct[] (those under way and of the last day, newest first) |
 * | POST /api/incidents/acts/:id/stop | {} | GroupAct |
 */
import type { Json, JsonObject } from '../../flow/json.ts';
import type { Resolution, StuckCause } from '../stuck.ts';
import type { Named } from './page.ts';

export interface IncidentRow {
  readonly id: string;
  readonly case: Named & { readonly channel: string; readonly brand: string };
  readonly kind: string;
  readonly code: string;
  /** For the author of the flow; never a person's text. */
  readonly message: string;
  readonly scope: string;
  readonly flow: string;
  readonly node: string;
  readonly nodeName: string;
  readonly at: string;
  /** Ways out of the step by port, for 'skip'. */
  readonly ports: readonly { readonly port: string; readonly name: string }[];
  /** Variables of the flow, for 'correct'. */
  readonly variables: readonly { readonly name: string; readonly type: string; readonly value: Json }[];
  /** Ways out that a person has; none where the run can only begin to move by itself. */
  readonly ways: readonly Resolution['way'][];
  /** An act on its whole group will lead it on. */
  readonly underWay: boolean;
  /** Why the last act on its group could not lead it on. */
  readonly refusal: string | null;
  /** Null for who is no engineer, and where no log tells more. */
  readonly log: LogPlace | null;
}

/** A line of a log, for an engineer who looks for the cause. */
export interface LogPlace {
  /** Its path on the machine that Earshot runs on. */
  readonly file: string;
  /** What the line contains, beside others. */
  readonly contains: string;
  /** About when it was written, to some seconds; null where cases keep another time than logs. */
  readonly at: string | null;
}

/** Incidents of one cause. */
export interface StuckGroup extends StuckCause {
  readonly nodeName: string;
  readonly count: number;
  readonly oldestAt: string;
  readonly ways: readonly Resolution['way'][];
  /** Of the first of them; see IncidentRow. */
  readonly log: LogPlace | null;
}

export interface ResolveIncidents {
  /** 1–200 ids. */
  readonly incidents: readonly string[];
  readonly way: Resolution['way'];
  /** With 'correct'. */
  readonly variables?: JsonObject;
  /** With 'skip': what the step is taken to have answered. */
  readonly value?: Json;
  /** With 'skip' of a step with several ways out. */
  readonly port?: string;
  readonly why: string;
}

export interface ResolveAnswer {
  readonly resolved: readonly string[];
  readonly refused: readonly { readonly id: string; readonly code: string; readonly reason: string }[];
}

/** One way out for all that is stuck by a cause now. What gets stuck later is not touched. */
export interface ResolveGroup {
  readonly group: StuckCause;
  readonly resolution: Resolution;
  readonly why: string;
}

/** An act on a group: begun by a person, worked off in the background, also after Earshot was restarted. */
export interface GroupAct {
  readonly id: string;
  readonly group: StuckCause & { readonly nodeName: string };
  readonly resolution: Resolution;
  readonly why: string;
  readonly by: Named;
  readonly at: string;
  readonly status: 'working' | 'stopping' | 'done' | 'stopped';
  /** How many it began with; of them led on, and those that could not be. */
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  /** Code of the problem that it waits for the end of, while something does not answer. */
  readonly held: string | null;
  readonly endedAt: string | null;
}
