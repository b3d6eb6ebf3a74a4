import type { Progress } from '../../../definitions/model/case.ts';
import { iso, knownInstant } from '../iso.ts';
import type { StuckRun } from '../incidents.ts';
import type { IncidentDoc } from '../models/incident.ts';

export function incidentOf(progress: Progress, raised: Progress['incidentsRaised'][number]): IncidentDoc {
  const { id, at, scope, flow, node, kind, code, message } = raised;
  return {
    _id: id,
    caseId: progress.caseId,
    revision: progress.revision,
    scope,
    flow,
    node,
    kind,
    code,
    message,
    at: knownInstant(at),
    status: 'open',
    clearedAt: null,
    fromOutside: false,
    before: null,
  };
}

export function stuckRunOf(doc: IncidentDoc): StuckRun {
  const { _id, at, clearedAt, before: _before, act, refusedBy: _refusedBy, refusal, ...rest } = doc;
  return {
    id: _id,
    ...rest,
    at: iso(at),
    clearedAt: iso(clearedAt),
    act: act ?? null,
    refusal: refusal ?? null,
  };
}
