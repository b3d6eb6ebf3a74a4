/** Which page, as the store is asked for it. */
export function pageRequest({ limit, cursor }: { limit: number; cursor?: string | undefined }): {
  limit: number;
  cursor?: string;
} {
  return cursor === undefined ? { limit } : { limit, cursor };
}
