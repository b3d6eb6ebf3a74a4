import type { Json } from '../flow/json.ts';

/**
 * The ledger of what was done to the world. Key: case × scope × node × visit × item, never Temporal's run id.
 * intended → done → confirmed, or unknown: nobody can tell, a person is asked.
 */
export interface EffectEntry {
  readonly key: string;
  readonly caseId: string;
  readonly activity: string;
  readonly state: 'intended' | 'done' | 'confirmed' | 'unknown' | 'suppressed';
  readonly attempt: number;
  readonly leaseUntil: string;
  readonly externalId: string | null;
  readonly output: Json;
  readonly at: string;
}
