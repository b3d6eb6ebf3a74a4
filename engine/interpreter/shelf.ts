/**
 * A record of the state while one event is worked on: reads from the given record until the first change, then from
 * a copy of its own. The given record is never touched, and an untouched one is handed back as it came.
 */
export class Shelf<T> {
  #record: Readonly<Record<string, T>>;
  #own: Record<string, T> | null = null;

  constructor(record: Readonly<Record<string, T>>) {
    this.#record = record;
  }

  /** Ids come from outside too: one that is a name of `Object.prototype` must find nothing. */
  get(id: string): T | undefined {
    return Object.hasOwn(this.#record, id) ? this.#record[id] : undefined;
  }

  set(id: string, value: T): void {
    this.#writable()[id] = value;
  }

  delete(id: string): void {
    if (!Object.hasOwn(this.#record, id)) return;
    if (this.#own !== null) {
      delete this.#own[id];
      return;
    }
    // Copying without the key is far cheaper than copying and deleting.
    const own: Record<string, T> = {};
    for (const key in this.#record) {
      const value = this.#record[key];
      if (key !== id && value !== undefined) own[key] = value;
    }
    this.#own = own;
    this.#record = own;
  }

  /**
   * Ids in order of number, whatever order a serialiser left them in; a list of its own, so that the shelf may change
   * while it is walked.
   */
  ids(): string[] {
    const ids = Object.keys(this.#record);
    return ids.length > 1 ? ids.sort(byNumber) : ids;
  }

  /** The id of one for which the claim is true, in no particular order. */
  find(claim: (value: T) => boolean): string | undefined {
    for (const id in this.#record) {
      const value = this.#record[id];
      if (value !== undefined && claim(value)) return id;
    }
    return undefined;
  }

  isEmpty(): boolean {
    for (const _ in this.#record) return false;
    return true;
  }

  record(): Readonly<Record<string, T>> {
    return this.#record;
  }

  #writable(): Record<string, T> {
    if (this.#own === null) {
      // Key by key: the records of a run differ in shape, and a spread is made for those that do not.
      const own: Record<string, T> = {};
      for (const key in this.#record) {
        const value = this.#record[key];
        if (value !== undefined) own[key] = value;
      }
      this.#own = own;
      this.#record = own;
    }
    return this.#own;
  }
}

/** Order of ids that are one letter and a number. */
function byNumber(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : 1;
}
