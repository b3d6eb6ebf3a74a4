import type { TrailEntry } from '../../../definitions/model/case.ts';
import { iso, knownInstant } from '../iso.ts';
import type { TrailEntryDoc } from '../models/trail-entry.ts';

export function trailEntryOf(caseId: string, entry: TrailEntry): TrailEntryDoc {
  return {
    ...entry,
    _id: `${caseId}.${entry.n}`,
    caseId,
    at: knownInstant(entry.at),
    port: entry.port ?? null,
    edge: entry.edge ?? null,
    detail: entry.detail ?? null,
  };
}

export function trailEntryOfDoc(doc: TrailEntryDoc): TrailEntry {
  const { _id, caseId: _caseId, at, port, edge, detail, ...rest } = doc;
  return {
    ...rest,
    at: iso(at),
    ...(port !== null && { port }),
    ...(edge !== null && { edge }),
    ...(detail !== null && { detail }),
  };
}
