const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** A page is found by one that holds a few hundred at most, whether a hundred or ten thousand cases change a day. */
const WINDOWS_MS = [MINUTE_MS, 15 * MINUTE_MS, 240 * MINUTE_MS, 2 * DAY_MS, 30 * DAY_MS];

/**
 * The latest of a list, looked for in a short time first and then in longer and longer ones: some servers read all
 * that fits in order to sort it, however few of it are wanted.
 */
export async function latestOf<D>(
  limit: number,
  latest: Date,
  findSince: (since: Date | null) => Promise<readonly D[]>,
): Promise<readonly D[]> {
  for (const ms of WINDOWS_MS) {
    const found = await findSince(new Date(latest.getTime() - ms));
    if (found.length >= limit) return found;
  }
  return findSince(null);
}
