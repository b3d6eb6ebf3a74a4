import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { freshPage } from './visitor.ts';

export interface FirstLook {
  readonly largestPaintMs: number;
  readonly layoutShift: number;
  /** From the start of the visit until the heading is there and nothing is loading any more. */
  readonly readableMs: number;
  /** Of all script fetched until then, compressed. */
  readonly scriptKb: number;
}

/** A first visit to a page, by the browser's own trace. */
export async function firstLook(
  browser: Browser,
  at: { readonly url: string; readonly token: string },
  path: string,
): Promise<FirstLook> {
  const page = await freshPage(browser, at);
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.addInitScript(() => {
    const seen = { paint: 0, shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.paint = Math.max(seen.paint, entry.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry && !('hadRecentInput' in entry && entry.hadRecentInput === true))
          seen.shift += Number(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(path, { waitUntil: 'commit' });
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null,
    undefined,
    { polling: 'raf' },
  );
  const readableMs = await page.evaluate(() => performance.now());
  await page.waitForTimeout(1_500);
  const seen = await page.evaluate(() => {
    const found: unknown = Reflect.get(window, 'seen');
    const { paint, shift } = Object(found);
    return { paint: Number(paint), shift: Number(shift) };
  });
  const sizes = await Promise.all(scripts);
  await page.context().close();
  return {
    largestPaintMs: Math.round(seen.paint),
    layoutShift: Math.round(seen.shift * 1_000) / 1_000,
    readableMs: Math.round(readableMs),
    scriptKb: Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1_024),
  };
}
