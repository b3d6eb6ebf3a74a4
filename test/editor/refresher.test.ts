import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeRefresher, type Refresher } from '../../editor/shell/refresher.ts';

let client: QueryClient;
let refresher: Refresher;
beforeEach(() => {
  client = new QueryClient();
  refresher = makeRefresher(client);
});
afterEach(() => {
  refresher.stop();
  client.clear();
});

/** A question that is looked at; `answers` counts those given, each after so long. */
function looked(name: string, takesMs: number): { answers: number; asked: number } {
  const seen = { answers: 0, asked: 0 };
  new QueryObserver(client, {
    queryKey: [name],
    staleTime: Infinity,
    async queryFn() {
      seen.asked += 1;
      await pause(takesMs);
      return (seen.answers += 1);
    },
  }).subscribe(() => undefined);
  return seen;
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('what a page asks again when something changed', () => {
  it('is one question for a flood of changes', async () => {
    const cases = looked('cases', 1);
    await expect.poll(() => cases.answers).toBe(1);
    for (let n = 0; n < 100; n += 1) refresher.refresh(([name]) => name === 'cases');
    await expect.poll(() => cases.answers).toBe(2);
    await pause(600);
    expect(cases.asked).toBe(2);
  });

  it('does not wait for another that is slow', async () => {
    const slow = looked('slow', 1_500);
    const quick = looked('quick', 1);
    await expect.poll(() => slow.answers, { timeout: 5_000 }).toBe(1);
    refresher.refresh(() => true);
    await expect.poll(() => quick.answers).toBe(2);
    refresher.refresh(([name]) => name === 'quick');
    await expect.poll(() => quick.answers).toBe(3);
    expect(slow.answers).toBe(1);
  });

  it('is asked once more when the change came while an answer was under way', async () => {
    const cases = looked('cases', 400);
    expect(cases.asked).toBe(1);
    refresher.refresh(() => true);
    await expect.poll(() => cases.answers, { timeout: 5_000 }).toBe(2);
    refresher.refresh(() => true);
    await expect.poll(() => cases.asked, { timeout: 5_000 }).toBe(3);
    refresher.refresh(() => true);
    await expect.poll(() => cases.answers, { timeout: 5_000 }).toBe(4);
  });

  it('waits until it is looked at again where nobody looks', async () => {
    client.setQueryData(['cases'], 1);
    refresher.refresh(() => true);
    expect(client.getQueryState(['cases'])?.isInvalidated).toBe(true);
  });
});
