import type { Models } from '../models/models.ts';
import type { PersonScope } from './scope.ts';

/** A document as it stands in the database. */
export interface StoredDoc {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** What a person is erased with. */
export interface Erasing {
  readonly scope: PersonScope;
  /** Digests of short answers that were typed, as they stand in facts; see free-words. */
  readonly words: ReadonlySet<string>;
}

/** What stands in a field afterwards: always the same, or what a function makes of the document. */
export type Emptied = null | '' | readonly [] | Readonly<Record<never, never>> | EmptiedBy;
export type EmptiedBy = (doc: StoredDoc, erasing: Erasing) => unknown;

/** Where documents of a person are found: a field that has an index, and its values. */
export interface Whose {
  readonly field: string;
  readonly ids: readonly string[];
  /** Only those which also are so. */
  readonly and?: Readonly<Record<string, unknown>>;
}

/**
 * What stands of people in one collection. Every field of its schema is named, in `personal` or in `kept`; a test says
 * which is not.
 */
export interface Standing {
  readonly holds: true;
  /** What it is, in plain words: heads its part of an export. */
  readonly what: string;
  readonly whose: (scope: PersonScope) => readonly Whose[];
  /** Fields that hold what somebody said or is called, and what stands there once they are erased. */
  readonly personal: { readonly [field: string]: Emptied };
  /** Fields that stay: random ids, dates, decided facts. */
  readonly kept: readonly string[];
  /** The document goes as a whole. */
  readonly goes?: true;
  /** Fields of `personal` that a unique index holds. */
  readonly unique?: readonly string[];
  /** A field that then says since when it is erased. */
  readonly stamp?: 'erasedAt';
  /** Whose an export tells of, where that are more. */
  readonly toldWhose?: (scope: PersonScope) => readonly Whose[];
  /** Documents that may not be there at all once somebody is erased, unless they are erased themselves. */
  readonly never?: (doc: StoredDoc, scope: PersonScope) => boolean;
  /** What an export tells of it: field, and what it is called there. */
  readonly told: { readonly [field: string]: string };
  /** Of documents that others have a part in, an export leaves out those that are not the person's alone. */
  readonly toldIf?: (doc: StoredDoc, scope: PersonScope) => boolean;
  /** Fields that an export leaves out, where they tell of others. */
  readonly untold?: (doc: StoredDoc, scope: PersonScope) => readonly string[];
}

/** Nothing of those who write to the company stands there, and why. */
export interface NothingThere {
  readonly holds: false;
  readonly because: string;
}

export type CollectionName = keyof Models;
