/**
 * Where the things of one list stand that changes placed there: behind what, when all changes are made. What is put
 * between, moved away or removed meanwhile is reckoned with.
 */
export class Standing {
  readonly #behind = new Map<string, string | null>();
  readonly #next = new Map<string | null, string>();

  /** What an item stands behind that was placed and is there still; undefined for others. */
  behind(key: string): string | null | undefined {
    return this.#behind.get(key);
  }

  /** The placed item that stands right behind this one. */
  next(key: string): string | undefined {
    return this.#next.get(key);
  }

  place(key: string, behind: string | null): void {
    const pushed = this.#next.get(behind);
    if (pushed !== undefined) this.#stand(pushed, key);
    this.#stand(key, behind);
  }

  /** The item goes away from behind `from`. */
  leave(key: string, from: string | null): void {
    const behind = this.#behind.get(key);
    const before = behind === undefined ? from : behind;
    this.#behind.delete(key);
    if (this.#next.get(before) === key) this.#next.delete(before);
    const follower = this.#next.get(key);
    this.#next.delete(key);
    if (follower !== undefined) this.#stand(follower, before);
  }

  #stand(key: string, behind: string | null): void {
    this.#behind.set(key, behind);
    this.#next.set(behind, key);
  }
}
