import { describe, expect, it } from 'vitest';
import { onAnotherPort } from '../../engine/local/another-port.ts';
import { LocalProblem } from '../../engine/local/local-problem.ts';

const taken = () =>
  new LocalProblem(
    'server did not start',
    'Temporal did not start',
    'its log ends with "bind: address already in use"',
  );

describe('a server whose port was taken meanwhile', () => {
  it('is started again', async () => {
    let tries = 0;
    const started = onAnotherPort(async () => {
      tries += 1;
      if (tries === 1) throw taken();
      return tries;
    });
    await expect(started).resolves.toBe(2);
  });

  it('is given up after three tries, with what was wrong', async () => {
    let tries = 0;
    const started = onAnotherPort(async () => {
      tries += 1;
      throw taken();
    });
    await expect(started).rejects.toThrow(/already in use/);
    expect(tries).toBe(3);
  });

  it('is not started again for anything else', async () => {
    let tries = 0;
    const started = onAnotherPort(async () => {
      tries += 1;
      throw new LocalProblem('no room', 'There is no room', 'make some');
    });
    await expect(started).rejects.toThrow(/no room/);
    expect(tries).toBe(1);
  });
});
