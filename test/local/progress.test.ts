import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainLines } from '../../engine/local/progress.ts';

describe('progress where there is no terminal', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('never stays silent for ten seconds while a task is under way', () => {
    const printedAt: number[] = [];
    const task = plainLines(() => printedAt.push(Date.now())).task('Temporal');
    const started = Date.now();
    task.say('compiling');
    vi.advanceTimersByTime(60_000);
    task.done('ready');
    const gaps = [started, ...printedAt].map((at, index, all) => (all[index + 1] ?? at) - at);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000);
    expect(printedAt.length).toBeGreaterThanOrEqual(7);
  });

  it('does not print every change of a busy task', () => {
    const lines: string[] = [];
    const task = plainLines((line) => lines.push(line)).task('MongoDB');
    for (let done = 0; done < 1_000; done += 1) {
      task.say(`${done} of 1000`);
      vi.advanceTimersByTime(10);
    }
    expect(lines.length).toBeLessThan(6);
    expect(lines[0]).toBe('MongoDB: 0 of 1000');
    task.done('ready');
    expect(lines.at(-1)).toBe('MongoDB: ready');
  });

  it('says nothing more once the task is done', () => {
    const lines: string[] = [];
    const task = plainLines((line) => lines.push(line)).task('x');
    task.say('a');
    task.failed('no way');
    vi.advanceTimersByTime(60_000);
    expect(lines).toEqual(['x: a', 'x: failed: no way']);
  });
});
