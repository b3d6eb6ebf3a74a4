import { describe, expect, it } from 'vitest';
import { addUp, sentence, tallyOf } from '../setup/tally.mjs';

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((one) => ({ status: one })),
});

describe('the count of tests', () => {
  it('adds up what passed, failed and was skipped', () => {
    const report = {
      success: false,
      testResults: [
        file('passed', 'passed', 'pending'),
        file('failed', 'failed', 'passed', 'todo', 'skipped'),
      ],
    };
    expect(tallyOf(report)).toEqual({ passed: 2, failed: 1, skipped: 3 });
  });

  it('counts a file that could not be loaded, and an error outside of any test, as failed', () => {
    expect(tallyOf({ success: false, testResults: [file('failed'), file('passed', 'passed')] })).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
    expect(tallyOf({ success: false, testResults: [file('passed', 'passed')] }).failed).toBe(1);
    expect(tallyOf({ success: true, testResults: [] }).failed).toBe(0);
  });

  it('is said in one line', () => {
    const total = addUp([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 3, failed: 1, skipped: 0 },
    ]);
    expect(sentence(total)).toBe('4 passed, 1 failed, 2 skipped');
  });
});
