import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../definitions/feel/compile.ts';
import { SCOPE, TYPES } from './evaluating.ts';

/** Microseconds of this process's own processor time, which other processes do not slow much. */
function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

describe('speed', () => {
  it('evaluates a condition over two numbers at least a million times a second', () => {
    const { evaluate } = compileExpression('tenure >= 10 and sentiment < -0.3', TYPES);
    const times = 200_000;
    const run = (): void => {
      for (let i = 0; i < times; i += 1) evaluate(SCOPE, 0);
    };
    run();
    const best = Math.min(...Array.from({ length: 5 }, () => processorTime(run)));
    expect(times / best).toBeGreaterThan(1);
  });
});
