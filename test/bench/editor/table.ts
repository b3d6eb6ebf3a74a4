import type { Browser, Page } from 'playwright-core';
import { withNames } from '../pages/visitor.ts';
import { quantile } from '../quantile.ts';

/** What was measured of a decision table of 5,000 rows, in milliseconds. */
export interface TableFigures {
  /** From asking for the page until its first rows are drawn; it comes with all its scripts. */
  readonly firstPaint: number;
  /** From pressing a key in a cell until what it wrote is painted. */
  readonly keystrokeP50: number;
  readonly keystrokeP95: number;
  readonly sort: number;
  readonly filter: number;
}

const WRITTEN = '"a team that answers within the hour"';

export async function tableFigures(browser: Browser, url: string): Promise<TableFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await withNames(context);
  const page = await context.newPage();
  await page.addInitScript(timeKeys);
  await page.goto(`${url}?table=large`, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.querySelectorAll('[role="gridcell"]').length > 20, undefined, {
    polling: 'raf',
  });
  const firstPaint = await page.evaluate(() => performance.now());
  await page.waitForTimeout(3_000);
  const cell = page.getByRole('gridcell').nth(8);
  await cell.click();
  await page.evaluate(() => Object.assign(window, { keyTimes: [] }));
  await page.keyboard.type(WRITTEN, { delay: 60 });
  await page.waitForTimeout(500);
  const keys = await keyTimes(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^amount/ }).press('Enter');
  const upwards = page.getByRole('menuitem', { name: 'Sort rows upwards' });
  await upwards.focus();
  const sort = await page.evaluate(paintedAfterClick);
  await page.waitForTimeout(2_000);
  await page.getByRole('textbox', { name: 'Show only rows that hold' }).focus();
  await page.evaluate(() => Object.assign(window, { keyTimes: [] }));
  await page.keyboard.type('product 7', { delay: 150 });
  await page.waitForTimeout(500);
  const filtered = await keyTimes(page);
  await context.close();
  return {
    firstPaint: Math.round(firstPaint),
    keystrokeP50: Math.round(quantile(keys, 0.5)),
    keystrokeP95: Math.round(quantile(keys, 0.95)),
    sort: Math.round(sort),
    filter: Math.round(Math.max(...filtered)),
  };
}

/** What `timeKeys` has seen since its list was emptied. */
function keyTimes(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const taken: unknown = Reflect.get(window, 'keyTimes');
    return Array.isArray(taken) ? taken.map(Number) : [];
  });
}

/** Runs in the page: from each press of a key until the frame that shows what came of it has been drawn. */
function timeKeys(): void {
  Object.assign(window, { keyTimes: [] });
  const channel = new MessageChannel();
  const waiting: number[] = [];
  channel.port1.onmessage = () => {
    const from = waiting.shift();
    const taken: unknown = Reflect.get(window, 'keyTimes');
    if (from !== undefined && Array.isArray(taken)) taken.push(performance.now() - from);
  };
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      waiting.push(timeStamp);
      requestAnimationFrame(() => channel.port2.postMessage(null));
    },
    { capture: true },
  );
}

/** Runs in the page: clicks what has the focus; milliseconds until what came of it has been drawn. */
function paintedAfterClick(): Promise<number> {
  const from = performance.now();
  const focused = document.activeElement;
  if (focused instanceof HTMLElement) focused.click();
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from), 0));
  });
}
