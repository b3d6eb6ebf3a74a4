import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filterBy, narrowedToCase, openBrowser, openPage, settled, target } from './browser.ts';

/** The record is filtered by its links, and by what somebody wrote into the address. */
describe.skipIf(target === null)('the record', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await openPage(browser, '/record');
  });
  afterAll(() => browser?.close());

  const open = async (path: string): Promise<void> => {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await settled(page);
  };
  const column = async (place: number): Promise<readonly string[]> =>
    (await page.locator(`tbody td:nth-child(${place})`).allInnerTexts()).map((text) => text.trim());
  const filters = () => page.getByRole('group', { name: 'Filters' });

  it('says who did what in words, each act with a way to see only its like', async () => {
    await filterBy(page, 'Who', 'Earshot');
    expect(new URL(page.url()).search).toBe('?who=earshot');
    const who = await column(2);
    expect(who.length).toBeGreaterThan(0);
    expect(new Set(who)).toEqual(new Set(['Earshot']));
    await filterBy(page, 'Did what', 'told the team');
    expect(new URL(page.url()).searchParams.get('act')).toBe('team was told');
    for (const told of await column(3)) expect(told).toMatch(/^told the team/);
  });

  it('shows one case only, leads to it, and back to all by taking the filter out', async () => {
    await open('/record?act=team+was+told');
    const only = page.getByRole('link', { name: /^Only in “/ }).first();
    const address = await only.getAttribute('href');
    await only.click();
    await narrowedToCase(page);
    expect(address).toContain('act=');
    const caseId = new URL(page.url()).searchParams.get('caseId') ?? '';
    expect(await page.getByRole('link', { name: 'Open the case' }).getAttribute('href')).toBe(
      `/cases/${caseId}`,
    );
    const links = await page.locator('tbody td:nth-child(3) a').all();
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(await link.getAttribute('href')).toBe(`/cases/${caseId}`);
    await filters()
      .getByRole('link', { name: /^Take out: in “/ })
      .click();
    await page.waitForURL((url) => !url.searchParams.has('caseId') && url.searchParams.has('act'));
  });

  it('says in a sentence what an address asks for that there is not, and shows the rest', async () => {
    await open('/record?who=nobody&caseId=nowhere&act=flew&colour=red');
    const said = await page.getByRole('status').filter({ hasText: 'The address asks' }).innerText();
    for (const part of ['“colour”', 'the act “flew”', 'the person “nobody”', 'the case “nowhere”'])
      expect(said).toContain(part);
    expect((await column(3)).length).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Take it out of the address' }).click();
    await page.waitForURL((url) => url.pathname === '/record' && url.search === '');
  });

  it('says so when nothing fits', async () => {
    await open('/record?who=earshot&act=signed+in');
    await page.getByText('Nothing recorded fits these filters').waitFor();
  });
});
