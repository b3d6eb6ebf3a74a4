import type { Json, JsonObject } from '../flow/json.ts';
import { OpenList } from './open-list.ts';
import { reshaped, type Columns, type ColumnStep } from './row-cells.ts';
import { itemsIn, member, withMember } from './json-things.ts';
import { keyedList, keyedLists, type CellsShape, type Collection } from './shape.ts';

/** A flow, table, word list or calendar while it is being changed; its lists are opened when they are first asked for. */
export class OpenPart {
  readonly collection: Collection;
  #thing: JsonObject;
  readonly #lists = new Map<string, OpenList>();
  /** The keys of a list of columns, in order. */
  readonly columns: Columns = (list) => this.list(list)?.keys() ?? [];

  constructor(collection: Collection, thing: JsonObject) {
    this.collection = collection;
    this.#thing = thing;
  }

  field(name: string): Json | undefined {
    return member(this.#thing, name);
  }

  setField(name: string, value: Json | undefined): void {
    this.#thing = withMember(this.#thing, name, value);
  }

  list(name: string): OpenList | undefined {
    const open = this.#lists.get(name);
    const shape = keyedList(this.collection, name);
    if (open !== undefined || shape === undefined) return open;
    const list = new OpenList(itemsIn(this.#thing, name), shape.key);
    this.#lists.set(name, list);
    return list;
  }

  /** What has a cell for each item of this list; nothing, if it is no list of columns. */
  cellsFor(columns: string): readonly { readonly rows: OpenList; readonly cells: CellsShape }[] {
    return keyedLists(this.collection).flatMap(([name, shape]) =>
      (shape.cells ?? []).flatMap((cells) => {
        const rows = cells.columns === columns ? this.list(name) : undefined;
        return rows === undefined ? [] : [{ rows, cells }];
      }),
    );
  }

  /** The cells of all rows follow a column of this list that came, went or moved. `count`: columns before. */
  reshape(columns: string, count: number, step: ColumnStep): void {
    for (const { rows, cells } of this.cellsFor(columns)) {
      rows.putAll((row) => reshaped(row, cells, count, step));
    }
  }

  result(): JsonObject {
    let thing = this.#thing;
    for (const [name, list] of this.#lists) {
      const items = list.result();
      if (items !== thing[name]) thing = { ...thing, [name]: items };
    }
    return thing;
  }
}
