/** Counts of tests, from vitest's JSON report and from checks that count as one test each. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @returns {Tally} */
export function tallyOf(report) {
  const files = report.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const count = (...statuses) => tests.filter((test) => statuses.includes(test.status)).length;
  // A file that could not even be loaded reports no tests, yet must not go unnoticed.
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = count('failed') + unloaded;
  return {
    passed: count('passed'),
    // An error outside of any test (a rejection nobody caught) fails the run as well.
    failed: failed === 0 && report.success === false ? 1 : failed,
    skipped: count('skipped', 'pending', 'todo', 'disabled'),
  };
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function addUp(tallies) {
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** What the last line of a run says. */
export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
