import type { DraftContent } from '../flow/draft.ts';
import { isJsonObject, type Json, type JsonObject } from '../flow/json.ts';
import { member } from './json-things.ts';
import { OpenPart } from './open-part.ts';
import { partAddress, type Address } from './address.ts';
import type { Collection } from './shape.ts';

/** A draft's content while it is being changed. Parts are opened when they are first asked for. */
export class OpenContent {
  readonly #content: DraftContent;
  /** Null: it went. */
  readonly #parts = new Map<
    Address,
    { collection: Collection; id: string | undefined; part: OpenPart | null }
  >();

  constructor(content: DraftContent) {
    this.#content = content;
  }

  part(collection: Collection, id: string | undefined): OpenPart | undefined {
    const address = partAddress(collection, id);
    const open = this.#parts.get(address);
    if (open !== undefined) return open.part ?? undefined;
    const thing = partIn(this.#content, collection, id);
    if (thing === undefined) return undefined;
    const part = new OpenPart(collection, thing);
    this.#parts.set(address, { collection, id, part });
    return part;
  }

  addPart(collection: Collection, id: string, thing: JsonObject): void {
    this.#parts.set(partAddress(collection, id), { collection, id, part: new OpenPart(collection, thing) });
  }

  removePart(collection: Collection, id: string): void {
    this.#parts.set(partAddress(collection, id), { collection, id, part: null });
  }

  /** The content as it is now. What nobody changed is the same object as before. */
  result(): DraftContent {
    const whole: { [member: string]: Json } = {};
    const parts = new Map<Collection, { [id: string]: Json }>();
    for (const { collection, id, part } of this.#parts.values()) {
      const was = partIn(this.#content, collection, id);
      const is = part?.result();
      if (is === was) continue;
      if (id === undefined) {
        if (is !== undefined) whole[collection] = is;
        continue;
      }
      const changed = parts.get(collection) ?? { ...partsIn(this.#content, collection) };
      parts.set(collection, changed);
      // Defined, not assigned: an id may be called `__proto__`.
      if (is === undefined) delete changed[id];
      else
        Object.defineProperty(changed, id, {
          value: is,
          enumerable: true,
          writable: true,
          configurable: true,
        });
    }
    for (const [collection, changed] of parts) whole[collection] = changed;
    return Object.keys(whole).length === 0 ? this.#content : withMembers(this.#content, whole);
  }
}

/** A part as it stands in a content. */
export function partIn(
  content: DraftContent,
  collection: Collection,
  id: string | undefined,
): JsonObject | undefined {
  const found = id === undefined ? content[collection] : member(partsIn(content, collection), id);
  return isJsonObject(found) ? found : undefined;
}

/** All parts of a collection by id; of the main flow, which has none, nothing. */
export function partsIn(content: DraftContent, collection: Collection): JsonObject {
  const parts: unknown = collection === 'flow' ? {} : content[collection];
  return isJsonObject(parts) ? parts : {};
}

function withMembers<T extends object>(thing: T, members: { readonly [member: string]: Json }): T {
  return { ...thing, ...members };
}
