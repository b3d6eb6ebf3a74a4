import { describe, expect, it } from 'vitest';
import { pauseAfter } from '../../engine/cli/import/settle.ts';

describe('how long an import waits before it asks again how far its cases are', () => {
  it('is longer after an answer that took longer, so that asking costs a fifth of the time at most', () => {
    expect(pauseAfter(1)).toBe(1_000);
    expect(pauseAfter(2_000)).toBe(8_000);
  });

  it('is no longer than ten seconds, for the answer may have taken so long because the API was started again', () => {
    expect(pauseAfter(25_000)).toBe(10_000);
  });
});
