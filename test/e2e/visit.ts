import type { Result } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { brokenOn } from './axe.ts';
import { openWindow, settled, WIDE } from './browser.ts';

/** What one look at a page found. */
export interface Visit {
  readonly path: string;
  readonly grave: { readonly light: readonly string[]; readonly dark: readonly string[] };
  /** Errors on the console, and those that nobody caught. */
  readonly said: readonly string[];
  readonly text: string;
  readonly smallestTextPx: number;
  /** By how much the page is wider than the window, in pixels. */
  readonly overPx: number;
  /** Whether something that somebody wrote has run. */
  readonly ranWhatWasSaid: boolean;
}

/** Of these alone dark can differ from light: what a page is made of stays the same. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const WITHOUT_COLOURS = Object.fromEntries(COLOUR_RULES.map((rule) => [rule, { enabled: false }]));

/** Opens each address once in a window of this size, signed in, and looks at it in light and in dark. */
export async function visitAll(
  browser: Browser,
  paths: readonly string[],
  size: { readonly width: number; readonly height: number },
): Promise<readonly Visit[]> {
  const page = await openWindow(browser, { size });
  let said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  const visits: Visit[] = [];
  for (const path of paths) {
    said = [];
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await settled(page);
    // The colours are the same in any window: they are looked at in the wide one.
    const grave =
      size.width < WIDE.width ? { light: await misplacedOn(page), dark: [] } : await graveIn(page);
    visits.push({ path, grave, said, ...(await measured(page)) });
  }
  await page.context().close();
  return visits;
}

/** What is gravely out of order on a page as it stands, in light and in dark; it is left in light. */
export async function graveIn(page: Page): Promise<Visit['grave']> {
  const light = await graveOn(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  const dark = graveOf(await brokenOn(page, { runOnly: COLOUR_RULES }));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('html[data-mantine-color-scheme="light"]').waitFor();
  return { light, dark };
}

/** What is gravely out of order on a page as it stands, whatever its colours. */
export async function misplacedOn(page: Page): Promise<readonly string[]> {
  return graveOf(await brokenOn(page, { rules: WITHOUT_COLOURS }));
}

/** What is gravely out of order on a page as it stands. */
export async function graveOn(page: Page): Promise<readonly string[]> {
  return graveOf(await brokenOn(page));
}

/** What axe found that is serious or worse, each with where. */
function graveOf(broken: readonly Result[]): readonly string[] {
  return broken
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target: at }) => at.flat().join(' '))
          .join(', ')}`,
    );
}

/** What can be measured of a page as it stands. */
export function measured(page: Page): Promise<Omit<Visit, 'path' | 'grave' | 'said'>> {
  return page.evaluate(() => {
    /** All that the page says, without what stands in fields. */
    function textShown(): string {
      const fields = [...document.querySelectorAll<HTMLElement>('[contenteditable="true"]')];
      const around = fields.flatMap(({ parentElement }) => parentElement ?? []);
      for (const element of around) element.style.visibility = 'hidden';
      const text = document.body.innerText;
      for (const element of around) element.style.visibility = '';
      return text;
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let smallestTextPx = Infinity;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || node.textContent?.trim() === '' || parent.getClientRects().length === 0)
        continue;
      if (parent.closest('script, style') === null)
        smallestTextPx = Math.min(smallestTextPx, Number.parseFloat(getComputedStyle(parent).fontSize));
    }
    return {
      text: textShown(),
      smallestTextPx,
      overPx: document.documentElement.scrollWidth - window.innerWidth,
      ranWhatWasSaid: 'overheard' in window,
    };
  });
}
