import { pointer, pointerSteps } from '../flow/json-pointer.ts';
import { COLLECTIONS, type Collection } from './shape.ts';

/**
 * Where a thing or a list stands, as a JSON Pointer whose steps are keys instead of indexes: `/flow`, `/tables/remedy`,
 * `/flow/nodes/ask`, `/tables/remedy/rows/row-1`; lists: `/flow/nodes`, `/tables/remedy/rows`, `/tables`.
 */
export type Address = string;

/** An address, taken apart. `list` and `key` are there for an item, `list` alone for a list, neither for a part. */
export interface Place {
  readonly collection: Collection;
  /** Absent: the main flow, or (of a list) all parts of the collection. */
  readonly id?: string;
  readonly list?: string;
  readonly key?: string;
}

/** The place that an address names, or undefined if none can be there. */
export function placeOf(address: Address): Place | undefined {
  const [first, ...steps] = pointerSteps(address);
  const collection = COLLECTIONS.find((name) => name === first);
  if (collection === undefined) return undefined;
  const id = collection === 'flow' ? undefined : steps.shift();
  const [list, key, ...more] = steps;
  if (more.length > 0) return undefined;
  return {
    collection,
    ...(id === undefined ? {} : { id }),
    ...(list === undefined ? {} : { list }),
    ...(key === undefined ? {} : { key }),
  };
}

/** The address of a flow, table, word list or calendar. */
export function partAddress(collection: Collection, id: string | undefined): Address {
  return id === undefined ? pointer(collection) : pointer(collection, id);
}

/** The address of an item, or of a list of a part. */
export function below(address: Address, step: string): Address {
  return address + pointer(step);
}

/** The part that a thing or list stands in, itself if it is one. */
export function partOf({ collection, id }: Place): Address {
  return partAddress(collection, id);
}
