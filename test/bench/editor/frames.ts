import type { Page } from 'playwright-core';
import { quantile } from '../quantile.ts';

/** How long frames took while something went on, in milliseconds. */
export interface Frames {
  readonly median: number;
  readonly p95: number;
  readonly perSecond: number;
}

/** Frame times of the page while `act` goes on. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { frameTimes: seen, isWatched: true });
    let last = performance.now();
    const next = (now: number): void => {
      seen.push(now - last);
      last = now;
      if (Reflect.get(window, 'isWatched') === true) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await act();
  const times = await page.evaluate(() => {
    Object.assign(window, { isWatched: false });
    const seen: unknown = Reflect.get(window, 'frameTimes');
    return Array.isArray(seen) ? seen.slice(1).map(Number) : [];
  });
  const whole = times.reduce((sum, ms) => sum + ms, 0);
  return {
    median: round(quantile(times, 0.5)),
    p95: round(quantile(times, 0.95)),
    perSecond: round((times.length * 1_000) / whole),
  };
}

export const round = (value: number): number => Math.round(value * 10) / 10;
