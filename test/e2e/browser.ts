import { chromium, type Browser, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** What would be loaded behind each window, though nobody ever looks there, and takes as long as a page: the address bar's lists. */
const UNSEEN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];
/** What Playwright turns off by itself: Chromium hears only the last such list, which would be ours. */
const OFF_ANYWAY = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...OFF_ANYWAY, ...UNSEEN].join(',')}`,
];

/** How many times slower pages run than they could: what a test does too early shows at 4 or so. */
const SLOWED = Number(process.env['PAGES_SLOWED'] ?? 1);

/** Where a running Earshot is, how to be signed in there, and which browser there is; null without them, and outside tests. */
export const target = process.env['VITEST'] === undefined ? null : (inject('pagesTarget') ?? null);

/** A running Earshot, and how to be signed in there. */
export interface Site {
  readonly url: string;
  readonly token: string;
}

export const WIDE = { width: 1440, height: 900 } as const;
export const NARROW = { width: 390, height: 844 } as const;

export function openBrowser(program = target?.browser): Promise<Browser> {
  if (program === undefined) throw new Error('There is no browser to look with.');
  return chromium.launch({ executablePath: program, args: FLAGS });
}

/** How a window is. */
export interface WindowOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly isDark?: boolean;
  /** Default: the one that all tests of the pages share. */
  readonly of?: Site | null;
  readonly token?: string | undefined;
}

/** Opens an address, signed in, and waits until it shows what it asked for. */
export async function openPage(browser: Browser, path: string, options: WindowOptions = {}): Promise<Page> {
  const page = await openWindow(browser, options);
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  await settled(page);
  return page;
}

/** Opens a window, signed in, that shows nothing yet: enough for who asks the server, or goes to an address only later. */
export async function openWindow(
  browser: Browser,
  { size = WIDE, isDark = false, of = target, token = of?.token }: WindowOptions = {},
): Promise<Page> {
  if (of === null) throw new Error('There is no Earshot to look at.');
  const context = await browser.newContext({
    viewport: size,
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    baseURL: of.url,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const page = await context.newPage();
  if (SLOWED > 1)
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  return page;
}

/** Waits until the page has its heading and nothing on it is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/**
 * Chooses a value of a list's filter, by keyboard, and waits for the rows that fit. The address changes before the page
 * does: only the filter that shows its new value tells that the list has heard of it.
 */
export async function filterBy(page: Page, menu: string, option: string): Promise<void> {
  const filters = page.getByRole('group', { name: 'Filters' });
  await filters.getByRole('button', { name: menu }).press('Enter');
  await page.getByRole('menuitem', { name: option, exact: true }).press('Enter');
  await filters.getByRole('button', { name: `${menu}: ${option}`, exact: true }).waitFor();
  await settled(page);
}

/** Waits until a list shows no more than what one case has to do with. */
export async function narrowedToCase(page: Page): Promise<void> {
  await page
    .getByRole('group', { name: 'Filters' })
    .getByRole('link', { name: /^Take out: in “/ })
    .waitFor();
  await settled(page);
}
