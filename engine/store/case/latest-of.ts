const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** A page is found by one that holds a few hundred at most, whether a hundred or ten thousand change a day. */
const WINDOWS_MS = [MINUTE_MS, 15 * MINUTE_MS, 240 * MINUTE_MS, 2 * DAY_MS, 30 * DAY_MS];

/**
 * The latest of a list, looked for in a short time first and then in longer and longer ones: some servers read all
 * that fits in order to sort it, however few of it are wanted.
 */
export function latestOf<D>(
  limit: number,
  latest: Date,
  findSince: (since: Date | null) => Promise<readonly D[]>,
): Promise<readonly D[]> {
  return inWindows(limit, findSince, (ms) => new Date(latest.getTime() - ms));
}

/**
 * The earliest of a list, looked for in the same way. `earliest` is where it may begin: whatever lies before that is
 * found all the same, only for more reading.
 */
export function earliestOf<D>(
  limit: number,
  earliest: Date,
  findUntil: (until: Date | null) => Promise<readonly D[]>,
): Promise<readonly D[]> {
  return inWindows(limit, findUntil, (ms) => new Date(earliest.getTime() + ms));
}

/**
 * A condition on a field, with both its bounds in one place: some servers use but one of those that stand apart, and
 * read from the beginning of the list to its middle. No bounds, no condition.
 */
export function between(field: string, from: unknown, until: unknown): Record<string, unknown> {
  const bounds = {
    ...(from instanceof Date && { $gte: from }),
    ...(until instanceof Date && { $lte: until }),
  };
  return Object.keys(bounds).length === 0 ? {} : { [field]: bounds };
}

async function inWindows<D>(
  limit: number,
  find: (bound: Date | null) => Promise<readonly D[]>,
  boundAfter: (ms: number) => Date,
): Promise<readonly D[]> {
  for (const ms of WINDOWS_MS) {
    const found = await find(boundAfter(ms));
    if (found.length >= limit) return found;
  }
  return find(null);
}
