import type { Revision } from '../../definitions/flow/revision.ts';
import type { CompiledRevision } from '../interpreter/compile-revision.ts';

/** A revision as a workflow's argument travels: by its content hash alone. The worker's codec puts the revision in. */
export interface RevisionRef {
  readonly $revision: string;
}

/** What the codec puts in place of the hash. Without plans, or with none of this compiler, the sandbox compiles. */
export interface RevisionInSandbox {
  readonly revision: Revision;
  readonly compiled: CompiledRevision | null;
}

/** Payload encoding of a RevisionRef; the codec knows it by this. */
export const REVISION_ENCODING = 'json/earshot-revision';

/** Payload metadata key under which the codec leaves the hash once it has put the revision's JSON in as data. */
export const HASH_METADATA = 'earshot-hash';

export function isRevisionRef(value: unknown): value is RevisionRef {
  return (
    typeof value === 'object' && value !== null && '$revision' in value && typeof value.$revision === 'string'
  );
}
