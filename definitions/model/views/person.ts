/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | POST /api/persons/find | PersonSought | PersonFound |
 * | POST /api/persons/export | PersonSought, reference, why | PersonExport |
 * | POST /api/persons/erase | PersonSought, reference, why | ErasureReceipt |
 * | GET  /api/erasures/:id | | ErasureView |
 *
 * Whom it is about stands in the body: addresses are in no log of requests.
 */
import type { JsonObject } from '../../flow/json.ts';

/** Whom it is about: profiles, an e-mail address, or both. */
export interface PersonSought {
  readonly profileIds?: readonly string[];
  readonly email?: string;
}

export interface PersonFound {
  readonly profileIds: readonly string[];
  readonly customerIds: readonly string[];
  /** Profiles that are linked to the same customer: of the same person, or of their household. */
  readonly alsoLinked: readonly {
    readonly id: string;
    readonly channel: string;
    readonly name: string | null;
    readonly handle: string | null;
  }[];
}

/** Everything that stands of one person, in parts, each with what it is in plain words. */
export interface PersonExport {
  readonly about: string;
  /** When it was made, ISO 8601. */
  readonly made: string;
  readonly parts: readonly {
    readonly part: string;
    readonly what: string;
    readonly items: readonly JsonObject[];
  }[];
}

/** What proves that a person was erased. */
export interface ErasureProof {
  readonly id: string;
  readonly profileIds: readonly string[];
  readonly by: string;
  /** What the request is known by. */
  readonly reference: string;
  readonly why: string;
  readonly begunAt: string;
  /** Null: it was broken off. Asking for it again finishes it. */
  readonly doneAt: string | null;
  /** Documents that were emptied, by collection. */
  readonly taken: { readonly [collection: string]: number };
  /** SHA-256 over what stands there now. */
  readonly digest: string | null;
  /** A case of theirs is still in work: it is looked through again once it is not. */
  readonly casesInWork: boolean;
}

export interface ErasureReceipt {
  readonly erasure: ErasureProof;
  /** They were erased before; the proof is of then. */
  readonly already: boolean;
  /** Of whom was erased before: documents that had to be emptied once more. */
  readonly again: number;
}

export interface ErasureView {
  readonly erasure: ErasureProof;
  /** Whether what stands there is still what stood there then; null: it is not done. */
  readonly stillHolds: boolean | null;
}
