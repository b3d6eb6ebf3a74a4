import type { Page } from 'playwright-core';
import { framesDuring, round, type Frames } from './frames.ts';

/** What was measured of one canvas. */
export interface CanvasFigures {
  /** From asking for the page until its first steps are drawn. */
  readonly openMs: number;
  readonly panning: Frames;
  readonly zooming: Frames;
  readonly dragging: Frames;
  readonly panningWhole: Frames;
  /** Of the page's script, after what nothing holds any more was let go. */
  readonly heapMb: number;
}

const MOVES = 60;
const NODE = '.react-flow__node';

/** Opens a canvas and moves about in it: at the size at which one reads, then with all of it in sight. */
export async function canvasFigures(page: Page, address: string): Promise<CanvasFigures> {
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction((node) => document.querySelectorAll(node).length > 10, NODE, { polling: 'raf' });
  const openMs = await page.evaluate(() => performance.now());
  await page.waitForTimeout(3_000);
  const middle = await emptySpot(page);
  const panning = await framesDuring(page, () => pan(page, middle));
  const dragging = await framesDuring(page, () => dragOne(page));
  const zooming = await framesDuring(page, () => zoom(page, middle));
  const panningWhole = await framesDuring(page, () => pan(page, middle));
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session
    .send('Performance.enable')
    .then(() => session.send('Performance.getMetrics'));
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  return {
    openMs: Math.round(openMs),
    panning,
    zooming,
    dragging,
    panningWhole,
    heapMb: round(heap / 2 ** 20),
  };
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A place of the canvas with nothing on it. */
async function emptySpot(page: Page): Promise<Spot> {
  return page.evaluate(() => {
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (box === undefined) throw new Error('There is no canvas.');
    for (let x = box.left + box.width / 2; x < box.right; x += 7)
      for (let y = box.top + box.height / 2; y < box.bottom; y += 7)
        if (document.elementFromPoint(x, y)?.classList.contains('react-flow__pane') === true) return { x, y };
    throw new Error('There is no empty place on the canvas.');
  });
}

/** Moves the whole drawing to and fro, as a wheel does that is turned on. */
async function pan(page: Page, { x, y }: Spot): Promise<void> {
  await page.mouse.move(x, y);
  for (let n = 0; n < MOVES; n += 1) {
    await page.mouse.wheel(n < MOVES / 2 ? 25 : -25, n < MOVES / 2 ? 15 : -15);
    await page.waitForTimeout(8);
  }
}

/** Far out, until all is in sight. */
async function zoom(page: Page, { x, y }: Spot): Promise<void> {
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  for (let n = 0; n < MOVES; n += 1) {
    await page.mouse.wheel(0, n % 4 === 3 ? -40 : 40);
    await page.waitForTimeout(8);
  }
  await page.keyboard.up('Control');
}

/** Takes one step about the drawing and puts it back to its place. */
async function dragOne(page: Page): Promise<void> {
  const box = await page.locator(NODE).nth(12).boundingBox();
  if (box === null) throw new Error('There is no step in sight.');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let n = 1; n <= MOVES; n += 1) {
    const turn = (n / MOVES) * 2 * Math.PI;
    await page.mouse.move(from.x + 120 * Math.sin(turn), from.y + 60 * (1 - Math.cos(turn)));
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}
