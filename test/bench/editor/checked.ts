import type { Page } from 'playwright-core';

const EDITS = 12;

/** Has each question to a worker of the page and its answer timed. To be called before the page is opened. */
export async function timeWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const taken: number[] = [];
    Object.assign(window, { workerTimes: taken });
    const Original = Worker;
    class TimedWorker extends Original {
      #asked = 0;
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (String(url).includes('check-worker'))
          this.addEventListener('message', () => taken.push(performance.now() - this.#asked));
      }
      override postMessage(message: unknown): void {
        this.#asked = performance.now();
        super.postMessage(message);
      }
    }
    Object.assign(window, { Worker: TimedWorker });
  });
}

/** How long each check took that followed an edit, in milliseconds: from asking until the answer was there. */
export async function checkTimes(page: Page): Promise<readonly number[]> {
  const step = page.locator('.react-flow__node').nth(12);
  await step.click();
  const times = (): Promise<readonly number[]> =>
    page.evaluate(() => {
      const taken: unknown = Reflect.get(window, 'workerTimes');
      return Array.isArray(taken) ? taken.map(Number) : [];
    });
  const before = (await times()).length;
  for (let n = 0; n < EDITS; n += 1) {
    const known = (await times()).length;
    await step.press(n % 2 === 0 ? 'ArrowDown' : 'ArrowUp');
    await page.waitForFunction((count) => {
      const taken: unknown = Reflect.get(window, 'workerTimes');
      return Array.isArray(taken) && taken.length > count;
    }, known);
  }
  return (await times()).slice(before);
}
