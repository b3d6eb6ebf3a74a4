/** One page of a long list. `next` is handed back as `cursor` for the page after it; null on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Which page: at most `limit` items (default 50, at most 500) after `cursor`. */
export interface PageRequest {
  readonly cursor?: string;
  readonly limit?: number;
}
