/** Which of so many things go together with which, as bits. */
export class Pairs {
  readonly #rows: Uint32Array[];
  readonly #degrees: number[];
  #count = 0;

  constructor(size: number) {
    this.#rows = Array.from({ length: size }, () => new Uint32Array((size + 31) >>> 5));
    this.#degrees = new Array<number>(size).fill(0);
  }

  get count(): number {
    return this.#count;
  }

  add(a: number, b: number): void {
    this.#set(a, b);
    this.#set(b, a);
    this.#count += 1;
  }

  /**
   * Every pair in one group: a thing with all that go together with it, the busiest first; of several as busy the
   * first. Takes the pairs out.
   */
  *groups(): Generator<{ readonly hub: number; readonly partners: readonly number[] }> {
    for (;;) {
      const most = this.#degrees.reduce((best, degree, i, all) => (degree > (all[best] ?? 0) ? i : best), 0);
      if ((this.#degrees[most] ?? 0) === 0) return;
      const partners = this.#degrees.flatMap((_, other) => (this.#has(most, other) ? [other] : []));
      for (const other of partners) {
        this.#clear(most, other);
        this.#clear(other, most);
      }
      yield { hub: most, partners };
    }
  }

  #has(a: number, b: number): boolean {
    return (((this.#rows[a]?.[b >>> 5] ?? 0) >>> (b & 31)) & 1) === 1;
  }

  #set(a: number, b: number): void {
    this.#flip(a, b, 1);
  }

  #clear(a: number, b: number): void {
    this.#flip(a, b, -1);
  }

  #flip(a: number, b: number, by: 1 | -1): void {
    const row = this.#rows[a];
    if (row === undefined) return;
    row[b >>> 5] = (row[b >>> 5] ?? 0) ^ (1 << (b & 31));
    this.#degrees[a] = (this.#degrees[a] ?? 0) + by;
  }
}
