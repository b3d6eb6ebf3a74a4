import type { Json } from '../flow/json.ts';
import type { Address } from './address.ts';

export type ConflictKind =
  /** The same field, to different values. */
  | 'both changed'
  /** The same item, to different places. */
  | 'both moved'
  /** Different things under the same key. */
  | 'both added'
  | 'they removed what I changed'
  | 'I removed what they changed'
  /** A node that my arrow leads to, a column that my row has a cell for. */
  | 'they removed what I need'
  | 'I removed what they need';

/**
 * Where two edits do not go together. `field` is absent where it is about the whole thing or its place; `mine` and
 * `theirs` are the values that both want, where there are such.
 */
export interface Conflict {
  readonly kind: ConflictKind;
  readonly thing: Address;
  readonly field?: string;
  readonly mine?: Json;
  readonly theirs?: Json;
}

/** Whether mine can be made to stand all the same; otherwise what it is about is gone. */
export function canStand({ kind }: Conflict): boolean {
  return kind !== 'they removed what I changed' && kind !== 'they removed what I need';
}

/** A conflict; what is undefined is left out. */
export function conflict(
  kind: ConflictKind,
  thing: Address,
  about: {
    readonly field?: string;
    readonly mine?: Json | undefined;
    readonly theirs?: Json | undefined;
  } = {},
): Conflict {
  const { field, mine, theirs } = about;
  return {
    kind,
    thing,
    ...(field === undefined ? {} : { field }),
    ...(mine === undefined ? {} : { mine }),
    ...(theirs === undefined ? {} : { theirs }),
  };
}
