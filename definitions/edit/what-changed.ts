import type { DraftContent } from '../flow/draft.ts';
import type { Json, JsonObject } from '../flow/json.ts';
import { partOf, type Address } from './address.ts';
import { difference } from './difference.ts';
import { NetOfChanges, type ThingNet } from './net.ts';
import { partIn } from './open-content.ts';
import { OpenPart } from './open-part.ts';
import { cellOf } from './row-cells.ts';
import { keyedList, type Collection } from './shape.ts';

export type Became = 'added' | 'removed' | 'changed';

/** A field as it was and is; absent: there was, or is, none. */
export interface ChangedField {
  readonly field: string;
  /** Of a cell: the key of its column, and whether it is a condition or a result (`when`, `then`). */
  readonly cell?: { readonly column: string; readonly member: string };
  readonly before?: Json;
  readonly after?: Json;
}

/** A node, edge, variable, lane, column, row or entry that is not as it was. */
export interface ChangedItem {
  readonly address: Address;
  readonly list: string;
  readonly key: string;
  readonly became: Became;
  /** Whether it stands elsewhere in its list. */
  readonly isMoved: boolean;
  /** As it is now, or as it was if it went. */
  readonly item: JsonObject;
  readonly fields: readonly ChangedField[];
}

/** A flow, table, word list or calendar that is not as it was. */
export interface ChangedPart {
  readonly address: Address;
  readonly collection: Collection;
  /** Absent: the main flow. */
  readonly id?: string;
  /** The name that it has now, or had if it went. */
  readonly name: string;
  readonly became: Became;
  readonly fields: readonly ChangedField[];
  /** Empty for a part that came or went: all of it did. */
  readonly items: readonly ChangedItem[];
}

/**
 * What is not in one content as it was in another, part by part, in the order of a draft. Cells of a column that went
 * are told with the column alone.
 */
export function whatChanged(before: DraftContent, after: DraftContent): readonly ChangedPart[] {
  const net = new NetOfChanges(difference(before, after));
  const parts = new Map<Address, ThingNet[]>();
  for (const thing of net.things.values()) {
    const part = partOf(thing.place);
    const things = parts.get(part) ?? [];
    parts.set(part, things);
    things.push(thing);
  }
  return [...parts].map(([address, things]) => {
    const { collection, id } = things[0]?.place ?? { collection: 'flow' };
    const [was, is] = [before, after].map((content) => {
      const part = partIn(content, collection, id);
      return part === undefined ? undefined : new OpenPart(collection, part);
    });
    return changedPart({ address, collection, ...(id === undefined ? {} : { id }) }, things, {
      was,
      is,
      net,
    });
  });
}

interface Around {
  readonly net: NetOfChanges;
  readonly was: OpenPart | undefined;
  readonly is: OpenPart | undefined;
}

function changedPart(
  part: Pick<ChangedPart, 'address' | 'collection' | 'id'>,
  things: readonly ThingNet[],
  around: Around,
): ChangedPart {
  const itself = things.find(({ place }) => place.list === undefined);
  const name = (around.is ?? around.was)?.field('name');
  return {
    ...part,
    name: typeof name === 'string' ? name : '',
    became: itself?.net.state ?? 'changed',
    fields: itself === undefined ? [] : changedFieldsOf(itself, around),
    items: things.flatMap((thing) => changedItem(thing, around)),
  };
}

function changedItem(thing: ThingNet, around: Around): readonly ChangedItem[] {
  const { address, place, net } = thing;
  const { list, key } = place;
  if (list === undefined || key === undefined) return [];
  const fields = changedFieldsOf(thing, around);
  const isMoved = net.state === 'changed' && net.moved !== null;
  if (net.state === 'changed' && fields.length === 0 && !isMoved) return [];
  const item = (net.state === 'removed' ? around.was : around.is)?.list(list)?.get(key) ?? {};
  return [{ address, list, key, became: net.state, isMoved, item, fields }];
}

function changedFieldsOf({ place, net }: ThingNet, around: Around): readonly ChangedField[] {
  if (net.state !== 'changed') return [];
  const shape = place.list === undefined ? undefined : keyedList(place.collection, place.list);
  return [...net.fields].flatMap(([field, { before, after }]) => {
    if (around.net.removesColumnOf(place, field)) return [];
    const cell = shape === undefined ? undefined : cellOf(shape, field);
    return [
      {
        field,
        ...(cell === undefined ? {} : { cell: { column: cell.column, member: cell.cells.member } }),
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      },
    ];
  });
}
