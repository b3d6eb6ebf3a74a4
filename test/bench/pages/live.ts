import type { Browser } from 'playwright-core';
import { capture } from '../../setup/capture.ts';
import { freshPage } from './visitor.ts';

const A_SECOND_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Milliseconds from the moment a mention was accepted until an open list of cases shows it, for each of so many a
 * second over so many seconds. What is never shown counts as the longest wait.
 */
export async function whileMuchIsHeard(
  browser: Browser,
  at: { readonly url: string; readonly token: string },
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<readonly number[]> {
  const page = await freshPage(browser, at);
  // No function in here may have a name: what translates this file would wrap it in one that the page has not.
  await page.addInitScript(() => {
    const shown: { [mark: string]: number } = {};
    Object.assign(window, { shown });
    document.addEventListener('DOMContentLoaded', () =>
      new MutationObserver(() => {
        for (const [mark] of document.body.innerText.matchAll(/mark-\d+/g)) shown[mark] ??= Date.now();
      }).observe(document.body, { childList: true, subtree: true, characterData: true }),
    );
  });
  await page.goto('/cases?sort=opened');
  await page.waitForSelector('h1');
  await page.waitForTimeout(A_SECOND_MS);
  const accepted: { readonly mark: string; readonly at: number }[] = [];
  const sending: Promise<void>[] = [];
  const began = Date.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = began + (n * A_SECOND_MS) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - Date.now())));
    const mark = `mark-${n}`;
    sending.push(
      capture(at, [{ text: `${mark}: nobody came` }]).then(
        () => void accepted.push({ mark, at: Date.now() }),
      ),
    );
  }
  await Promise.all(sending);
  await page.waitForTimeout(5 * A_SECOND_MS);
  const shown = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'shown')));
  await page.context().close();
  const times = new Map<string, number>(Object.entries(JSON.parse(shown)));
  return accepted.map(({ mark, at: from }) =>
    Math.max(0, (times.get(mark) ?? from + LONGEST_WAIT_MS) - from),
  );
}
