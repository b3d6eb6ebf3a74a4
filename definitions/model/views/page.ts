/** Lists: `?limit=` 1–200 (50 if absent), `?cursor=` the `next` of the page before; newest or most urgent first. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Give it back as `cursor` for what follows; null at the end. */
  readonly next: string | null;
}

/** Something with a name, by its id. The name is '' when the thing is gone. */
export type Named = { readonly id: string; readonly name: string };
