/** An item of a list as it was written last. Items keep their `order`, whatever comes and goes before them. */
export interface Written<E = unknown> {
  readonly entry: E;
  readonly id: string;
  readonly order: number;
}

/** What has to be written so that a list is kept as it is now. */
export interface ListChanges<E> {
  readonly written: readonly Written[];
  readonly put: readonly Written<E>[];
  /** Ids of items that went. */
  readonly gone: readonly string[];
}

/**
 * What became of a list since it was written. Most of it is what it was: where items came at the end, or went from
 * either, the others are looked at for no more than whether they are the same.
 */
export function listChanges<E>(
  before: readonly Written[],
  now: readonly E[],
  { idOf, newOrder }: { readonly idOf: (entry: E) => string; readonly newOrder: () => number },
): ListChanges<E> {
  const [first] = now;
  const from = Math.max(
    0,
    before.findIndex(({ entry }) => entry === first),
  );
  let same = 0;
  while (same < now.length && before[from + same]?.entry === now[same]) same++;
  const left = new Map([...before.slice(0, from), ...before.slice(from + same)].map((one) => [one.id, one]));
  const rest: Written[] = [];
  const put: Written<E>[] = [];
  for (const entry of now.slice(same)) {
    const id = idOf(entry);
    const known = left.get(id);
    left.delete(id);
    const one = { entry, id, order: known?.order ?? newOrder() };
    rest.push(one);
    if (known?.entry !== entry) put.push(one);
  }
  return { written: [...before.slice(from, from + same), ...rest], put, gone: [...left.keys()] };
}
