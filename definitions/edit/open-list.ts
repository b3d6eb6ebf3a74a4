import type { JsonObject } from '../flow/json.ts';
import { indexOfKey, keysOf } from './key.ts';

interface Entry {
  readonly key: string;
  item: JsonObject;
  before: Entry | null;
  next: Entry | null;
}

/** Looking for so many items one by one costs less than an index of all. */
const FEW = 12;

/**
 * A list of items while it is being changed. The original stays as it is. Keys are those of the beginning and stay with
 * their items to the end. What only sets a few items copies the list and no more; what changes its order links it.
 */
export class OpenList {
  readonly #original: readonly JsonObject[];
  readonly #member: string;
  #copy: JsonObject[] | null = null;
  #looked = 0;
  #entries: Map<string, Entry> | null = null;
  #first: Entry | null = null;
  #keys: readonly string[] | null = null;
  #isChanged = false;

  constructor(original: readonly JsonObject[], member: string) {
    this.#original = original;
    this.#member = member;
  }

  get(key: string): JsonObject | undefined {
    if (this.#entries === null && ++this.#looked > FEW) this.#link();
    if (this.#entries !== null) return this.#entries.get(key)?.item;
    return this.#array()[indexOfKey(this.#original, this.#member, key)];
  }

  /** Puts another item in the place of the one with this key, if there is one. */
  put(key: string, item: JsonObject): void {
    this.#isChanged = true;
    const entry = this.#entries?.get(key);
    if (entry !== undefined) entry.item = item;
    if (this.#entries !== null) return;
    const at = indexOfKey(this.#original, this.#member, key);
    this.#copy ??= [...this.#original];
    if (at >= 0) this.#copy[at] = item;
  }

  /** The key of the item before this one; null: it is the first. */
  before(key: string): string | null {
    return this.#linked().get(key)?.before?.key ?? null;
  }

  /** Behind the item with the key `after`, or first. False, and nothing done, if that is not there or the key is taken. */
  insert(key: string, item: JsonObject, after: string | null): boolean {
    const entries = this.#linked();
    const before = after === null ? null : entries.get(after);
    if (before === undefined || entries.has(key)) return false;
    const next = before === null ? this.#first : before.next;
    const entry: Entry = { key, item, before, next };
    if (before === null) this.#first = entry;
    else before.next = entry;
    if (next !== null) next.before = entry;
    entries.set(key, entry);
    this.#keys = null;
    this.#isChanged = true;
    return true;
  }

  delete(key: string): void {
    const entry = this.#linked().get(key);
    if (entry === undefined) return;
    if (entry.before === null) this.#first = entry.next;
    else entry.before.next = entry.next;
    if (entry.next !== null) entry.next.before = entry.before;
    this.#linked().delete(key);
    this.#keys = null;
    this.#isChanged = true;
  }

  /** The keys of all items, in order. */
  keys(): readonly string[] {
    this.#keys ??=
      this.#entries === null ? keysOf(this.#original, this.#member) : this.#inOrder(({ key }) => key);
    return this.#keys;
  }

  items(): readonly JsonObject[] {
    return this.#entries === null ? this.#array() : this.#inOrder(({ item }) => item);
  }

  /** Every item becomes another; their keys stay. */
  putAll(become: (item: JsonObject) => JsonObject): void {
    for (const entry of this.#linked().values()) entry.item = become(entry.item);
    this.#isChanged = true;
  }

  /** The list as it is now: the original itself if nothing was changed. */
  result(): readonly JsonObject[] {
    return this.#isChanged ? this.items() : this.#original;
  }

  #array(): readonly JsonObject[] {
    return this.#copy ?? this.#original;
  }

  #linked(): Map<string, Entry> {
    return this.#entries ?? this.#link();
  }

  #link(): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    const keys = this.keys();
    let before: Entry | null = null;
    for (const [at, item] of this.#array().entries()) {
      const entry: Entry = { key: keys[at] ?? '', item, before, next: null };
      if (before === null) this.#first = entry;
      else before.next = entry;
      entries.set(entry.key, entry);
      before = entry;
    }
    this.#entries = entries;
    return entries;
  }

  #inOrder<T>(of: (entry: Entry) => T): T[] {
    const found: T[] = [];
    for (let entry = this.#first; entry !== null; entry = entry.next) found.push(of(entry));
    return found;
  }
}
