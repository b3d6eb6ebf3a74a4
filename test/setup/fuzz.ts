const ASKED = Number(process.env['FUZZ_RUNS'] ?? 0);

/** How many cases a fuzz test tries: a few with all the tests, and FUZZ_RUNS of each with `npm run fuzz`. */
export function fuzzRuns(few: number): number {
  return ASKED > 0 ? ASKED : few;
}

/** For a test of that many cases: as long as they may take. */
export const FUZZ_TIME = { timeout: Math.max(600_000, ASKED * 100) };
