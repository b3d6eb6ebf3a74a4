import type { Browser, Page } from 'playwright-core';
import { LARGE as LARGE_TABLE } from '../../e2e/decision-page/tables.ts';
import { withNames } from '../pages/visitor.ts';
import { quantile } from '../quantile.ts';

/** What was measured of a decision table of 5,000 rows, in milliseconds. */
export interface TableFigures {
  /** From asking for it in a flow that is open until its first rows are painted. */
  readonly opened: number;
  /** From asking for a page of it alone until its first rows are drawn; it comes with all its scripts. */
  readonly firstPaint: number;
  /** From pressing a key in a cell until what it wrote is painted. */
  readonly keystrokeP50: number;
  readonly keystrokeP95: number;
  readonly sort: number;
  readonly filter: number;
}

const WRITTEN = '"a team that answers within the hour"';

/** Of the table editor by itself, and of the page of somebody signed in with the address of a draft that has the table. */
export async function tableFigures(
  browser: Browser,
  alone: string,
  [designer, draft]: readonly [Page, string],
): Promise<TableFigures> {
  const opened = await openedInDesigner(designer, draft);
  await designer.context().close();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await withNames(context);
  const page = await context.newPage();
  await page.addInitScript(timeKeys);
  await page.goto(`${alone}?table=large`, { waitUntil: 'commit' });
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
    opened: Math.round(opened),
    firstPaint: Math.round(firstPaint),
    keystrokeP50: Math.round(quantile(keys, 0.5)),
    keystrokeP95: Math.round(quantile(keys, 0.95)),
    sort: Math.round(sort),
    filter: Math.round(Math.max(...filtered)),
  };
}

/** Chooses the table by the search of what can be done, as one does by keys. */
async function openedInDesigner(page: Page, draft: string): Promise<number> {
  await page.goto(draft);
  await page.locator('.react-flow__node').first().waitFor();
  await page.waitForTimeout(3_000);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(LARGE_TABLE.name);
  await page.getByRole('option').first().waitFor();
  await page.evaluate(timeFirstRows);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => Reflect.get(window, 'rowsAfter') !== undefined, undefined, {
    polling: 50,
  });
  return page.evaluate(() => Number(Reflect.get(window, 'rowsAfter')));
}

/** Runs in the page: from the next press of a key until the frame with the first rows of a table has been drawn. */
function timeFirstRows(): void {
  const looked = (from: number): void => {
    requestAnimationFrame(() => {
      if (document.querySelectorAll('[role="gridcell"]').length <= 20) return looked(from);
      setTimeout(() => Object.assign(window, { rowsAfter: performance.now() - from }), 0);
    });
  };
  addEventListener('keydown', ({ timeStamp }) => looked(timeStamp), { capture: true, once: true });
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
