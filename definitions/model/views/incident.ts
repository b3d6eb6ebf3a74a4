/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/incidents/groups | | StuckGroup[] |
 * | GET  /api/incidents | ?kind= &code= &flow= &node= &caseId= + limit, cursor | Page<IncidentRow> |
 * | POST /api/incidents/resolve | ResolveIncidents | ResolveAnswer |
 */
import type { Json, JsonObject } from '../../flow/json.ts';
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
}

/** Incidents of one cause. */
export interface StuckGroup {
  readonly kind: string;
  readonly code: string;
  readonly flow: string;
  readonly node: string;
  readonly nodeName: string;
  readonly count: number;
  readonly oldestAt: string;
}

export interface ResolveIncidents {
  /** 1–200 ids. */
  readonly incidents: readonly string[];
  readonly way: 'retry' | 'correct' | 'skip' | 'cancel';
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
