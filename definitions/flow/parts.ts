import { contentHash } from './content-hash.ts';
import type { PartKind } from './part-kind.ts';
import type { Revision } from './revision.ts';

/** A decision table or a word list of a revision, without its content. */
export interface RevisionPart {
  readonly kind: PartKind;
  readonly id: string;
  readonly name: string;
  /** Its rows, or its words. */
  readonly size: number;
  /** Content hash of the table or word list alone: another one, another content. */
  readonly digest: string;
}

/** The tables and word lists of a revision. Throws NotJson. */
export function partsOf({ tables, wordLists }: Pick<Revision, 'tables' | 'wordLists'>): RevisionPart[] {
  return [
    ...Object.entries(tables).map(([id, table]): RevisionPart => ({
      kind: 'table',
      id,
      name: table.name,
      size: table.rows.length,
      digest: contentHash(table),
    })),
    ...Object.entries(wordLists).map(([id, list]): RevisionPart => ({
      kind: 'word-list',
      id,
      name: list.name,
      size: list.entries.length,
      digest: contentHash(list),
    })),
  ];
}

/**
 * Of the revisions of one flow, newest first, those that brought another content of a part than the one before them,
 * each with the part as it stands there. One that was gone for a while and came back counts again.
 */
export function changesOfPart<R extends { readonly parts: readonly RevisionPart[] }>(
  { kind, id }: Pick<RevisionPart, 'kind' | 'id'>,
  newestFirst: readonly R[],
): readonly { readonly revision: R; readonly part: RevisionPart }[] {
  const partIn = (revision: R | undefined): RevisionPart | undefined =>
    revision?.parts.find((part) => part.kind === kind && part.id === id);
  return newestFirst.flatMap((revision, index) => {
    const part = partIn(revision);
    if (part === undefined || part.digest === partIn(newestFirst[index + 1])?.digest) return [];
    return [{ revision, part }];
  });
}
