import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Act } from '../../definitions/model/act.ts';
import type { Database } from './database.ts';
import { instant, iso } from './iso.ts';
import { keysetPage } from './keyset.ts';
import type { AuditEntryDoc } from './models/audit-entry.ts';
import type { Page, PageRequest } from './page.ts';

/** Who did what to what. Never a text that a customer wrote. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly act: Act;
  readonly caseId: string | null;
  /** Id of what was acted on. */
  readonly subject: string;
  readonly detail: JsonObject;
  readonly why: string | null;
}

export interface NewAuditEntry {
  readonly who: string;
  readonly act: Act;
  readonly caseId?: string | null;
  readonly subject: string;
  readonly detail?: JsonObject;
  readonly why?: string | null;
}

export interface AuditFilter {
  readonly who?: string;
  readonly act?: Act;
  readonly caseId?: string;
  readonly subject?: string;
  /** ISO 8601, from inclusive, to exclusive. */
  readonly from?: string;
  readonly to?: string;
}

/** The record of acts. Only ever added to. */
export interface AuditStore {
  record(entry: NewAuditEntry): Promise<AuditEntry>;
  /** Newest first. */
  list(filter: AuditFilter, page?: PageRequest): Promise<Page<AuditEntry>>;
}

export function auditStore(db: Database): AuditStore {
  const { audit } = db.models;
  return {
    async record({ who, act, caseId = null, subject, detail = {}, why = null }) {
      const doc: AuditEntryDoc = { _id: idInOrder(db), at: db.now(), who, act, caseId, subject, detail, why };
      await audit.insertMany([doc], { lean: true });
      return entryOf(doc);
    },
    async list({ from, to, ...equal }, page = {}) {
      const at = {
        ...(from !== undefined && { $gte: instant(from) }),
        ...(to !== undefined && { $lt: instant(to) }),
      };
      const conditions = { ...equal, ...(Object.keys(at).length > 0 && { at }) };
      const found = await keysetPage(
        [
          ['at', -1],
          ['_id', -1],
        ],
        page,
        (after, by, limit) =>
          audit
            .find({ ...conditions, ...after })
            .sort(by)
            .limit(limit)
            .lean(),
      );
      return { items: found.items.map(entryOf), next: found.next };
    },
  };
}

/** An id that sorts by the machine's clock: where a story's stands still, acts keep the order they were done in. */
function idInOrder({ machineNow, newId }: Database): string {
  const at = machineNow().getTime().toString(36).padStart(9, '0');
  return at + newId().slice(at.length);
}

function entryOf(doc: AuditEntryDoc): AuditEntry {
  const { _id, at, who, act, caseId, subject, detail, why } = doc;
  return { id: _id, at: iso(at), who, act, caseId, subject, detail, why };
}
