import type { Instant } from '../interpreter/event.ts';

interface Entry<T> {
  readonly at: Instant;
  readonly n: number;
  readonly id: string;
  readonly item: T;
}

/** What is still to happen, by instant; at the same instant in the order in which it was planned. */
export class Agenda<T> {
  readonly #heap: Entry<T>[] = [];
  readonly #live = new Map<string, number>();
  #planned = 0;

  /** Plans an item under an id, by which it may be dropped. */
  plan(id: string, at: Instant, item: T): void {
    this.#planned += 1;
    const entry = { at, n: this.#planned, id, item };
    this.#live.set(id, entry.n);
    this.#heap.push(entry);
    this.#rise(this.#heap.length - 1);
  }

  drop(id: string): void {
    this.#live.delete(id);
  }

  /** Takes out what comes next. Undefined when nothing does. */
  next(): { readonly at: Instant; readonly item: T } | undefined {
    for (;;) {
      const entry = this.#takeFirst();
      if (entry === undefined) return undefined;
      if (this.#live.get(entry.id) !== entry.n) continue;
      this.#live.delete(entry.id);
      return { at: entry.at, item: entry.item };
    }
  }

  #takeFirst(): Entry<T> | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || this.#heap.length === 0) return first;
    this.#heap[0] = last;
    this.#sink();
    return first;
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1;
      if (!this.#swapIfEarlier(at, above)) return;
      at = above;
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      const left = at * 2 + 1;
      const earlier = this.#isEarlier(left + 1, left) ? left + 1 : left;
      if (!this.#swapIfEarlier(earlier, at)) return;
      at = earlier;
    }
  }

  #isEarlier(a: number, b: number): boolean {
    const first = this.#heap[a];
    const second = this.#heap[b];
    if (first === undefined || second === undefined) return false;
    return first.at < second.at || (first.at === second.at && first.n < second.n);
  }

  #swapIfEarlier(a: number, b: number): boolean {
    const first = this.#heap[a];
    const second = this.#heap[b];
    if (first === undefined || second === undefined || !this.#isEarlier(a, b)) return false;
    this.#heap[a] = second;
    this.#heap[b] = first;
    return true;
  }
}
