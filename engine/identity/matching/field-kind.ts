/** What a field of a record is, which says how it is read and how two of it are compared. */
export const FIELD_KINDS = [
  'given name',
  'family name',
  'name',
  'date of birth',
  'email',
  'handle',
  'phone',
  'street number',
  'street',
  'address',
  'locality',
  'postcode',
  'state',
  'identifier',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/**
 * How well two values of a field agree, best first. Fields of every kind share them; a kind that has no use for one
 * never answers it.
 */
export const LEVELS = [
  'same',
  'nearly the same',
  'alike',
  'sounds the same',
  'in the other field',
  'different',
] as const;
export type Level = (typeof LEVELS)[number];

/** Places in `LEVELS`, as comparisons answer them. */
export const SAME = 0;
export const NEAR = 1;
export const ALIKE = 2;
export const SOUNDS = 3;
export const CROSSED = 4;
export const DIFFERENT = 5;
/** One of both says nothing: no evidence, neither for nor against. */
export const MISSING = -1;
/** What it says is counted with another field. */
export const COUNTED = -2;

/** Kinds that tell one member of a household from another. */
export const PERSONAL: ReadonlySet<FieldKind> = new Set([
  'given name',
  'name',
  'date of birth',
  'email',
  'handle',
  'phone',
  'identifier',
]);

/** Kinds that are given to one person or household alone: that strangers have the same is a slip. */
export const OWN: ReadonlySet<FieldKind> = new Set(['email', 'phone', 'identifier']);

/** Pairs of kinds whose values people and programs put into each other's field. */
export const CROSSABLE: readonly (readonly [FieldKind, FieldKind])[] = [
  ['given name', 'family name'],
  ['street', 'address'],
];
